import { rulebookOf } from '../../core/agreement/rulebook.ts';
import { nextBankDay } from '../../core/calendar/bank-day.ts';
import { type Month, monthOf } from '../../core/calendar/month.ts';
import type { Registration } from '../inputs/registration.ts';
import type { YearInputs } from '../inputs/year-inputs.ts';

/**
 * The last month of the run: the settlement's, the last for which a decision lets anything be paid, or that of the bank day
 * after the last arrival, on which what waited for it is paid. Everything that can be paid is paid by then.
 */
export function lastMonth(
  { agreementYear, authorisations }: Pick<YearInputs, 'agreementYear' | 'authorisations'>,
  arrivals: readonly Pick<Registration, 'day'>[],
): Month {
  const { settlementMonth } = rulebookOf(agreementYear).agreement.reconciliation;
  const months = [
    settlementMonth.value,
    ...authorisations.map((each) => each.lastPaymentMonth),
    ...arrivals.map(({ day }) => monthOf(nextBankDay(day))),
  ];
  return months.sort().at(-1) ?? settlementMonth.value;
}
