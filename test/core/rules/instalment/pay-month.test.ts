import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { parseMonth } from '../../../../core/calendar/month.ts';
import {
  costMonth,
  instalmentMonths,
  payDay,
  payMonth,
} from '../../../../core/rules/instalment/pay-month.ts';

describe('The payment month', () => {
  it.each([
    ['2021-01', '2021-03'],
    ['2021-11', '2022-01'], // As the appropriation letter of 2022 says.
    ['2021-12', '2022-02'],
  ])('of the costs of %s is %s', (cost, paid) => {
    expect(payMonth(parseMonth(cost), agreement2021)).toBe(paid);
    expect(costMonth(parseMonth(paid), agreement2021)).toBe(cost);
  });

  it('runs from March 2021 to February 2022 for the twelve instalments', () => {
    const months = instalmentMonths(agreement2021);
    expect(months).toHaveLength(12);
    expect([months[0], months[9], months[10], months[11]]).toEqual([
      '2021-03',
      '2021-12',
      '2022-01',
      '2022-02',
    ]);
  });
});

describe('The pay day', () => {
  it('is the first weekday of each month of the 2021 agreement', () => {
    const months = [...instalmentMonths(agreement2021), '2022-03', '2022-04', '2022-05'];
    expect(months.map((month) => payDay(parseMonth(month), agreement2021))).toEqual([
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
    ]);
  });

  it('may be a Saturday, and is the Monday after where the first bank day is agreed', () => {
    const october = parseMonth('2022-10');
    const bankDay = cited('first-bank-day', { source: 'readings', place: 'R-01' });
    const instalments = { ...agreement2021.instalments, payDay: bankDay };
    expect(payDay(october, agreement2021)).toBe('2022-10-01');
    expect(payDay(october, { instalments })).toBe('2022-10-03');
  });
});
