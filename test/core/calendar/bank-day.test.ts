import { describe, expect, it } from 'vitest';
import {
  bankDayOnOrAfter,
  bankDayOnOrBefore,
  firstBankDay,
  isBankDay,
  nextBankDay,
} from '../../../core/calendar/bank-day.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { firstWeekday } from '../../../core/calendar/first-weekday.ts';
import { monthsFrom, parseMonth } from '../../../core/calendar/month.ts';

describe('a bank day', () => {
  it.each([
    ['2021-03-01', true, 'a Monday'],
    ['2021-03-05', true, 'a Friday'],
    ['2021-03-06', false, 'a Saturday'],
    ['2021-03-07', false, 'a Sunday'],
    ['2021-05-13', false, 'Kristi himmelsfärdsdag'],
    ['2021-06-24', true, 'the day before midsommarafton'],
    ['2021-06-25', false, 'midsommarafton'],
    ['2022-06-24', false, 'midsommarafton'],
    ['2021-12-23', true, 'the day before julafton'],
    ['2021-12-24', false, 'julafton'],
    ['2021-12-31', false, 'nyårsafton'],
    ['2021-12-30', true, 'the day before nyårsafton'],
    ['2022-01-05', true, 'trettondagsafton'],
    ['2021-11-05', true, 'the day before alla helgons dag'],
    ['2021-01-29', true, 'a Friday at the end of a month'],
  ])('%s: %s, %s', (day, expected) => {
    expect(isBankDay(parseDay(day))).toBe(expected);
  });

  it.each([
    ['2021-04-01', '2021-04-06', 'over Easter'],
    ['2021-03-01', '2021-03-02', 'the day after'],
    ['2021-12-30', '2022-01-03', 'over New Year'],
    ['2021-06-24', '2021-06-28', 'over Midsummer'],
  ])('after %s is %s, %s', (day, next) => {
    expect(nextBankDay(parseDay(day))).toBe(next);
  });

  it.each([
    ['2021-04-01', '2021-04-01'],
    ['2021-04-02', '2021-04-06'],
    ['2022-10-01', '2022-10-03'],
  ])('on or after %s is %s', (day, expected) => {
    expect(bankDayOnOrAfter(parseDay(day))).toBe(expected);
  });

  it.each([
    ['2021-04-01', '2021-04-01'],
    ['2021-05-01', '2021-04-30'],
    ['2021-04-05', '2021-04-01'],
  ])('on or before %s is %s', (day, expected) => {
    expect(bankDayOnOrBefore(parseDay(day))).toBe(expected);
  });
});

describe('the first bank day of a month', () => {
  it.each([
    ['2021-01', '2021-01-04'],
    ['2021-03', '2021-03-01'],
    ['2022-10', '2022-10-03'],
  ])('in %s is %s', (month, day) => {
    expect(firstBankDay(parseMonth(month))).toBe(day);
  });

  it('differs from the first weekday twice in 2021 and 2022', () => {
    const months = monthsFrom(parseMonth('2021-01'), parseMonth('2022-12'));
    expect(months.filter((month) => firstBankDay(month) !== firstWeekday(month))).toEqual([
      '2021-01',
      '2022-10',
    ]);
  });
});
