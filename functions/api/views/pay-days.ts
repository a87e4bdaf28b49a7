import { agreementYears, rulebookOf } from '../../../core/agreement/rulebook.ts';
import { bankDayOnOrBefore } from '../../../core/calendar/bank-day.ts';
import type { Day } from '../../../core/calendar/day.ts';
import { type CaseId, caseKind, caseYear } from '../../../core/record/case-id.ts';
import { instalmentMonths } from '../../../core/rules/instalment/pay-month.ts';
import { calendarPayDay } from '../../shared/calendar-pay-day.ts';
import type { RunSummary } from './cases.ts';

/**
 * The last day on which people can do what a run waits for, so that the money leaves on its pay day: the pay day itself when banks
 * are open on it, since a payment approved that day is released that day; else the last bank day before.
 *
 * The year's allocation must be decided for its first instalment, the reconciliation for the month that settles it.
 */
export function lastDayFor({ run, payDay }: Pick<RunSummary, 'run' | 'payDay'>): Day | undefined {
  const day = (payDay as Day | undefined) ?? neededOn(run as CaseId);
  return day === undefined ? undefined : bankDayOnOrBefore(day);
}

function neededOn(id: CaseId): Day | undefined {
  const kind = caseKind(id);
  const year = agreementYears.find((each) => each === caseYear(id));
  if (year === undefined || kind === 'payout' || kind === 'requisition') return undefined;
  const { agreement } = rulebookOf(year);
  const month =
    kind === 'opening'
      ? instalmentMonths(agreement)[0]
      : agreement.reconciliation.settlementMonth.value;
  return month && calendarPayDay(month);
}
