import { describe, expect, it } from 'vitest';
import { dayOfWeek, parseDay } from '../../../core/calendar/day.ts';
import { isPublicHoliday, publicHolidays } from '../../../core/calendar/public-holidays.ts';

const names = (year: number) => Object.fromEntries(publicHolidays(year));

/** The days that have a name, in the order of the year. */
const dayOf = (year: number, name: string) =>
  [...publicHolidays(year)].filter(([, names]) => names.includes(name)).map(([day]) => day);

/** Easter Sunday by Meeus, Jones and Butcher (Meeus, Astronomical Algorithms, chapter 8), independent of ours. */
function easterByButcher(year: number): string {
  const div = (a: number, b: number) => Math.floor(a / b);
  const a = year % 19;
  const [b, c] = [div(year, 100), year % 100];
  const g = div(b - div(b + 8, 25) + 1, 3);
  const h = (19 * a + b - div(b, 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * div(c, 4) - h - (c % 4)) % 7;
  const m = div(a + 11 * h + 22 * l, 451);
  const n = h + l - 7 * m + 114;
  return `${year}-0${div(n, 31)}-${String((n % 31) + 1).padStart(2, '0')}`;
}

describe('the public holidays by lagen (1989:253) om allmänna helgdagar', () => {
  it('of 2021 and 2022', () => {
    expect(names(2021)).toEqual({
      '2021-01-01': 'nyårsdagen',
      '2021-01-06': 'trettondedag jul',
      '2021-04-02': 'långfredagen',
      '2021-04-04': 'påskdagen',
      '2021-04-05': 'annandag påsk',
      '2021-05-01': 'första maj',
      '2021-05-13': 'Kristi himmelsfärdsdag',
      '2021-05-23': 'pingstdagen',
      '2021-06-06': 'nationaldagen',
      '2021-06-26': 'midsommardagen',
      '2021-11-06': 'alla helgons dag',
      '2021-12-25': 'juldagen',
      '2021-12-26': 'annandag jul',
    });
    expect(Object.keys(names(2022))).toEqual([
      '2022-01-01',
      '2022-01-06',
      '2022-04-15',
      '2022-04-17',
      '2022-04-18',
      '2022-05-01',
      '2022-05-26',
      '2022-06-05',
      '2022-06-06',
      '2022-06-25',
      '2022-11-05',
      '2022-12-25',
      '2022-12-26',
    ]);
  });

  it('had Whit Monday until 2004 and National Day from 2005', () => {
    expect(dayOf(2004, 'annandag pingst')).toEqual(['2004-05-31']);
    expect(dayOf(2004, 'nationaldagen')).toEqual([]);
    expect(dayOf(2005, 'annandag pingst')).toEqual([]);
    expect(dayOf(2005, 'nationaldagen')).toEqual(['2005-06-06']);
  });

  it('carry both names when two fall on one day', () => {
    expect(names(2008)['2008-05-01']).toBe('första maj och Kristi himmelsfärdsdag');
    expect(publicHolidays(2008).size).toBe(12);
    expect(names(2049)['2049-06-06']).toBe('pingstdagen och nationaldagen');
  });

  it.each([
    [1990, '1990-04-15'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2016, '2016-03-27'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2285, '2285-03-22'],
  ])('put Easter Sunday of %s on %s', (year, easter) => {
    expect(dayOf(year, 'påskdagen')).toEqual([easter]);
  });

  it('put Easter Sunday where another method puts it, from 1990 to 4999', () => {
    const years = Array.from({ length: 3_010 }, (_, i) => 1990 + i);
    const wrong = years.filter((year) => dayOf(year, 'påskdagen')[0] !== easterByButcher(year));
    expect(wrong).toEqual([]);
  });

  it('put midsommardagen and alla helgons dag on a Saturday within their weeks, in any year', () => {
    for (let year = 1990; year < 2100; year += 1) {
      for (const [name, first, last] of [
        ['midsommardagen', '06-20', '06-26'],
        ['alla helgons dag', '10-31', '11-06'],
      ] as const) {
        const [day, ...more] = dayOf(year, name);
        expect(more).toEqual([]);
        expect(dayOfWeek(parseDay(day ?? 'none'))).toBe(6);
        expect(day?.slice(5) && day.slice(5) >= first && day.slice(5) <= last).toBe(true);
      }
    }
  });

  it('come in the order of the year', () => {
    for (let year = 1990; year < 2100; year += 1) {
      const days = [...publicHolidays(year).keys()];
      expect(days).toEqual(days.toSorted());
    }
  });

  it('are known for a day', () => {
    expect(isPublicHoliday(parseDay('2021-06-06'))).toBe(true);
    expect(isPublicHoliday(parseDay('2021-06-07'))).toBe(false);
  });

  it.each([1989, 9999, 2021.5, Number.NaN])('are refused for the year %s', (year) => {
    expect(() => publicHolidays(year)).toThrow(
      new RangeError(
        `No public holidays are known for the year ${year}: allowed is a whole number from 1990 to 9998.`,
      ),
    );
  });

  it('are known for the first and the last year allowed', () => {
    expect(publicHolidays(1990).get(parseDay('1990-01-01'))).toBe('nyårsdagen');
    expect(publicHolidays(9998).get(parseDay('9998-12-26'))).toBe('annandag jul');
  });
});
