import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Handlers } from '../handler.ts';
import { choice, type Way } from './choice.ts';
import { lambdaStep } from './lambda-step.ts';
import { waitForWake } from './wait-for-wake.ts';

export interface ApprovalProps {
  readonly handlers: Handlers;
  /** What the three states are called. */
  readonly wait: string;
  readonly read: string;
  readonly question: string;
  /** Both people have approved the proposal. */
  readonly approved: sfn.IChainable;
  /** What the proposal rests on has changed: it is made again. */
  readonly changed: sfn.IChainable;
  /** A person has closed the case without approval. */
  readonly close: Way;
}

/** Where the stretch begins, and the state that reads from the record what has been decided. */
export interface Approval {
  readonly wait: tasks.LambdaInvoke;
  readonly read: tasks.LambdaInvoke;
}

/**
 * The stretch in which two people approve what the variable `proposal` names.
 *
 * 1. Asks for the approvals and waits.
 * 2. Woken, reads from the record what has been decided. One approval of two, or a wake for nothing: waits again.
 * 3. Rejected: waits until something changes, and reads again.
 */
export function approval(scope: Construct, props: ApprovalProps): Approval {
  const { handlers } = props;
  const wait = waitForWake(scope, props.wait, handlers, 'approval', {
    proposal: '{% $proposal %}',
  });
  const read = lambdaStep(scope, props.read, handlers['read-decision']);
  const change = waitForWake(scope, 'Wait until something changes', handlers, 'change');
  wait.next(read).next(
    choice(scope, props.question, 'decision', {
      approved: { to: props.approved },
      pending: { to: wait },
      rejected: { to: change.next(read) },
      changed: { to: props.changed },
      close: props.close,
    }),
  );
  return { wait, read };
}

/** For the way into `approval`: remembers which proposal is to be approved. */
export const rememberProposal = { proposal: '{% $states.input.proposal %}' } as const;

/** For the way out of it that a person closed: the case closes without payment. */
export const withoutPayment = {
  case: '{% $states.input.case %}',
  outcome: 'without-payment',
} as const;
