import type { AgreementParameters } from '../agreement/parameters.ts';
import type { Citation } from '../agreement/sources.ts';
import { bankDayOnOrBefore } from '../calendar/bank-day.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { payDay } from '../rules/instalment/pay-month.ts';
import { leadDays } from './agenda.ts';

/** The pay day that a requisition asks for is later than any on which it can be paid. */
export interface TooFarAhead {
  readonly kind: 'pay-day-too-late';
  readonly asked: Day;
  /** The last bank day that can be asked for. */
  readonly last: Day;
  readonly cites: readonly Citation[];
}

/**
 * For how many days what was requisitioned can wait for its day. An execution lives for a year at most; what comes after the wait,
 * approvals and the bank's report, takes some of that.
 */
const longestWaitDays = 330;

/**
 * What stands against a pay day that lies far ahead: it is before the day on which the payout is prepared that adjusts the preliminary
 * amount, "senast i samband med den utbetalning till regionerna som sker i februari". That payout waits for what was requisitioned in
 * euros, so a later day would hold every region's money. Undefined when nothing does.
 *
 * @cites agreement-2021, Bilaga, Utbetalningsordning
 */
export function tooFarAhead(
  asked: Day,
  receivedOn: Day,
  agreement: AgreementParameters,
): TooFarAhead | undefined {
  const { month } = agreement.ihsiDifference;
  const prepared = addDays(payDay(month.value, agreement), -leadDays);
  const byAgreement = addDays(prepared, -1);
  const byWait = addDays(receivedOn, longestWaitDays);
  const last = bankDayOnOrBefore(byAgreement < byWait ? byAgreement : byWait);
  // Whoever asks for a day that has passed is paid when it came in.
  const day = asked > receivedOn ? asked : receivedOn;
  return day > last
    ? { kind: 'pay-day-too-late', asked: day, last, cites: month.cites }
    : undefined;
}
