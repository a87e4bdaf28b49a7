import { describe, expect, it } from 'vitest';
import { needsGroups } from '../../../core/agreement/needs-groups.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import type { InputContents } from '../../../core/inputs/contents.ts';
import {
  allocationFacts,
  amountsByRegion,
  costOutcomes,
  euroRate,
  type InForce,
  interimMonthlyTotal,
  localDiscountsByRegion,
} from '../../../core/inputs/facts.ts';
import type { InputKind } from '../../../core/inputs/kinds.ts';
import { of, type RegionCode, regionCodes } from '../../../core/regions.ts';
import type { Working } from '../../../core/working.ts';
import { decisions, interimSpring } from '../payment/calendar-of-the-sample.ts';

const input = <K extends InputKind>(kind: K, content: InputContents[K]) =>
  ({
    stream: `INPUT#2021/${kind}`,
    version: 3,
    event: 4,
    hash: `hash of ${kind}`,
    registeredAt: parseInstant('2021-02-01T08:00:00.000Z'),
    registeredBy: 'hanna',
    from: 'somebody',
    documentHash: 'd',
    content,
    confirmed: true,
  }) as InForce<K>;

const regional = <T>(make: (code: RegionCode, index: number) => T) =>
  Object.fromEntries(regionCodes.map((code, index) => [code, make(code, index)])) as Record<
    RegionCode,
    T
  >;
const grouped = <T>(make: (index: number) => T) =>
  Object.fromEntries(needsGroups.map((group, index) => [group, make(index)])) as Record<
    (typeof needsGroups)[number],
    T
  >;

/** What a reader sees of a leaf: the amount, its unit, the row, and the version of the input. */
const leaf = (working: Working | undefined) =>
  working?.node === 'input'
    ? [working.exact.toString(), working.unit, working.row, working.source]
    : working;
const source = (kind: string) => ({
  stream: `INPUT#2021/${kind}`,
  version: 3,
  hash: `hash of ${kind}`,
});

describe('The facts of the allocation', () => {
  const facts = allocationFacts({
    population: input(
      'population',
      regional((_, r) => grouped((g) => `${1000 * r + g}`)),
    ),
    'price-tags': input(
      'price-tags',
      grouped((g) => `${g}.25`),
    ),
    'solidarity-costs': input(
      'solidarity-costs',
      regional(() => ({ Gaucher: '7', Fabry: '5', Pompe: '6' })),
    ),
    'second-level': input('second-level', { sekPerInhabitant: '60' }),
  });

  it('name region and group of each number of inhabitants', () => {
    const second = 'child-0-income-high';
    const uppsala = of(facts.population, '03').get(second);
    expect(leaf(uppsala?.working)).toEqual([
      '1001',
      'inhabitants',
      `03 ${second}`,
      source('population'),
    ]);
    expect(of(facts.population, '03').size).toBe(22);
    expect(facts.population.size).toBe(21);
  });

  it('name the group of each price tag', () => {
    const third = 'child-1-5-income-low';
    expect(leaf(facts.priceTags.get(third)?.working)).toEqual([
      '9/4',
      'sek-per-inhabitant',
      third,
      source('price-tags'),
    ]);
  });

  it('name region and disease of each cost, in the order of the diseases’ names', () => {
    const costs = of(facts.solidarityCosts, '25').map(({ working }) => leaf(working));
    expect(costs).toEqual([
      ['5', 'sek', '25 Fabry', source('solidarity-costs')],
      ['7', 'sek', '25 Gaucher', source('solidarity-costs')],
      ['6', 'sek', '25 Pompe', source('solidarity-costs')],
    ]);
  });

  it('say what the second level is counted in', () => {
    expect(leaf(facts.secondLevel.working)).toEqual([
      '60',
      'sek-per-inhabitant',
      'kronor per inhabitant above the mean',
      source('second-level'),
    ]);
  });
});

describe('The facts of a payment', () => {
  it.each(['rebate-forecast', 'rebate-final'] as const)(
    'name the region of each amount: %s',
    (kind) => {
      const amounts = amountsByRegion(
        input(
          kind,
          regional((_, r) => `${r}`),
        ),
      );
      expect(amounts.size).toBe(21);
      expect(leaf(of(amounts, '03').working)).toEqual(['1', 'sek', '03', source(kind)]);
    },
  );

  it('number a region’s local discounts, and know that a region has none', () => {
    const discounts = localDiscountsByRegion(input('local-discounts', { '03': ['10', '20'] }));
    expect(of(discounts, '03').map(({ working }) => leaf(working))).toEqual([
      ['10', 'sek', '03 discount 1', source('local-discounts')],
      ['20', 'sek', '03 discount 2', source('local-discounts')],
    ]);
    expect(of(discounts, '01')).toEqual([]);
  });

  it('name both outcomes', () => {
    const facts = costOutcomes(input('outcomes', { benefitCostSek: '8', hepatitisCCostSek: '9' }));
    expect(leaf(facts.benefitCost.working)).toEqual(['8', 'sek', 'benefits', source('outcomes')]);
    expect(leaf(facts.hepatitisCCost.working)).toEqual([
      '9',
      'sek',
      'hepatitis C',
      source('outcomes'),
    ]);
  });

  it('name the day of a rate', () => {
    const rate = euroRate(input('rate', { day: parseDay('2021-06-15'), sekPerEuro: '10.5' }));
    expect(leaf(rate.working)).toEqual(['21/2', 'sek-per-eur', '2021-06-15', source('rate')]);
  });

  it('name the decision of an interim total', () => {
    expect(leaf(interimMonthlyTotal(input('authorisation', interimSpring)).working)).toEqual([
      '2860000000',
      'sek',
      'rb-2022-02-17 monthly total',
      source('authorisation'),
    ]);
  });

  it('know no interim total of a decision that orders none', () => {
    const [agreement] = decisions;
    if (!agreement) throw new Error('The sample has decisions.');
    expect(() => interimMonthlyTotal(input('authorisation', agreement))).toThrow(
      new RangeError('Decision rb-2021-02-18 authorises no interim payment.'),
    );
  });
});
