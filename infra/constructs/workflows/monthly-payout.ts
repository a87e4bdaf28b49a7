import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { approveAndPay } from './approve-and-pay.ts';
import { closeCase, openCase } from './case-ends.ts';
import { caseStateMachine, type WorkflowProps } from './case-state-machine.ts';
import { lambdaStep } from './lambda-step.ts';

/**
 * Pays what is due in one payment month: `payout-2022-02`. Nothing here times out into a payment or out of one.
 *
 * 1. Opens the run, or ends when it is closed already.
 * 2. Prepares the payment: collects the due lines and checks inputs, authority, appropriation and sums.
 * 3. Two people approve, the payment is released on the pay day, the bank reports: approve-and-pay.ts.
 * 4. Closes the run. Without payment its lines stay due for the next.
 */
export class MonthlyPayout extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { handlers, logKey }: WorkflowProps) {
    super(scope, id);
    const prepare = lambdaStep(this, 'Prepare payment', handlers['prepare-payment']);
    approveAndPay(this, {
      handlers,
      prepare,
      settled: closeCase(this, 'Close the run', handlers, 'paid', 'Paid'),
    });
    const start = openCase(this, 'Open the run', handlers, prepare);
    this.stateMachine = caseStateMachine(this, 'monthly-payout', start, { logKey });
  }
}
