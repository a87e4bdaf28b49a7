import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import {
  addMonths,
  monthOf,
  monthsFrom,
  parseMonth,
  yearOf,
} from '../../../core/calendar/month.ts';
import { cases } from '../../helpers/cases.ts';

const march = parseMonth('2021-03');

describe('a month', () => {
  it.each(['0000-01', '2021-01', '2021-09', '2021-10', '2021-12', '9999-12'])(
    'can be %s',
    (text) => {
      expect(parseMonth(text)).toBe(text);
    },
  );

  it.each([
    '2021-00',
    '2021-13',
    '2021-1',
    '21-01',
    '2021/01',
    '2021-01-01',
    ' 2021-01',
    '2021-01 ',
    '',
    '2021-20',
  ])('cannot be %j', (text) => {
    expect(() => parseMonth(text)).toThrow(
      new RangeError(`Not a month: ${JSON.stringify(text)}. Allowed is YYYY-MM such as '2021-03'.`),
    );
  });

  it('belongs to a year and a day to a month', () => {
    expect(yearOf(march)).toBe(2021);
    expect(monthOf(parseDay('2021-03-31'))).toBe('2021-03');
  });
});

describe('months are counted', () => {
  it.each([
    ['2021-01', 2, '2021-03'],
    ['2021-12', 2, '2022-02'],
    ['2022-01', -1, '2021-12'],
    ['2021-03', 0, '2021-03'],
    ['2021-03', -15, '2019-12'],
    ['0999-12', 1, '1000-01'],
    ['0000-02', -1, '0000-01'],
    ['9999-11', 1, '9999-12'],
  ])('%s and %s months is %s', (month, n, expected) => {
    expect(addMonths(parseMonth(month), n)).toBe(expected);
  });

  it.each([
    ['2021-03', 1.5],
    ['2021-03', Number.NaN],
    ['9999-12', 1],
    ['0000-01', -1],
  ])('but not from %s by %s', (month, n) => {
    expect(() => addMonths(parseMonth(month), n)).toThrow(
      new RangeError(
        `Cannot go ${n} months from ${month}: allowed is a whole number within the years 0000–9999.`,
      ),
    );
  });

  it('back and forth leads to the same month', () => {
    const month = fc.integer({ min: -24_000, max: 24_000 }).map((n) => addMonths(march, n));
    fc.assert(
      fc.property(month, fc.integer({ min: -240, max: 240 }), (from, n) => {
        expect(addMonths(addMonths(from, n), -n)).toBe(from);
        expect(parseMonth(from)).toBe(from);
      }),
      cases(1_000),
    );
  });
});

describe('the months from one to another', () => {
  it('are all of them, both included', () => {
    expect(monthsFrom(parseMonth('2021-11'), parseMonth('2022-02'))).toEqual([
      '2021-11',
      '2021-12',
      '2022-01',
      '2022-02',
    ]);
    expect(monthsFrom(march, march)).toEqual(['2021-03']);
    expect(monthsFrom(parseMonth('9999-11'), parseMonth('9999-12'))).toHaveLength(2);
  });

  it('are refused backwards', () => {
    expect(() => monthsFrom(march, parseMonth('2021-02'))).toThrow(
      new RangeError('The last month, 2021-02, is before the first, 2021-03.'),
    );
  });
});
