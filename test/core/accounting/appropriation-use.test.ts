import { describe, expect, it } from 'vitest';
import { appropriationUse } from '../../../core/accounting/appropriation-use.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { Sek } from '../../../core/money/sek.ts';

const frame = {
  appropriation: Sek.of('100'),
  credit: Sek.of('20'),
  creditUsedBefore: Sek.of('5'),
  paidBefore: Sek.of('10'),
};
const voucher = (day: string, cashSek: string) => ({ day: parseDay(day), cashSek });

const used = (...vouchers: [day: string, sek: string][]) =>
  appropriationUse(
    frame,
    vouchers.map(([day, sek]) => voucher(day, sek)),
  ).map(({ month, ...amounts }) => [
    month,
    ...[amounts.used, amounts.usedToDate, amounts.left, amounts.creditUsed].map(String),
  ]);

describe('The use of an appropriation of 100, of which 10 was paid before and 5 was last year’s credit', () => {
  it('is shown month by month: used, used to date, left, credit used', () => {
    expect(used(['2021-03-01', '40'], ['2021-04-01', '30'])).toEqual([
      ['2021-03', '40', '50', '45', '0'],
      ['2021-04', '30', '80', '15', '0'],
    ]);
  });

  it('goes into the credit when nothing is left', () => {
    expect(used(['2021-11-01', '85'], ['2021-12-01', '1'])).toEqual([
      ['2021-11', '85', '95', '0', '0'],
      ['2021-12', '1', '96', '-1', '1'],
    ]);
  });

  it('comes back with what the bank sent back', () => {
    expect(used(['2021-03-01', '90'], ['2021-03-03', '-90'])).toEqual([
      ['2021-03', '0', '10', '85', '0'],
    ]);
  });

  it('has a month in which nothing was paid, between others', () => {
    expect(
      used(['2021-03-01', '1'], ['2021-05-01', '1']).map(([month, sek]) => [month, sek]),
    ).toEqual([
      ['2021-03', '1'],
      ['2021-04', '0'],
      ['2021-05', '1'],
    ]);
  });

  it('is no month while nothing is booked', () => {
    expect(used()).toEqual([]);
  });
});
