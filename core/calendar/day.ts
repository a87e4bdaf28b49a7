import type { Day, Month } from './brands.ts';

export type { Day } from './brands.ts';

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIRST = numberOf(0, 1, 1);
const LAST = numberOf(9999, 12, 31);

/** Refuses everything but 'YYYY-MM-DD', and days that do not exist (2021-02-29). */
export function parseDay(text: string): Day {
  if (!DAY.test(text) || dayOfNumber(numberOfDay(text)) !== text) {
    throw new RangeError(
      `Not a day: ${JSON.stringify(text)}. Allowed is YYYY-MM-DD of a day that exists, such as '2021-03-01'.`,
    );
  }
  return text as Day;
}

/** The day that lies n days later, or earlier if n is negative. Stays within the years 0000 to 9999. */
export function addDays(day: Day, n: number): Day {
  const number = numberOfDay(day) + n;
  if (!Number.isInteger(number) || number < FIRST || number > LAST) {
    throw new RangeError(
      `Cannot go ${n} days from ${day}: allowed is a whole number within the years 0000–9999.`,
    );
  }
  return dayOfNumber(number);
}

/** Monday is 1, Sunday is 7. */
export function dayOfWeek(day: Day): DayOfWeek {
  // Number 0, 1 March 0000, is a Wednesday; 7 000 days before it too, and nothing here lies before that.
  return (((numberOfDay(day) + 7_002) % 7) + 1) as DayOfWeek;
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDayOf(month: Month): Day {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return dayOfNumber(numberOf(year, number + 1, 1) - 1);
}

/*
 * Days are counted from 1 March 0000, in years that begin in March: so the leap day is the last of its year, and the lengths
 * of the months (31 30 31 30 31, again and again) are 153 days in five months. Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", days_from_civil and civil_from_days.
 */

function numberOfDay(day: string): number {
  return numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

/** Month 13 is January of the next year. */
function numberOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = month > 2 ? month - 3 : month + 9;
  return daysBefore(marchYear) + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1;
}

/** Days before 1 March of the year. */
function daysBefore(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

function dayOfNumber(number: number): Day {
  // 400 years have 146 097 days. Taking out the leap days before it leaves 365 days to each year.
  const dayOfEra = ((number % 146_097) + 146_097) % 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const marchYear = 400 * Math.floor(number / 146_097) + yearOfEra;
  const dayOfYear = number - daysBefore(marchYear);
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1;
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  const year = month > 2 ? marchYear : marchYear + 1;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as Day;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
