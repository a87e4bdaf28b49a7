import type { Day, Month } from './brands.ts';
import { addDays, dayOfWeek, firstDayOf } from './day.ts';
import { isPublicHoliday } from './public-holidays.ts';

/** Whether the day is a weekday in the law's sense (vardag): Monday to Saturday and no public holiday. */
export function isWeekday(day: Day): boolean {
  return dayOfWeek(day) !== 7 && !isPublicHoliday(day);
}

/** The first weekday of the month (första vardagen). It may be a Saturday: the first bank day is another rule. */
export function firstWeekday(month: Month): Day {
  let day = firstDayOf(month);
  while (!isWeekday(day)) day = addDays(day, 1);
  return day;
}
