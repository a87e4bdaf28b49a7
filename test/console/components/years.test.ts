import { describe, expect, it } from 'vitest';
import { firstYear, yearsUntil } from '../../../console/components/years.ts';
import { agreementYears } from '../../../core/agreement/rulebook.ts';

describe('the years that one can choose among', () => {
  it('begin with the first agreement of the rulebook', () => {
    expect(firstYear).toBe(Math.min(...agreementYears));
  });

  it('end with the year of the clock, the latest first', () => {
    expect(yearsUntil('2023-01-01T00:00:00.000Z')).toEqual([2023, 2022, 2021]);
  });

  it('hold the first year also before it has begun', () => {
    expect(yearsUntil('2020-12-31T00:00:00.000Z')).toEqual([2021]);
  });
});
