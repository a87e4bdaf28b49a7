import { choicesOf, type ReportItem } from '../../core/bank/report-events.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import { type Refusal, refusal } from '../../core/payment/approval.ts';
import type { MovementChoice } from '../../core/payment/bank-words.ts';
import { againstMovement } from '../../core/payment/decide-release.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { isUndone } from '../../core/payment/lines.ts';
import type { Records } from '../../core/ports.ts';
import { type CaseId, reissueOf } from '../../core/record/case-id.ts';
import { carryingPayouts } from './carrying-payouts.ts';
import { readCase } from './cases.ts';

/** The case that is to send a payment again, if a person has decided so and the bank has not carried it out since. */
export const reissueUnderWay = (
  id: CaseId,
  { lines }: CaseState,
  payee: PayeeCode,
): CaseId | undefined =>
  lines.get(payee)?.resolved?.choice === 'reissue' ? reissueOf(id, payee) : undefined;

/**
 * What stands against a choice in the case that is to send the payment again. `booked-anew` ends that case, which is too late once it has
 * been released. `bank-to-correct` lets it send again, which it does not any more once somebody has ended it.
 */
export function reissueRefuses(
  choice: MovementChoice,
  { released, closeRequested }: CaseState,
): Refusal | undefined {
  const against = choice === 'booked-anew' ? released : closeRequested;
  if (!against) return undefined;
  const standing = choice === 'booked-anew' ? 'reissue' : 'booked-anew';
  return refusal('already-resolved', `The payment is ${standing} already; ${choice} was given.`, {
    standing,
    given: choice,
  });
}

/** Which voucher of a payment that is to be paid with the next month says what is carried; undefined where none is to be. */
export const carriedVoucher = ({ lines }: CaseState, payee: PayeeCode): string | undefined => {
  const line = lines.get(payee);
  return line?.resolved?.choice === 'next-month' ? line.takenBack : undefined;
};

/** What stands against `booked-anew` of a payment that was to be paid with the next month: that it has been. */
export const carriedRefusal = (payee: PayeeCode, payout: CaseId): Refusal =>
  refusal(
    'movement-carried',
    `What came back of ${payee} has been paid again with ${payout}; booked-anew was given, allowed is bank-to-correct.`,
    { payee, standing: payout, given: 'booked-anew' },
  );

/** What may be said now of an open item: exactly what would be taken, as the cases stand. */
export interface SayableNow {
  readonly choices: readonly MovementChoice[];
  /** There is nothing to choose, since the money is where it was. */
  readonly undone: boolean;
}

export async function sayableNow(
  records: Records,
  item: ReportItem,
  now: Instant,
): Promise<SayableNow> {
  const { case: id, payee, movement } = item;
  if (!id || !payee || movement === undefined) return { choices: [], undone: false };
  const { state } = await readCase(records, id);
  if (isUndone(item, state.lines)) return { choices: [], undone: true };
  const again = reissueUnderWay(id, state, payee);
  const reissue = again && (await readCase(records, again)).state;
  const carried = carriedVoucher(state, payee);
  const payouts = carried === undefined ? [] : await carryingPayouts(records, id, carried, now);
  const paidAgain = payouts.some(({ released }) => released);
  const choices = choicesOf(item).filter(
    (choice) =>
      !(choice === 'booked-anew' && paidAgain) &&
      !(reissue && reissueRefuses(choice, reissue)) &&
      (againstMovement(state, { payee, movement, choice })?.ok ?? true),
  );
  return { choices, undone: false };
}
