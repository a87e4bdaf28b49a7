import type { AgreementParameters } from '../../agreement/parameters.ts';
import type { Explained, Inhabitants } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';
import type { AllocationFacts } from '../facts.ts';

/**
 * Each region's inhabitants: the sum of its groups in the needs model, on the model's population day.
 *
 * @sv      invånarantal
 * @cites   agreement-2021, Bilaga, Behovsmodellen
 * @applies agreement years from 2021
 */
export function inhabitants(
  population: AllocationFacts['population'],
  agreement: AgreementParameters,
): ByRegion<Explained<Inhabitants>> {
  const why = { rule: 'need/inhabitants', cites: agreement.needs.populationOn.cites } as const;
  const { people } = reckon(why);
  return mapValues(population, (groups) => people([...groups.values()]));
}
