import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { APPROVALS_DO_NOT_HOLD, RELEASES_STOPPED } from '../../../functions/contract/errors.ts';
import type { Handlers } from '../handler.ts';
import { approval, rememberProposal, withoutPayment } from './approval.ts';
import { closeCase } from './case-ends.ts';
import { choice } from './choice.ts';
import { answerBeside, lambdaStep } from './lambda-step.ts';
import { missingNeeds, waitForWake } from './wait-for-wake.ts';

export interface ApproveAndPayProps {
  readonly handlers: Handlers;
  /** The state that makes the proposal, and to which everything returns that voids it. */
  readonly prepare: tasks.LambdaInvoke;
  /** What follows when the bank has settled every line. */
  readonly settled: sfn.IChainable;
}

/**
 * From a prepared payment to a settled one; adds its states after `prepare`.
 *
 * 1. What was prepared: inputs are missing, there is nothing to pay, or there is a proposal.
 * 2. Two people approve the proposal: approval.ts.
 * 3. On the pay day the payment is released. Approvals that no longer hold send it back to be prepared, by name.
 *    While releases are stopped it waits for the switch, and then reads the decision again: what was withdrawn or changed meanwhile
 *    is seen there, and a pay day that has passed becomes the next bank day.
 * 4. The record is anchored where nobody can change what was noted. The money has been ordered, so whatever goes wrong here is
 *    retried, then shown as a state of its own, and the payment goes on.
 * 5. The bank reports, unless nothing was sent; returned lines are held until a person has resolved them.
 */
export function approveAndPay(scope: Construct, props: ApproveAndPayProps): void {
  const { handlers, prepare } = props;
  const close = closeCase(
    scope,
    'Close without payment',
    handlers,
    '{% $states.input.outcome %}',
    'Closed without payment',
  );
  const { payDay, stopped } = release(scope, props);
  const { wait: ask, read } = approval(scope, {
    handlers,
    wait: 'Wait for attest and payment order',
    read: 'Read the decision',
    question: 'Approved?',
    approved: payDay,
    changed: prepare,
    close: { to: close, outputs: withoutPayment },
  });
  stopped.next(read);
  const missing = waitForWake(scope, 'Wait for missing inputs', handlers, 'inputs', missingNeeds);
  prepare.next(
    choice(scope, 'What was prepared?', 'outcome', {
      waiting: { to: missing.next(prepare) },
      proposed: { to: ask, assign: rememberProposal },
      'nothing-due': { to: close },
      'without-payment': { to: close },
    }),
  );
}

/** Gives the first state, and the one to which a release goes that the switch holds. */
function release(scope: Construct, { handlers, prepare, settled }: ApproveAndPayProps) {
  const payDay = sfn.Wait.jsonata(scope, 'Wait for the pay day', {
    stateName: 'Wait for the pay day',
    time: sfn.WaitTime.timestamp('{% $states.input.payAt %}'),
  });
  const pay = lambdaStep(scope, 'Release', handlers['release-payment']);
  pay.addCatch(prepare, {
    errors: [APPROVALS_DO_NOT_HOLD], // Changed while waiting: asked again, never paid.
    outputs: { case: '{% $states.input.case %}' },
  });
  const stopped = waitForWake(scope, 'Wait until releases are allowed', handlers, 'switch');
  pay.addCatch(stopped, {
    errors: [RELEASES_STOPPED],
    // What it watches, "ask" finds in the record: a release that was refused has nothing to tell.
    outputs: { case: '{% $states.input.case %}', watch: {} },
  });
  const bank = waitForWake(scope, "Wait for the bank's report", handlers, 'bank');
  const settle = lambdaStep(scope, 'Settle or hold', handlers['settle-payment']);
  const returned = waitForWake(scope, 'Wait for the returned lines', handlers, 'return');
  const sent = choice(scope, 'Was anything sent?', 'sent', {
    file: { to: bank.next(settle) },
    nothing: { to: settle }, // The bank has nothing to report on.
  });
  payDay
    .next(pay)
    .next(anchor(scope, handlers, sent))
    .next(sent);
  settle.next(
    choice(scope, 'Settled?', 'state', {
      settled: { to: settled },
      held: { to: returned.next(settle) },
      pending: { to: bank },
    }),
  );
  return { payDay, stopped };
}

/**
 * The state after a release. Every error is caught, because none is a reason to leave a payment that was ordered: the function's own
 * errors raise the alarm, the state's name shows it in the execution, and the next day's verification anchors what was left out.
 */
function anchor(scope: Construct, handlers: Handlers, next: sfn.IChainable): tasks.LambdaInvoke {
  const state = lambdaStep(scope, 'Anchor the record', handlers['anchor-record'], {
    outputs: answerBeside,
  });
  const without = sfn.Pass.jsonata(scope, 'Go on without an anchor', {
    stateName: 'Go on without an anchor',
  });
  state.addCatch(without.next(next), {
    errors: [sfn.Errors.ALL],
    outputs: '{% $states.input %}',
  });
  return state;
}
