import type { Rulebook } from '../agreement/rulebook.ts';
import type { Day } from '../calendar/day.ts';
import { type Month, yearOf } from '../calendar/month.ts';
import { payDay } from '../rules/instalment/pay-month.ts';

/**
 * The day on which a month's payout is paid: by the rule of the latest agreement year that has a line in the month. A year that has no
 * agreement yet, whose interim payments are paid, keeps the rule of the latest agreement before it, and so does a month without lines.
 * Before the first agreement it is the first one's; undefined when there is none.
 *
 * @param agreementYears the agreement years that have a line in the month
 * @param rulebooks in the order of their years
 *
 * @reading R-01
 */
export function payoutDay(
  month: Month,
  agreementYears: Iterable<number>,
  rulebooks: readonly Rulebook[],
): Day | undefined {
  const years = [...agreementYears];
  const latest = years.length > 0 ? Math.max(...years) : yearOf(month);
  const calendar = rulebooks.findLast(({ agreement }) => agreement.year <= latest) ?? rulebooks[0];
  return calendar && payDay(month, calendar.agreement);
}
