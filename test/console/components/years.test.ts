import { describe, expect, it } from 'vitest';
import {
  agreementUnderWay,
  firstYear,
  agreementYears as known,
  yearsUntil,
} from '../../../console/components/years.ts';
import { agreementYears } from '../../../core/agreement/rulebook.ts';

describe('the years that one can choose among', () => {
  it('are of the agreements of the rulebook', () => {
    expect(known).toEqual(agreementYears);
    expect(firstYear).toBe(Math.min(...agreementYears));
  });

  it.each([
    ['2021-03-01T00:00:00.000Z', 2021],
    ['2022-05-31T22:00:00.000Z', 2021],
    ['2020-01-01T00:00:00.000Z', 2021],
    ['2031-06-01T00:00:00.000Z', Math.max(...agreementYears)],
  ])('at %s the agreement under way is that of %i', (now, year) => {
    expect(agreementUnderWay(now)).toBe(year);
  });

  it('end with the year of the clock, the latest first', () => {
    expect(yearsUntil('2023-01-01T00:00:00.000Z')).toEqual([2023, 2022, 2021]);
  });

  it('hold the first year also before it has begun', () => {
    expect(yearsUntil('2020-12-31T00:00:00.000Z')).toEqual([2021]);
  });
});
