import { yearsDueIn } from '../../core/agenda/agenda.ts';
import { agreementYears, rulebookOf } from '../../core/agreement/rulebook.ts';
import type { Day } from '../../core/calendar/day.ts';
import { type Month, yearOf } from '../../core/calendar/month.ts';
import { payoutDay } from '../../core/payment/payout-day.ts';

/**
 * The day that agreements give a payout of the month, as long as it has no proposal that says its own; undefined before the first
 * agreement.
 */
export function calendarPayDay(month: Month): Day | undefined {
  if (!agreementYears.some((year) => year <= yearOf(month))) return undefined;
  const signed = agreementYears.map(rulebookOf);
  return payoutDay(month, yearsDueIn(signed, []).get(month) ?? [], signed);
}
