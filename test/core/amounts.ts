import fc from 'fast-check';
import { type NeedsGroup, needsGroups } from '../../core/agreement/needs-groups.ts';
import { type Explained, type Foreign, given, type Inhabitants } from '../../core/explain.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { Sek } from '../../core/money/sek.ts';
import { type ByRegion, byRegion, type RegionCode, regionCodes } from '../../core/regions.ts';
import type { Result } from '../../core/result.ts';
import type { AllocationFacts } from '../../core/rules/facts.ts';

const source = { stream: 'test', version: 1, hash: '' } as const;

/** Kronor that somebody supplied: '100', '-2.5' or '1/3'. */
export const kronor = (text: string, row = 'row'): Explained<Sek> =>
  given.sek(Fraction.parse(text), row, source);

export const millions = (text: string): Explained<Sek> =>
  given.sek(Sek.millions(text).fraction, 'row', source);

export const each = (text: string): Explained<Sek<'perInhabitant'>> =>
  given.perInhabitant(Fraction.parse(text), 'row', source);

export const people = (count: bigint): Explained<Inhabitants> =>
  given.inhabitants(count, 'row', source);

export const euroRate = (text: string): Explained<Foreign> =>
  given.sekPerEuro(Fraction.parse(text), 'rate', source);

/** A table of some regions only. */
export const table = <T, U>(
  values: Partial<Record<RegionCode, T>>,
  make: (value: T) => U,
): ByRegion<U> =>
  new Map(Object.entries(values).map(([code, value]) => [code as RegionCode, make(value as T)]));

/** Kronor of some regions: `sekTable({ '01': '100' })`. */
export const sekTable = (values: Partial<Record<RegionCode, string>>): ByRegion<Explained<Sek>> =>
  table(values, (text) => kronor(text));

/** The amounts as text, by region, for comparison. */
export const texts = (amounts: ByRegion<Explained<{ toString(): string }>>) =>
  Object.fromEntries([...amounts].map(([region, { value }]) => [region, value.toString()]));

export const total = (amounts: ByRegion<Explained<Sek>>): Sek =>
  Sek.sum([...amounts.values()].map(({ value }) => value));

/** The value of a result that must be ok. */
export function accepted<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(
    `Refused: ${JSON.stringify(result.refusal, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}`,
  );
}

/** The refusal of a result that must be none. */
export function refusalOf<R>(result: Result<unknown, R>): R {
  if (!result.ok) return result.refusal;
  throw new Error('Nothing was refused.');
}

/** One whole amount for each of the 21 regions. */
export const anyAmounts = (least: bigint, most: bigint): fc.Arbitrary<ByRegion<Explained<Sek>>> =>
  fc
    .array(fc.bigInt(least, most), { minLength: regionCodes.length, maxLength: regionCodes.length })
    .map((amounts) => {
      const left = amounts.values();
      return byRegion((region) => kronor(`${left.next().value}`, region));
    });

/** The grants of 21 regions. */
export const anyGrants = anyAmounts(1n, 10_000_000_000n);

/** A country: populations of 22 groups in 21 regions, price tags, solidarity costs, second level. */
export const anyAllocation: fc.Arbitrary<AllocationFacts> = fc
  .record({
    seed: fc.array(fc.bigInt(0n, 200_000n), { minLength: 43, maxLength: 43 }),
    tags: fc.array(fc.bigInt(1n, 2_000_000n), { minLength: 22, maxLength: 22 }),
    costs: fc.array(fc.bigInt(0n, 90_000_000n), { minLength: 21, maxLength: 21 }),
    secondLevel: fc.bigInt(0n, 200n),
  })
  .map(({ seed, tags, costs, secondLevel }) => ({
    population: byRegion((region) => {
      const index = regionCodes.indexOf(region);
      return new Map<NeedsGroup, Explained<Inhabitants>>(
        needsGroups.map((group, at) => [group, people(1n + (seed[index + at] ?? 0n))]),
      );
    }),
    priceTags: new Map(needsGroups.map((group, at) => [group, each(`${tags[at]}/100`)])),
    solidarityCosts: byRegion((region) => [
      kronor(`${costs[regionCodes.indexOf(region)]}`),
      kronor('1000'),
    ]),
    secondLevel: each(`${secondLevel}`),
  }));
