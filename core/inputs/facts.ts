import { type NeedsGroup, needsGroups } from '../agreement/needs-groups.ts';
import { type Explained, type Foreign, given } from '../explain.ts';
import { Fraction } from '../money/fraction.ts';
import type { Sek } from '../money/sek.ts';
import { type ByRegion, byRegion } from '../regions.ts';
import type { AllocationFacts } from '../rules/facts.ts';
import type { InputSource } from '../working.ts';
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

/** Turns the four inputs of the allocation into facts, each number a leaf that names its row. */
export function allocationFacts(inputs: {
  readonly population: InForce<'population'>;
  readonly 'price-tags': InForce<'price-tags'>;
  readonly 'solidarity-costs': InForce<'solidarity-costs'>;
  readonly 'second-level': InForce<'second-level'>;
}): AllocationFacts {
  const {
    population,
    'price-tags': tags,
    'solidarity-costs': costs,
    'second-level': level,
  } = inputs;
  const byGroup = <T>(make: (group: NeedsGroup) => T) =>
    new Map(needsGroups.map((group) => [group, make(group)]));
  return {
    population: byRegion((code) =>
      byGroup((group) =>
        given.inhabitants(
          BigInt(population.content[code][group]),
          `${code} ${group}`,
          sourceOf(population),
        ),
      ),
    ),
    priceTags: byGroup((group) =>
      given.perInhabitant(Fraction.parse(tags.content[group]), group, sourceOf(tags)),
    ),
    solidarityCosts: byRegion((code) =>
      Object.entries(costs.content[code])
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([disease, cost]) =>
          given.sek(Fraction.parse(cost), `${code} ${disease}`, sourceOf(costs)),
        ),
    ),
    secondLevel: given.perInhabitant(
      Fraction.parse(level.content.sekPerInhabitant),
      'kronor per inhabitant above the mean',
      sourceOf(level),
    ),
  };
}

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
