import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { approveAndPay } from './approve-and-pay.ts';
import { closeCase, openCase } from './case-ends.ts';
import { caseStateMachine, type WorkflowProps } from './case-state-machine.ts';
import { lambdaStep } from './lambda-step.ts';

/**
 * Pays one payment again that the bank returned: `reissue-2022-02-05-1`. Started by a person's resolution of the returned payment,
 * not by a schedule.
 *
 * 1. Opens the reissue, or ends when it is closed already.
 * 2. Prepares it: the same amount, to the payee as it stands now.
 * 3. Two people approve, the payment is released, the bank reports: approve-and-pay.ts.
 * 4. Closes the reissue.
 */
export class Reissue extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { handlers, logKey }: WorkflowProps) {
    super(scope, id);
    const prepare = lambdaStep(this, 'Prepare the reissue', handlers['prepare-reissue']);
    approveAndPay(this, {
      handlers,
      prepare,
      settled: closeCase(this, 'Close the reissue', handlers, 'paid', 'Paid'),
    });
    const start = openCase(this, 'Open the reissue', handlers, prepare);
    this.stateMachine = caseStateMachine(this, 'reissue', start, { logKey });
  }
}
