import type { AgreementParameters } from '../../agreement/parameters.ts';
import { firstBankDay } from '../../calendar/bank-day.ts';
import type { Day } from '../../calendar/day.ts';
import { firstWeekday } from '../../calendar/first-weekday.ts';
import { addMonths, type Month, monthsFrom } from '../../calendar/month.ts';

type Calendar = Pick<AgreementParameters, 'instalments'>;

/**
 * The month in which a cost month's instalment is paid: two months later.
 *
 * @sv      utbetalningsmånad
 * @cites   letter-2022, villkor för anslagspost 2; letter-2020, "den första vardagen i februari"
 * @applies agreement years from 2021
 * @reading R-01
 */
export const payMonth = (costMonth: Month, { instalments }: Calendar): Month =>
  addMonths(costMonth, instalments.lagMonths.value);

/** The month whose costs an instalment paid in that month is for. */
export const costMonth = (paidIn: Month, { instalments }: Calendar): Month =>
  addMonths(paidIn, -instalments.lagMonths.value);

/** The payment months of the year's instalments, in order. */
export function instalmentMonths({ instalments }: Calendar): Month[] {
  const first = payMonth(instalments.firstCostMonth.value, { instalments });
  return monthsFrom(first, addMonths(first, instalments.count.value - 1));
}

/** The day of the month on which it is paid: the first weekday, which may be a Saturday, or the first bank day. */
export const payDay = (paidIn: Month, { instalments }: Calendar): Day =>
  instalments.payDay.value === 'first-weekday' ? firstWeekday(paidIn) : firstBankDay(paidIn);
