import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { Rate } from '../../../core/money/rate.ts';
import { wholeKronor } from '../../../core/money/rounding.ts';
import { Sek } from '../../../core/money/sek.ts';

const { grant, pot, corridors, requisitions } = agreement2021;

describe('The agreement of 2021, as printed', () => {
  it('gives 31 400 + 424 + 1 620 = 33 444 mnkr', () => {
    expect(Sek.sum(grant.parts.map(({ amount }) => amount.value))).toEqual(grant.total.value);
    expect(grant.total.value.toString()).toBe('33444000000');
  });

  it('shares 33 432 900 840 kr among the regions, which twelve divides into 2 786 075 070', () => {
    const setAside = Sek.sum(pot.setAside.map(({ amount }) => amount.value));
    expect(grant.total.value.minus(setAside)).toEqual(pot.printed.value);
    expect(pot.printed.value.times(Rate.of('1/12').fraction).toString()).toBe('2786075070');
    expect(pot.unexplained.value.isZero()).toBe(true);
  });

  it('has corridor limits three percent beside the forecast, rounded to mnkr by hand', () => {
    const [benefits, hepatitisC] = corridors;
    const percent = (amount: string, share: string) =>
      Sek.millions(amount).times(Rate.percent(share).fraction);
    expect(benefits.lower.value).toEqual(percent('31400', '97'));
    expect(benefits.upper.value).toEqual(percent('31400', '103'));
    expect(percent('606', '97').toString()).toBe('587820000'); // Printed as 588.
    expect(hepatitisC.lower.value).toEqual(Sek.millions('588'));
    expect(percent('606', '103').toString()).toBe('624180000'); // Printed as 624.
    expect(hepatitisC.upper.value).toEqual(Sek.millions('624'));
  });

  it('sets aside for SOL and IHSI what their requisitions are paid, IHSI at 10.3645', () => {
    const [sol, ihsi] = requisitions;
    const setAside = pot.setAside.map(({ amount }) => amount.value);
    expect(setAside).toEqual([sol.amount.fixed.value, ihsi.amount.preliminary.value]);
    const atAgreedRate = Sek.exactly(ihsi.amount.euro.value).times(Rate.of('10.3645'));
    expect(wholeKronor(atAgreedRate)).toEqual(ihsi.amount.preliminary.value);
  });

  it('measures the population on 31 December, three years before the grant year', () => {
    expect(agreement2021.needs.populationOn.value).toBe(`${agreement2021.year - 3}-12-31`);
  });
});
