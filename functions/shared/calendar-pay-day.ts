import { agreementYears, rulebookOf } from '../../core/agreement/rulebook.ts';
import type { Day } from '../../core/calendar/day.ts';
import { type Month, yearOf } from '../../core/calendar/month.ts';
import { payDay } from '../../core/rules/instalment/pay-month.ts';

/** The day that agreements give a payout of the month; undefined before the first agreement. */
export function calendarPayDay(month: Month): Day | undefined {
  const year = agreementYears.findLast((each) => each <= yearOf(month));
  return year === undefined ? undefined : payDay(month, rulebookOf(year).agreement);
}
