import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { firstWeekday, isWeekday } from '../../../core/calendar/first-weekday.ts';
import { parseMonth } from '../../../core/calendar/month.ts';

describe('the first weekday of a month', () => {
  it.each([
    '2021-03-01',
    '2021-04-01',
    '2021-05-03',
    '2021-06-01',
    '2021-07-01',
    '2021-08-02',
    '2021-09-01',
    '2021-10-01',
    '2021-11-01',
    '2021-12-01',
    '2022-01-03',
    '2022-02-01',
    '2022-03-01',
    '2022-04-01',
    '2022-05-02',
  ])('is %s in the payment months of the 2021 agreement', (day) => {
    expect(firstWeekday(parseMonth(day.slice(0, 7)))).toBe(day);
  });

  it.each([
    ['2021-01', '2021-01-02', 'a Saturday, after New Year'],
    ['2022-10', '2022-10-01', 'a Saturday'],
    ['2021-08', '2021-08-02', 'not a Sunday'],
    ['2026-11', '2026-11-02', 'not a Sunday'],
    ['2018-04', '2018-04-03', 'after Easter Sunday and Easter Monday'],
    ['2020-11', '2020-11-02', 'after a Sunday'],
    ['2008-05', '2008-05-02', 'after the first of May'],
  ])('in %s is %s: %s', (month, day) => {
    expect(firstWeekday(parseMonth(month))).toBe(day);
  });
});

describe('a weekday in the sense of the law', () => {
  it.each([
    ['2021-03-01', true, 'a Monday'],
    ['2021-03-06', true, 'a Saturday'],
    ['2021-03-07', false, 'a Sunday'],
    ['2021-04-05', false, 'Easter Monday'],
    ['2021-06-25', true, 'midsommarafton is no public holiday'],
    ['2021-06-26', false, 'midsommardagen'],
    ['2021-12-24', true, 'julafton is no public holiday'],
  ])('%s: %s, %s', (day, expected) => {
    expect(isWeekday(parseDay(day))).toBe(expected);
  });
});
