import type { AgreementParameters, SharingKey } from '../../agreement/parameters.ts';
import type { Explained, Inhabitants } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Rate } from '../../money/rate.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';
import type { FactName, PaymentFacts } from '../facts.ts';

/** The fact that each key weighs by. */
export const keyFact = {
  'years-grant': 'grants',
  'needs-share': 'modelCosts',
  population: 'inhabitants',
} as const satisfies Record<SharingKey, FactName>;

/**
 * Each region's share of an amount that is one for the whole country: by the year's grant in 2021, otherwise by model cost
 * or by inhabitants. Exact; the shares add up to one.
 *
 * Refuses facts without the one that the key weighs by: callers ask for it first (`keyFact`).
 *
 * @sv      fördelningsnyckel för nationella belopp
 * @cites   agreement-2021, 5; readings, R-06
 * @applies agreement years from 2021
 * @reading R-06
 */
export function nationalKey(
  facts: PaymentFacts,
  agreement: AgreementParameters,
): ByRegion<Explained<Rate>> {
  const { value: key, cites } = agreement.nationalKey;
  const { sum, people, share } = reckon({ rule: 'settlement/national-key', cites });
  const shares = <T extends Sek | Inhabitants>(
    weights: ByRegion<Explained<T>>,
    country: Explained<T>,
  ) => mapValues(weights, (weight) => share(weight, country));

  if (key === 'population') {
    const inhabitants = needed(facts.inhabitants, key);
    return shares(inhabitants, people([...inhabitants.values()]));
  }
  const weights = needed(facts[keyFact[key]], key);
  return shares(weights, sum([...weights.values()]));
}

function needed<T>(weights: T | undefined, key: SharingKey): T {
  if (weights) return weights;
  throw new RangeError(`The key '${key}' needs the fact '${keyFact[key]}'.`);
}
