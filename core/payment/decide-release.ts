import { canonical } from '../canonical.ts';
import type { CaseKind } from '../record/case-id.ts';
import { approvedProposal } from './approval.ts';
import { type CommandOf, type Decider, type Decision, no, nothing, one } from './decision.ts';
import type { CaseState } from './evolve.ts';

/** From the order to pay to the money being there, or back. */
export const paying = {
  release,
  report,
  return: takeReturned,
  'resolve-return': resolveReturn,
  settle,
} satisfies {
  readonly [K in 'release' | 'report' | 'return' | 'resolve-return' | 'settle']: Decider<K>;
};

const notReleased = () => no('not-released', 'Nothing has been sent to the bank yet.');
const notReported = () => no('not-reported', 'The bank has not answered yet.');
const nothingReturned = () =>
  no('nothing-returned', 'The bank has returned no line of this payment.');

/** The point of no return: from this event alone the order to the bank and the voucher are made. */
function release(state: CaseState, command: CommandOf<'release'>, kind: CaseKind): Decision {
  if (state.released) return nothing;
  const approved = approvedProposal(kind, state);
  if (!approved.ok) return approved;
  const { payment, proposal } = approved.value.proposed;
  if (!payment) return no('no-proposal', 'The proposal that stands proposes no payment.');
  const { payDay, onlyOnPayDay } = payment;
  const { at, today, voucherKey, messageId, fileHash, paid, carried } = command;
  if (today < payDay)
    return no('before-the-pay-day', `The pay day is ${payDay}; today is ${today}.`, {
      allowed: payDay,
      given: today,
    });
  if (onlyOnPayDay && today !== payDay)
    return no('another-day', `The proposal holds on ${payDay} only; today is ${today}.`, {
      allowed: payDay,
      given: today,
    });
  return one({
    type: 'release-ordered',
    at,
    proposal,
    voucherKey,
    messageId,
    fileHash,
    payDay,
    paidOn: today,
    paid,
    carried,
  });
}

function report({ released, reported }: CaseState, command: CommandOf<'report'>): Decision {
  const { at, by, messageId, returned, reason } = command;
  if (!released) return notReleased();
  if (released.messageId !== messageId)
    return no(
      'another-message',
      `The report is about ${messageId}; this payment was sent as ${released.messageId}.`,
      { given: messageId, allowed: released.messageId },
    );
  if (!reported) return one({ type: 'bank-reported', at, by, messageId, returned, reason });
  return canonical(reported.returned) === canonical(returned)
    ? nothing
    : no('already-reported', 'The bank has answered otherwise before.');
}

/** Payments that came back are held until a person has resolved them. */
function takeReturned(
  { reported, returned }: CaseState,
  { at, payments, voucherKey }: CommandOf<'return'>,
): Decision {
  if (!reported) return notReported();
  if (reported.returned.length === 0) return nothingReturned();
  return returned ? nothing : one({ type: 'returned', at, payments, voucherKey });
}

function resolveReturn(
  { returned, resolved }: CaseState,
  { at, by, reason }: CommandOf<'resolve-return'>,
): Decision {
  if (!returned) return nothingReturned();
  return resolved ? nothing : one({ type: 'return-resolved', at, by, reason });
}

function settle(
  { reported, resolved, settled }: CaseState,
  { at, totalSek }: CommandOf<'settle'>,
): Decision {
  if (!reported) return notReported();
  if (reported.returned.length > 0 && !resolved)
    return no('return-not-resolved', 'Payments came back, and nobody has resolved them yet.');
  return settled ? nothing : one({ type: 'settled', at, totalSek });
}
