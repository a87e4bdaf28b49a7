import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import type { Corridor } from '../../../../core/agreement/parameters.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { Rate } from '../../../../core/money/rate.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { corridorNationally, riskCorridor } from '../../../../core/rules/corridor/risk-corridor.ts';
import { nationalKey } from '../../../../core/rules/settlement/national-key.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, kronor, millions, sekTable, texts, total } from '../../amounts.ts';

const [benefits, hepatitisC] = agreement2021.corridors;
const at = { source: 'agreement-2021', place: 'test' } as const;
const ofBenefits = (sek: string) =>
  corridorNationally(benefits, new Map([['benefits', kronor(sek)]])).value.toString();
const ofHepatitisC = (sek: string) =>
  corridorNationally(hepatitisC, new Map([['hepatitis-c', kronor(sek)]])).value.toString();

describe('The corridor of benefits', () => {
  it('pays 329 mnkr at 33 000 mnkr, as the agreement reckons: 0.5 × (33 000 − 32 342)', () => {
    const outcomes = new Map([['benefits', millions('33000')]] as const);
    expect(corridorNationally(benefits, outcomes).value).toEqual(Sek.millions('329'));
  });

  it.each([
    ['30458000000', '0'],
    ['31400000000', '0'],
    ['32342000000', '0'],
    ['30457999998', '-1'],
    ['32342000002', '1'],
    ['30200000000', '-129000000'],
  ])('at %s kr comes to %s kr', (outcome, amount) => {
    expect(ofBenefits(outcome)).toBe(amount);
  });

  it('makes half a krona whole away from zero, on both sides', () => {
    expect(ofBenefits('32342000001')).toBe('1');
    expect(ofBenefits('30457999999')).toBe('-1');
  });
});

describe('The corridor of hepatitis C', () => {
  it('pays 61.6 mnkr at a cost of 800 mnkr, as the agreement reckons: 0.5 × 0.7 × (800 − 624)', () => {
    const outcomes = new Map([['hepatitis-c', millions('800')]] as const);
    expect(corridorNationally(hepatitisC, outcomes).value).toEqual(Sek.millions('61.6'));
  });

  it.each([
    ['588000000', '0'],
    ['606000000', '0'],
    ['624000000', '0'],
    ['587999990', '-4'], // −3.5
    ['624000010', '4'],
    ['572000000', '-5600000'],
  ])('at a cost of %s kr comes to %s kr', (outcome, amount) => {
    expect(ofHepatitisC(outcome)).toBe(amount);
  });
});

describe('A corridor with limits on a share of cost', () => {
  const onShare: Corridor = {
    ...hepatitisC,
    limitsOn: 'share-of-cost',
    lower: cited(Sek.millions('411'), at),
    upper: cited(Sek.millions('437'), at),
  };
  const pooled: Corridor = {
    ...onShare,
    kind: 'corridor-net',
    parts: [...benefits.parts, ...hepatitisC.parts],
  };

  it('compares the share and not the cost: 61.5 mnkr at 800, the other reading of the same text', () => {
    const outcomes = new Map([['hepatitis-c', millions('800')]] as const);
    expect(corridorNationally(onShare, outcomes).value).toEqual(Sek.millions('61.5'));
  });

  it('adds the parts up before it looks at the limits', () => {
    const outcomes = new Map([
      ['benefits', millions('200')],
      ['hepatitis-c', millions('300')],
    ] as const);
    // 200 + 0.7 × 300 = 410, one below the limit.
    expect(corridorNationally(pooled, outcomes).value).toEqual(Sek.millions('-0.5'));
  });

  it('refuses limits on a cost that is made of several parts', () => {
    const outcomes = new Map([
      ['benefits', millions('200')],
      ['hepatitis-c', millions('300')],
    ] as const);
    expect(() => corridorNationally({ ...pooled, limitsOn: 'cost' }, outcomes)).toThrow(
      new RangeError("Limits on a cost need one part; corridor-net has 2. Use 'share-of-cost'."),
    );
  });
});

describe('A corridor, shared among the regions', () => {
  const shares = nationalKey({ grants: sekTable({ '01': '2', '09': '1' }) }, agreement2021);

  it('is made whole for the country first, then divided', () => {
    const outcomes = new Map([['benefits', kronor('32342000001')]] as const);
    expect(texts(riskCorridor(benefits, outcomes, shares))).toEqual({ '01': '1', '09': '0' });
  });

  it('refuses an outcome that is not there', () => {
    expect(() => riskCorridor(hepatitisC, new Map(), shares)).toThrow(
      new RangeError("The corridor needs the outcome of 'hepatitis-c'."),
    );
  });

  it('loses no krona and makes none, whatever outcome and grants', () => {
    const outcome = fc.bigInt(25_000_000_000n, 36_000_000_000n);
    fc.assert(
      fc.property(anyGrants, outcome, (grants, cost) => {
        const outcomes = new Map([['benefits', kronor(`${cost}`)]] as const);
        const key = nationalKey({ grants }, agreement2021);
        const lines = riskCorridor(benefits, outcomes, key);
        return total(lines).equals(corridorNationally(benefits, outcomes).value);
      }),
      cases(200),
    );
  });

  it('never pays less for a higher cost', () => {
    const outcome = fc.bigInt(25_000_000_000n, 36_000_000_000n);
    fc.assert(
      fc.property(outcome, outcome, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        return BigInt(ofBenefits(`${low}`)) <= BigInt(ofBenefits(`${high}`));
      }),
      cases(300),
    );
  });

  it('turns every parameter of the agreement into kronor: half the sharing is half the amount', () => {
    const outcomes = new Map([['benefits', millions('33000')]] as const);
    const halved = { ...benefits, sharing: cited(Rate.percent('25'), at) };
    expect(corridorNationally(halved, outcomes).value).toEqual(Sek.millions('164.5'));
  });
});
