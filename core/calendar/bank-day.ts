import type { Day, Month } from './brands.ts';
import { addDays, dayOfWeek, firstDayOf } from './day.ts';
import { isPublicHoliday, publicHolidays } from './public-holidays.ts';

/**
 * Whether banks carry out payments on the day: Monday to Friday, no public holiday, and none of the three eves on which
 * they are closed (midsommarafton, julafton, nyårsafton).
 */
export function isBankDay(day: Day): boolean {
  return dayOfWeek(day) <= 5 && !isPublicHoliday(day) && !isBankHolidayEve(day);
}

/** The first bank day of the month. The agreement pays on the first weekday, which may be a Saturday. */
export function firstBankDay(month: Month): Day {
  return bankDayOnOrAfter(firstDayOf(month));
}

/** The first bank day after the day. */
export function nextBankDay(day: Day): Day {
  return bankDayOnOrAfter(addDays(day, 1));
}

/** The day itself if it is a bank day, otherwise the next one. */
export function bankDayOnOrAfter(day: Day): Day {
  let bankDay = day;
  while (!isBankDay(bankDay)) bankDay = addDays(bankDay, 1);
  return bankDay;
}

/** The day itself if it is a bank day, otherwise the last one before it: by then people must have done what a pay day waits for. */
export function bankDayOnOrBefore(day: Day): Day {
  let bankDay = day;
  while (!isBankDay(bankDay)) bankDay = addDays(bankDay, -1);
  return bankDay;
}

function isBankHolidayEve(day: Day): boolean {
  const monthAndDay = day.slice(5);
  if (monthAndDay === '12-24' || monthAndDay === '12-31') return true;
  const dayAfter = publicHolidays(Number(day.slice(0, 4))).get(addDays(day, 1));
  return dayAfter === 'midsommardagen';
}
