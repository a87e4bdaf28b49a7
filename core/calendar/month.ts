import type { Day, Month } from './brands.ts';

export type { Month } from './brands.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Refuses everything but 'YYYY-MM' with a month from 01 to 12. */
export function parseMonth(text: string): Month {
  if (!MONTH.test(text)) {
    throw new RangeError(
      `Not a month: ${JSON.stringify(text)}. Allowed is YYYY-MM such as '2021-03'.`,
    );
  }
  return text as Month;
}

/** The month that lies n months later, or earlier if n is negative. Stays within the years 0000 to 9999. */
export function addMonths(month: Month, n: number): Month {
  const index = yearOf(month) * 12 + Number(month.slice(5)) - 1 + n;
  if (!Number.isInteger(index) || index < 0 || index >= 120_000) {
    throw new RangeError(
      `Cannot go ${n} months from ${month}: allowed is a whole number within the years 0000–9999.`,
    );
  }
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The calendar year a month lies in. */
export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

/** Every month from the first to the last, both included. Refuses a last month before the first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  if (last < first) throw new RangeError(`The last month, ${last}, is before the first, ${first}.`);
  const months: Month[] = [];
  for (let month = first; month < last; month = addMonths(month, 1)) months.push(month);
  return [...months, last];
}
