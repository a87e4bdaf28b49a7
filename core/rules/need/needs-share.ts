import type { AgreementParameters } from '../../agreement/parameters.ts';
import type { Explained } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Rate } from '../../money/rate.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';

/**
 * Each region's share of the country's model cost, exact. The shares add up to one.
 *
 * @sv      behovsandel
 * @cites   agreement-2021, Bilaga, Behovsmodellen
 * @applies agreement years from 2021
 */
export function needsShare(
  modelCosts: ByRegion<Explained<Sek>>,
  agreement: AgreementParameters,
): ByRegion<Explained<Rate>> {
  const why = { rule: 'need/needs-share', cites: agreement.needs.groups.cites } as const;
  const { sum, share } = reckon(why);
  const country = sum([...modelCosts.values()]);
  return mapValues(modelCosts, (cost) => share(cost, country));
}
