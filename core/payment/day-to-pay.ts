import { nextBankDay } from '../calendar/bank-day.ts';
import type { Day } from '../calendar/day.ts';
import type { PaymentTerms } from './events.ts';

/**
 * The day on which a payment leaves at the earliest, asked on some day: its pay day, or the next bank day when that has passed. One that
 * holds on its pay day only keeps it, and is refused when the day has passed.
 */
export const dayToPay = (
  { payDay, onlyOnPayDay }: Pick<PaymentTerms, 'payDay' | 'onlyOnPayDay'>,
  today: Day,
): Day => (today > payDay && !onlyOnPayDay ? nextBankDay(today) : payDay);
