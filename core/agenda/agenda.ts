import type { Rulebook } from '../agreement/rulebook.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { type Month, yearOf } from '../calendar/month.ts';
import type { InterimMonth } from '../payment/due.ts';
import { type CaseId, openingCase, payoutCase, reconciliationCase } from '../record/case-id.ts';
import { payDay } from '../rules/instalment/pay-month.ts';

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
  const [first] = rulebooks;
  if (!first) return [];
  const payout = (month: Month): AgendaItem => ({
    case: payoutCase(month),
    workflow: 'monthly-payout',
    opens: addDays(payDay(month, calendarFor(month, rulebooks) ?? first.agreement), -leadDays),
  });
  const months = new Set([
    ...rulebooks.flatMap(({ agreement, lines }) =>
      lines
        .filter(({ kind }) => kind !== 'local-discount')
        .flatMap(({ dueMonths }) => dueMonths(agreement)),
    ),
    ...interims.map(({ month }) => month),
  ]);
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
  return [...yearly, ...[...months].sort().map(payout)];
}

/**
 * The calendar of the newest agreement that the month can belong to; interim payments keep the one before theirs. None before
 * the first.
 */
const calendarFor = (month: Month, rulebooks: readonly Rulebook[]) =>
  rulebooks.findLast(({ agreement }) => agreement.year <= yearOf(month))?.agreement;

/** A case that need not be opened any more: the opener's record of what is done. */
export type AgendaEvent = { readonly type: 'closed'; readonly case: CaseId };
