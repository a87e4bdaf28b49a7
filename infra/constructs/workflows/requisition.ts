import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { approveAndPay } from './approve-and-pay.ts';
import { closeCase, openCase } from './case-ends.ts';
import { caseStateMachine, type WorkflowProps } from './case-state-machine.ts';
import { choice } from './choice.ts';
import { lambdaStep } from './lambda-step.ts';

/**
 * Pays one requisition of SKR's: money for SOL or IHSI. Started by SKR's call, not by a schedule.
 *
 * 1. Opens the requisition, or ends when it is closed already.
 * 2. Validates it. Refused: closed with the reason that stands in the record.
 * 3. Waits for the day on which it can be proposed; IHSI's is its payment day, because the rate is that day's.
 * 4. Two people approve, the payment is released, the bank reports: approve-and-pay.ts.
 * 5. Records what was paid, for IHSI with rate and difference, and closes.
 */
export class Requisition extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { handlers, logKey }: WorkflowProps) {
    super(scope, id);
    const prepare = lambdaStep(this, 'Prepare the payment', handlers['prepare-requisition']);
    const record = lambdaStep(this, 'Record the requisition', handlers['record-requisition']);
    approveAndPay(this, {
      handlers,
      prepare,
      settled: record.next(closeCase(this, 'Close the requisition', handlers, 'paid', 'Paid')),
    });

    const proposalDay = sfn.Wait.jsonata(this, 'Wait for the day of proposal', {
      stateName: 'Wait for the day of proposal',
      time: sfn.WaitTime.timestamp('{% $states.input.proposeAt %}'),
    });
    const validate = lambdaStep(this, 'Validate the requisition', handlers['validate-requisition']);
    validate.next(
      choice(this, 'Accepted?', 'verdict', {
        accepted: { to: proposalDay.next(prepare) },
        refused: { to: closeCase(this, 'Close as refused', handlers, 'refused', 'Refused') },
      }),
    );
    const start = openCase(this, 'Open the requisition', handlers, validate);
    this.stateMachine = caseStateMachine(this, 'requisition', start, { logKey });
  }
}
