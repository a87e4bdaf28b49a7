import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { rememberProposal } from './approval.ts';
import { openCase } from './case-ends.ts';
import { caseStateMachine, type WorkflowProps } from './case-state-machine.ts';
import { choice } from './choice.ts';
import { closeWithoutDecision, decideByTwo } from './decide-by-two.ts';
import { lambdaStep } from './lambda-step.ts';
import { missingNeeds, waitForWake } from './wait-for-wake.ts';

/**
 * Reconciles a grant year between the State and SKR; opened on 1 March of the year after.
 *
 * 1. Opens the reconciliation, or ends when it is closed already.
 * 2. Collects the final rebates and the cost outcomes, and waits for those that are missing.
 * 3. Computes the settlement, and waits until the State and SKR have both signed it. While a payout is under way that may deduct what
 *    it is made against, it waits for that first.
 * 4. Freezes what May's payout will carry, and closes.
 */
export class Reconciliation extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { handlers, logKey }: WorkflowProps) {
    super(scope, id);
    const collect = lambdaStep(this, 'Collect the finals', handlers['collect-finals']);
    const compute = lambdaStep(this, 'Compute the settlement', handlers['compute-settlement']);
    const close = closeWithoutDecision(this, 'Close without settlement', handlers);
    const missing = waitForWake(this, 'Wait for missing finals', handlers, 'inputs', missingNeeds);
    const sign = decideByTwo(this, {
      handlers,
      again: collect,
      wait: 'Wait for both signatures',
      read: 'Read the signatures',
      question: 'Signed by both?',
      conclude: 'Freeze the settlement',
      close: 'Close the reconciliation',
      closeWithout: close,
    });
    missing.next(collect);
    collect.next(
      choice(this, 'Are all finals there?', 'outcome', {
        waiting: { to: missing },
        complete: { to: compute },
        'without-payment': { to: close },
      }),
    );
    compute.next(
      choice(this, 'What was computed?', 'outcome', {
        waiting: { to: missing },
        proposed: { to: sign, assign: rememberProposal },
      }),
    );
    const start = openCase(this, 'Open the reconciliation', handlers, collect);
    this.stateMachine = caseStateMachine(this, 'reconciliation', start, { logKey });
  }
}
