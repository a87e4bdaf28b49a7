import type { Day } from './brands.ts';
import { addDays, dayOfWeek, parseDay } from './day.ts';

const holidaysOf = new Map<number, ReadonlyMap<Day, string>>();

/**
 * The public holidays of a year by lagen (1989:253) om allmänna helgdagar, with their Swedish names. Every Sunday is one too,
 * by the same law; only those with a name of their own are listed. When two fall on one day it has both names.
 *
 * Refuses years before 1990, when the law came into force. National Day took Whit Monday's place in 2005 (SFS 2004:1320).
 */
export function publicHolidays(year: number): ReadonlyMap<Day, string> {
  if (!Number.isInteger(year) || year < 1990 || year > 9998) {
    throw new RangeError(
      `No public holidays are known for the year ${year}: allowed is a whole number from 1990 to 9998.`,
    );
  }
  const known = holidaysOf.get(year);
  if (known) return known;
  const holidays = new Map<Day, string>();
  for (const [day, name] of named(year)) {
    const other = holidays.get(day);
    holidays.set(day, other === undefined ? name : `${other} och ${name}`);
  }
  holidaysOf.set(year, holidays);
  return holidays;
}

/** Whether the day is a public holiday with a name of its own. Sundays without one are left to the caller. */
export function isPublicHoliday(day: Day): boolean {
  return publicHolidays(Number(day.slice(0, 4))).has(day);
}

/** By date, as section 2 of the law says where each falls. */
function named(year: number): [Day, string][] {
  const date = (monthAndDay: string): Day => parseDay(`${year}-${monthAndDay}`);
  const easter = easterSunday(year);
  const whitSunday = addDays(easter, 49); // The seventh Sunday after Easter Sunday.
  const holidays: [Day, string][] = [
    [date('01-01'), 'nyårsdagen'],
    [date('01-06'), 'trettondedag jul'],
    [addDays(easter, -2), 'långfredagen'],
    [easter, 'påskdagen'],
    [addDays(easter, 1), 'annandag påsk'],
    [date('05-01'), 'första maj'],
    [addDays(easter, 39), 'Kristi himmelsfärdsdag'], // The sixth Thursday after Easter Sunday.
    [whitSunday, 'pingstdagen'],
    year < 2005 ? [addDays(whitSunday, 1), 'annandag pingst'] : [date('06-06'), 'nationaldagen'],
    [saturdayFrom(date('06-20')), 'midsommardagen'],
    [saturdayFrom(date('10-31')), 'alla helgons dag'],
    [date('12-25'), 'juldagen'],
    [date('12-26'), 'annandag jul'],
  ];
  return holidays.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The Saturday on the day or within the six days after it. */
function saturdayFrom(day: Day): Day {
  return addDays(day, (13 - dayOfWeek(day)) % 7);
}

/** The Sunday after the full moon on or next after 21 March, by the church's moon: Gauss's rule of 1816. */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const yearOfMoonCycle = year % 19; // The moon's phases come back to the same dates after 19 years.
  const droppedLeapDays = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((13 + 8 * century) / 25);
  const days = (19 * yearOfMoonCycle + 15 + droppedLeapDays - moonCorrection) % 30;
  // The cycle has 29 dates to offer where this counts 30, and gives none of them to two of its years.
  const tooLate = days === 29 || (days === 28 && yearOfMoonCycle > 10);
  const fullMoon = addDays(parseDay(`${year}-03-21`), tooLate ? days - 1 : days);
  return addDays(fullMoon, 7 - (dayOfWeek(fullMoon) % 7));
}
