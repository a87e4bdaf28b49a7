import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek, firstDayOf, lastDayOf, parseDay } from '../../../core/calendar/day.ts';
import { parseMonth } from '../../../core/calendar/month.ts';

describe('a day', () => {
  it.each(['0000-01-01', '2020-02-29', '2000-02-29', '2021-12-31', '9999-12-31'])(
    'can be %s',
    (text) => {
      expect(parseDay(text)).toBe(text);
    },
  );

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '2021-01-32',
    '2021-1-1',
    '20210101',
    '2021-01-01T00:00',
    ' 2021-01-01',
    '2021-01-01 ',
    '',
  ])('cannot be %j', (text) => {
    expect(() => parseDay(text)).toThrow(
      new RangeError(
        `Not a day: ${JSON.stringify(text)}. Allowed is YYYY-MM-DD of a day that exists, such as '2021-03-01'.`,
      ),
    );
  });
});

describe('days are counted', () => {
  it.each([
    ['2021-02-28', 1, '2021-03-01'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2021-03-01', -1, '2021-02-28'],
    ['2021-12-31', 1, '2022-01-01'],
    ['2021-01-01', 365, '2022-01-01'],
    ['2000-01-01', 146_097, '2400-01-01'],
    ['0000-03-01', -60, '0000-01-01'],
    ['2021-03-01', 0, '2021-03-01'],
  ])('%s and %s days is %s', (day, n, expected) => {
    expect(addDays(parseDay(day), n)).toBe(expected);
  });

  it.each([
    ['2021-03-01', 0.5],
    ['2021-03-01', Number.POSITIVE_INFINITY],
    ['9999-12-31', 1],
    ['0000-01-01', -1],
  ])('but not from %s by %s', (day, n) => {
    expect(() => addDays(parseDay(day), n)).toThrow(
      new RangeError(
        `Cannot go ${n} days from ${day}: allowed is a whole number within the years 0000–9999.`,
      ),
    );
  });

  it('one by one as in the Gregorian calendar, with their days of the week, in 800 years', () => {
    const clock = new Date('1600-02-27T00:00:00Z');
    let day = parseDay('1600-02-27');
    const wrong: string[] = [];
    for (let n = 0; n < 2 * 146_097; n += 1) {
      const expected = clock.toISOString().slice(0, 10);
      if (day !== expected || dayOfWeek(day) !== (clock.getUTCDay() || 7)) wrong.push(expected);
      day = addDays(day, 1);
      clock.setUTCDate(clock.getUTCDate() + 1);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the days of a week', () => {
  it.each([
    ['2021-03-01', 1],
    ['2021-03-07', 7],
    ['2022-10-01', 6],
    ['0000-01-01', 6],
    ['0000-03-01', 3],
    ['9999-12-31', 5],
  ])('%s is day %s of its week, counted from Monday', (day, expected) => {
    expect(dayOfWeek(parseDay(day))).toBe(expected);
  });
});

describe('the first and the last day of a month', () => {
  it.each([
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2021-04', '2021-04-01', '2021-04-30'],
    ['2021-12', '2021-12-01', '2021-12-31'],
    ['2021-01', '2021-01-01', '2021-01-31'],
    ['9999-12', '9999-12-01', '9999-12-31'],
  ])('of %s are %s and %s', (month, first, last) => {
    expect(firstDayOf(parseMonth(month))).toBe(first);
    expect(lastDayOf(parseMonth(month))).toBe(last);
  });
});
