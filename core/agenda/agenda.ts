import type { Rulebook } from '../agreement/rulebook.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { addMonths, type Month, monthOf } from '../calendar/month.ts';
import type { InterimMonth } from '../payment/due.ts';
import { payoutDay } from '../payment/payout-day.ts';
import { type CaseId, openingCase, payoutCase, reconciliationCase } from '../record/case-id.ts';

/** What is to be opened, and from which day on. */
export interface AgendaItem {
  readonly case: CaseId;
  readonly workflow: 'monthly-payout' | 'reconciliation' | 'year-opening';
  readonly opens: Day;
}

/** A payout is opened this many days before its pay day, so that people have a working week for it. */
export const leadDays = 7;

/**
 * Everything that agreements and interim decisions put on the agenda: the year's opening when it is signed, a payout for
 * every month in which something falls due, the reconciliation on its day.
 */
export function agenda(
  rulebooks: readonly Rulebook[],
  interims: readonly InterimMonth[],
): readonly AgendaItem[] {
  const months = [...yearsDueIn(rulebooks, interims)].sort(([a], [b]) => (a < b ? -1 : 1));
  const yearly = rulebooks.flatMap(({ agreement }): AgendaItem[] => [
    {
      case: openingCase(agreement.year),
      workflow: 'year-opening',
      opens: agreement.signed.value,
    },
    {
      case: reconciliationCase(agreement.year),
      workflow: 'reconciliation',
      opens: agreement.reconciliation.opens.value,
    },
  ]);
  const payouts = months.flatMap(([month, years]) => payoutItem(month, years, rulebooks) ?? []);
  return [...yearly, ...payouts];
}

/** The payout of a month on the agenda; undefined when no agreement says on which day it would be paid. */
function payoutItem(
  month: Month,
  years: Iterable<number>,
  rulebooks: readonly Rulebook[],
): AgendaItem | undefined {
  const paidOn = payoutDay(month, years, rulebooks);
  return (
    paidOn && {
      case: payoutCase(month),
      workflow: 'monthly-payout',
      opens: addDays(paidOn, -leadDays),
    }
  );
}

/**
 * The months in which something falls due, with the agreement years that have it. Local discounts fall due in none by themselves: they
 * are deducted from what does.
 */
export function yearsDueIn(
  rulebooks: readonly Rulebook[],
  interims: readonly InterimMonth[],
): ReadonlyMap<Month, ReadonlySet<number>> {
  const due = [
    ...rulebooks.flatMap(({ agreement, lines }) =>
      lines
        .filter(({ kind }) => kind !== 'local-discount')
        .flatMap(({ dueMonths }) => dueMonths(agreement))
        .map((month) => ({ month, year: agreement.year })),
    ),
    ...interims.map(({ month, decision }) => ({ month, year: decision.agreementYear })),
  ];
  const years = new Map<Month, Set<number>>();
  for (const { month, year } of due)
    years.set(month, (years.get(month) ?? new Set<number>()).add(year));
  return years;
}

/**
 * The month whose payout is to be open on a day, whether anything falls due in it or not: the next that is paid, from a week before its
 * pay day to that day. Undefined on the days between.
 */
export function monthToOpen(today: Day, rulebooks: readonly Rulebook[]): Month | undefined {
  const month = monthOf(addDays(today, leadDays));
  return [addMonths(month, -1), month].find((each) => {
    const paidOn = payoutDay(each, [], rulebooks);
    return paidOn !== undefined && today <= paidOn && addDays(paidOn, -leadDays) <= today;
  });
}

/** A case that need not be opened any more: the opener's record of what is done. */
export type AgendaEvent = { readonly type: 'closed'; readonly case: CaseId };
