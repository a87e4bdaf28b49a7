import { type NeedsGroup, needsGroups } from '../agreement/needs-groups.ts';
import { type Explained, type Foreign, given } from '../explain.ts';
import { Fraction } from '../money/fraction.ts';
import type { Sek } from '../money/sek.ts';
import { type ByRegion, byRegion } from '../regions.ts';
import type { AllocationFacts } from '../rules/facts.ts';
import type { InputLeaf, InputSource } from '../working.ts';
import type { InputContents } from './contents.ts';
import type { InputVersion } from './input-stream.ts';
import type { InputKind } from './kinds.ts';

/** The version in force of an input, with its content by kind. */
export interface InForce<K extends InputKind> extends InputVersion {
  readonly content: InputContents[K] & InputVersion['content'];
}

const sourceOf = ({ stream, version, hash }: InputVersion): InputSource => ({
  stream,
  version,
  hash,
});

const byGroup = <T>(make: (group: NeedsGroup) => T) =>
  new Map(needsGroups.map((group) => [group, make(group)]));

const inhabitants = (input: InForce<'population'>) =>
  byRegion((code) =>
    byGroup((group) =>
      given.inhabitants(BigInt(input.content[code][group]), `${code} ${group}`, sourceOf(input)),
    ),
  );

const priceTags = (input: InForce<'price-tags'>) =>
  byGroup((group) =>
    given.perInhabitant(Fraction.parse(input.content[group]), group, sourceOf(input)),
  );

const solidarityCosts = (input: InForce<'solidarity-costs'>) =>
  byRegion((code) =>
    Object.entries(input.content[code])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([disease, cost]) =>
        given.sek(Fraction.parse(cost), `${code} ${disease}`, sourceOf(input)),
      ),
  );

const secondLevel = (input: InForce<'second-level'>) =>
  given.perInhabitant(
    Fraction.parse(input.content.sekPerInhabitant),
    'kronor per inhabitant above the mean',
    sourceOf(input),
  );

/** Turns the four inputs of the allocation into facts, each number a leaf that names its row. */
export const allocationFacts = (inputs: {
  readonly population: InForce<'population'>;
  readonly 'price-tags': InForce<'price-tags'>;
  readonly 'solidarity-costs': InForce<'solidarity-costs'>;
  readonly 'second-level': InForce<'second-level'>;
}): AllocationFacts => ({
  population: inhabitants(inputs.population),
  priceTags: priceTags(inputs['price-tags']),
  solidarityCosts: solidarityCosts(inputs['solidarity-costs']),
  secondLevel: secondLevel(inputs['second-level']),
});

/** One amount per region: rebates as forecast or as final. */
export const amountsByRegion = (
  input: InForce<'rebate-forecast' | 'rebate-final'>,
): ByRegion<Explained<Sek>> =>
  byRegion((code) => given.sek(Fraction.parse(input.content[code]), code, sourceOf(input)));

/** Every reported local discount, by region; an empty list where the report names none. */
export const localDiscountsByRegion = (
  input: InForce<'local-discounts'>,
): ByRegion<readonly Explained<Sek>[]> =>
  byRegion((code) =>
    (input.content[code] ?? []).map((amount, index) =>
      given.sek(Fraction.parse(amount), `${code} discount ${index + 1}`, sourceOf(input)),
    ),
  );

/** The year's cost outcomes, kronor. */
export const costOutcomes = (input: InForce<'outcomes'>) => ({
  benefitCost: given.sek(Fraction.parse(input.content.benefitCostSek), 'benefits', sourceOf(input)),
  hepatitisCCost: given.sek(
    Fraction.parse(input.content.hepatitisCCostSek),
    'hepatitis C',
    sourceOf(input),
  ),
});

/** Kronor for a euro on the input's day. */
export const euroRate = (input: InForce<'rate'>): Explained<Foreign> =>
  given.sekPerEuro(Fraction.parse(input.content.sekPerEuro), input.content.day, sourceOf(input));

/** The monthly total that an interim decision authorises. Refuses a decision of another kind, which has none. */
export function interimMonthlyTotal(input: InForce<'authorisation'>): Explained<Sek> {
  const { decision, monthlyTotalSek } = input.content;
  if (monthlyTotalSek === undefined)
    throw new RangeError(`Decision ${decision} authorises no interim payment.`);
  return given.sek(Fraction.parse(monthlyTotalSek), `${decision} monthly total`, sourceOf(input));
}

/** What each kind supplies, as payments are made from it; the others supply no number. */
const supplied: { readonly [K in InputKind]?: (input: InForce<K>) => unknown } = {
  population: inhabitants,
  'price-tags': priceTags,
  'solidarity-costs': solidarityCosts,
  'second-level': secondLevel,
  'rebate-forecast': amountsByRegion,
  'rebate-final': amountsByRegion,
  'local-discounts': localDiscountsByRegion,
  outcomes: costOutcomes,
  rate: euroRate,
  authorisation: interimMonthlyTotal,
};

/** Every number that a version of an input supplies, each as the leaf by which working names it. */
export const leavesSupplied = (kind: InputKind, version: InputVersion): readonly InputLeaf[] =>
  leavesIn(supplied[kind]?.(version as never));

function leavesIn(value: unknown): readonly InputLeaf[] {
  if (value instanceof Map || Array.isArray(value)) return [...value.values()].flatMap(leavesIn);
  const { working, ...parts } = Object(value) as Partial<Explained<unknown>>;
  return working?.node === 'input' ? [working] : Object.values(parts).flatMap(leavesIn);
}
