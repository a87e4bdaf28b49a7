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
 * Decides each region's grant for a year, from which its twelve instalments follow.
 *
 * 1. Opens the year, or ends when it is closed already.
 * 2. Computes the allocation from the needs model and solidarity, and waits for inputs that are missing.
 * 3. Waits until two people have approved it.
 * 4. Decides the grants, and closes.
 */
export class YearOpening extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { handlers, logKey }: WorkflowProps) {
    super(scope, id);
    const compute = lambdaStep(this, 'Compute the allocation', handlers['compute-allocation']);
    const close = closeWithoutDecision(this, 'Close without grants', handlers);
    const missing = waitForWake(this, 'Wait for missing inputs', handlers, 'inputs', missingNeeds);
    const approve = decideByTwo(this, {
      handlers,
      again: compute,
      wait: 'Wait for two approvals',
      read: 'Read the decision',
      question: 'Approved?',
      conclude: 'Decide the grants',
      close: 'Close the opening',
      closeWithout: close,
    });
    compute.next(
      choice(this, 'What was computed?', 'outcome', {
        waiting: { to: missing.next(compute) },
        proposed: { to: approve, assign: rememberProposal },
        'without-payment': { to: close },
      }),
    );
    const start = openCase(this, 'Open the year', handlers, compute);
    this.stateMachine = caseStateMachine(this, 'year-opening', start, { logKey });
  }
}
