import type { CaseKind } from '../record/case-id.ts';
import { approvedProposal } from './approval.ts';
import { type CommandOf, type Decider, type Decision, no, nothing, one } from './decision.ts';
import type { BankWord } from './events.ts';
import type { CaseState } from './evolve.ts';
import {
  afterWords,
  hasComeBack,
  hasUndecided,
  heldLines,
  linesToTakeBack,
  type SentLine,
  take,
  unansweredLines,
} from './lines.ts';
import { undecided, undoneWith } from './movements.ts';

/** From the order to pay to the money being there, or back. */
export const paying = {
  release,
  report,
  return: takeBack,
  'resolve-return': resolveReturn,
  'decide-movement': decideMovement,
  settle,
} satisfies {
  readonly [K in
    | 'release'
    | 'report'
    | 'return'
    | 'resolve-return'
    | 'decide-movement'
    | 'settle']: Decider<K>;
};

const notReleased = () => no('not-released', 'Nothing has been sent to the bank yet.');
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
  const { at, today, voucherKey, messageId, fileHash, paid, carried, sent } = command;
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
    sent,
  });
}

/**
 * The bank's words about the payments of this case, whoever brings them. What tells nothing new gives no event; what cannot be true
 * is refused, and so is everything that came with it.
 */
function report(
  { released, lines }: CaseState,
  { at, messageId, words, source }: CommandOf<'report'>,
): Decision {
  if (!released) return notReleased();
  if (released.messageId !== messageId)
    return no(
      'another-message',
      `The report is about ${messageId}; this payment was sent as ${released.messageId}.`,
      { given: messageId, allowed: released.messageId },
    );
  const unknown = words.filter(({ payee }) => !lines.has(payee)).map(({ payee }) => payee);
  if (unknown.length > 0)
    return no('not-sent', `Nothing was sent to ${unknown.join(', ')}.`, {
      given: unknown.join(', '),
      allowed: [...lines.keys()].join(', '),
    });
  const news: BankWord[] = [];
  let after = lines;
  for (const word of words) {
    const line = after.get(word.payee) as SentLine;
    const { verdict, word: noted } = take(line, word);
    // What moved is noted all the same, for a person to say what it was.
    if (verdict === 'contradicts' && !noted)
      return no(
        'already-reported',
        `The bank has said ${line.status} of the payment to ${word.payee}; ${word.result} was given.`,
        { payee: word.payee, standing: line.status, given: word.result },
      );
    if (noted) news.push(noted);
    after = afterWords(after, [word]);
  }
  if (news.length === 0) return nothing;
  return one({ type: 'bank-reported', at, messageId, words: news, source });
}

/** Payments that came back go into the journal again, each once, and are held until a person has resolved them. */
function takeBack({ lines }: CaseState, { at, payments }: CommandOf<'return'>): Decision {
  const due = new Map(linesToTakeBack(lines).map((line) => [line.payee, line]));
  const taken = payments.filter(({ payee }) => due.has(payee));
  if (taken.length > 0) return one({ type: 'returned', at, payments: taken });
  return payments.every(({ payee }) => lines.get(payee)?.takenBack !== undefined)
    ? nothing
    : nothingReturned();
}

function resolveReturn(
  { lines }: CaseState,
  { at, by, payee, choice, reason }: CommandOf<'resolve-return'>,
  kind: CaseKind,
): Decision {
  const line = lines.get(payee);
  if (!line || line.takenBack === undefined) return nothingReturned();
  if (payee === 'SKR' && choice === 'next-month')
    return no('no-next-month', 'SKR has no next month: what came back is sent again on its own.', {
      allowed: 'reissue',
      given: choice,
    });
  if (line.resolved)
    return line.resolved.choice === choice
      ? nothing
      : no('already-resolved', `${kind}: it has been resolved otherwise before.`, {
          standing: line.resolved.choice,
          given: choice,
        });
  if (choice === 'reissue' && line.reissueEnded)
    return no(
      'already-resolved',
      `The case that was to send the payment to ${payee} again has ended: the bank had carried it out.`,
      { standing: 'booked-anew', given: choice },
    );
  if (hasUndecided(line))
    return no(
      'movement-undecided',
      `Money has moved beside the payment to ${payee}, and nobody has said yet what it was.`,
      { payee },
    );
  return one({ type: 'return-resolved', at, by, payee, choice, reason });
}

/** What a movement without an order was, once. */
function decideMovement(
  state: CaseState,
  { kind: _kind, ...said }: CommandOf<'decide-movement'>,
): Decision {
  return againstMovement(state, said) ?? one({ type: 'movement-decided', ...said });
}

/**
 * What stands against saying that a movement was this: a refusal, or that it has been said; undefined when it may be said. That the
 * payment has been carried out with it can be said of a debit, while the payment is in the journal again. If it is to be sent again on its
 * own, whoever says so has ended the reissue first (`end-reissue`), which is refused once that has been released; if it is to be paid
 * with the next month, whoever says so has voided every proposal that carries it, which is too late once one has been released.
 */
export function againstMovement(
  { lines }: CaseState,
  said: Pick<CommandOf<'decide-movement'>, 'payee' | 'choice' | 'movement'>,
): Decision | undefined {
  const { payee, choice, movement: number } = said;
  const line = lines.get(payee);
  const movement = line?.movements[number - 1];
  if (line && movement?.decided)
    return movement.decided.choice === choice
      ? nothing
      : no('already-resolved', 'What it was has been said before, and otherwise.', {
          standing: movement.decided.choice,
          given: choice,
        });
  const undone = undoneWith(line?.movements ?? [], number);
  if (undone !== undefined)
    return no(
      'movement-undone',
      `Movements ${number} and ${undone} to ${payee} have undone each other: nothing is left to decide of them.`,
      { given: `${payee} ${number}`, standing: `${undone}` },
    );
  if (!line || !movement || !undecided(line.movements).includes(number))
    return no('movement-not-open', `Nobody need say what movement ${number} to ${payee} was.`, {
      given: `${payee} ${number}`,
    });
  const isBack = hasComeBack(line) && line.takenBack !== undefined;
  if (choice === 'booked-anew' && !(movement.result === 'booked' && isBack))
    return nothingReturned();
  return undefined;
}

function settle(
  { released, lines, settled }: CaseState,
  { at, totalSek }: CommandOf<'settle'>,
): Decision {
  if (!released) return notReleased();
  const open = unansweredLines(lines);
  if (open.length > 0)
    return no(
      'not-reported',
      `The bank has not answered about ${open.map(({ payee }) => payee).join(', ')} yet.`,
    );
  if (heldLines(lines).length > 0)
    return no('return-not-resolved', 'Payments came back, and nobody has resolved them yet.');
  return settled ? nothing : one({ type: 'settled', at, totalSek });
}
