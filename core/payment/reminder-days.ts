import { isBankDay } from '../calendar/bank-day.ts';
import { addDays, type Day } from '../calendar/day.ts';

/** How many bank days before the pay day people are reminded, once on each. */
const reminders = 2;

/**
 * The days on which those whose approval is still missing are reminded: the two bank days before the pay day, the earlier one
 * first. The pay day itself is none of them; whoever approves on it is in time if the bank is.
 */
export function reminderDays(payDay: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = addDays(payDay, -1); days.length < reminders; day = addDays(day, -1))
    if (isBankDay(day)) days.unshift(day);
  return days;
}
