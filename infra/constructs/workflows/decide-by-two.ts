import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { APPROVALS_DO_NOT_HOLD } from '../../../functions/contract/errors.ts';
import type { Handlers } from '../handler.ts';
import { type ApprovalProps, approval, withoutPayment } from './approval.ts';
import { closeCase } from './case-ends.ts';
import { lambdaStep } from './lambda-step.ts';

export interface DecideByTwoProps
  extends Pick<ApprovalProps, 'handlers' | 'wait' | 'read' | 'question'> {
  /** The state that starts the work again; everything returns to it that voids the proposal. */
  readonly again: tasks.LambdaInvoke;
  /** What the state is called in which the approved proposal takes effect. */
  readonly conclude: string;
  /** What closing is called when it was decided. */
  readonly close: string;
  /** What closes the case that a person closed without a decision. */
  readonly closeWithout: sfn.IChainable;
}

/**
 * From a proposal that moves no money yet to a decision; gives its first state.
 *
 * 1. Two people approve: approval.ts.
 * 2. The proposal takes effect. Approvals that no longer hold send it back to be made again, by name.
 * 3. The case is closed, as decided or without a decision.
 */
export function decideByTwo(scope: Construct, props: DecideByTwoProps): sfn.IChainable {
  const { handlers, again } = props;
  const conclude = lambdaStep(scope, props.conclude, handlers['conclude-case']);
  conclude.addCatch(again, {
    errors: [APPROVALS_DO_NOT_HOLD],
    outputs: { case: '{% $states.input.case %}' },
  });
  const { wait } = approval(scope, {
    ...props,
    approved: conclude.next(closeCase(scope, props.close, handlers, 'decided', 'Decided')),
    changed: again,
    close: { to: props.closeWithout, outputs: withoutPayment },
  });
  return wait;
}

/**
 * Closes a case without a decision; gives the first state.
 *
 * @param name what closing is called
 */
export function closeWithoutDecision(
  scope: Construct,
  name: string,
  handlers: Handlers,
): sfn.IChainable {
  return closeCase(
    scope,
    name,
    handlers,
    '{% $states.input.outcome %}',
    'Closed without a decision',
  );
}
