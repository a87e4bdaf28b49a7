import { type Month, monthOf } from '../../core/calendar/month.ts';
import { dayInStockholm, parseInstant } from '../../core/calendar/stockholm.ts';

/** The month of an instant, in Stockholm. */
export const monthOfInstant = (instant: string): Month =>
  monthOf(dayInStockholm(parseInstant(instant)));
