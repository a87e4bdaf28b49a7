import { parseDay } from '../calendar/day.ts';
import type { Month } from '../calendar/month.ts';
import type { Authorisation } from '../inputs/contents.ts';
import { type DueItem, dueUpTo, isDone, type PayoutState } from '../payment/due.ts';
import { dueInPayout, isGrant, type PayoutCalendar } from '../payment/due-in-payout.ts';
import { authorityFor } from '../rules/payment/authority.ts';

/** Everything that decides what payouts pay, of whichever month. */
export type Calendar = Omit<PayoutCalendar, 'month' | 'own'>;

/** What a payout that is still to come is expected to pay. */
export interface ExpectedPayout {
  readonly month: Month;
  readonly items: readonly DueItem[];
  /** The agreement years whose instalments in it settle what was paid before the agreement. */
  readonly truesUp: readonly number[];
}

/**
 * The payouts that are still to come, one after the other, each with what it will have to pay when those before it have been released:
 * by the very rule of the payout itself. Money that is due in none of them is in none of them.
 *
 * Decisions come month by month, so one under the agreement is expected for every month, but where an interim decision alone covers
 * it. Where both do, the interim decision is expected to end, since nothing is paid until it does.
 *
 * @param until the last month that is looked at
 * @param next  the month in which is paid what months that are done have left behind
 */
export function expectedPayouts(
  calendar: Calendar,
  until: Month,
  next: Month,
): readonly ExpectedPayout[] {
  const { rulebooks, interims, ended } = calendar;
  const last = until > next ? until : next;
  const all = dueUpTo(last, rulebooks, interims, ended);
  const planned = all.filter(({ due }) => due <= until).map(({ due }) => due);
  const months = [...new Set([...planned, ...calendar.runs.keys(), next])];
  const expected: ExpectedPayout[] = [];
  let runs: Calendar['runs'] = calendar.runs;
  for (const month of months.filter((each) => each <= last).sort()) {
    const own = runs.get(month);
    if (own && isDone(own)) continue;
    const others = new Map([...runs].filter(([each]) => each !== month));
    const authorisations = expectedDecisions(calendar, all, month);
    const { items, truesUp } = dueInPayout({
      ...calendar,
      ...{ month, runs: others, own, authorisations },
    });
    expected.push({ month, items, truesUp });
    const released: PayoutState = { released: { paid: items.map(({ key }) => key) } };
    runs = new Map([...others, [month, released]]);
  }
  return expected;
}

/** The decisions that a month is expected to have on each year's grant: its interim one, where that stands alone, else the agreement's. */
function expectedDecisions(
  { authorisations }: Calendar,
  all: readonly DueItem[],
  month: Month,
): readonly Authorisation[] {
  const years = [...new Set(all.filter(isGrant).map(({ agreementYear }) => agreementYear))];
  return years.map((agreementYear): Authorisation => {
    const covering = (kind: 'instalment' | 'interim-instalment') => {
      const found = authorityFor({ kind, agreementYear, month }, authorisations);
      return found.ok && found.value !== 'none-needed' ? found.value : undefined;
    };
    const agreement = covering('instalment');
    const interim = covering('interim-instalment');
    if (interim && !agreement) return interim;
    const expected: Authorisation = {
      ...{ decision: 'expected', decidedOn: parseDay(`${month}-01`), kind: 'agreement' },
      ...{ agreementYear, firstMonth: month, lastMonth: month },
    };
    return agreement ?? expected;
  });
}
