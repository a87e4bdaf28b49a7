import type { AgreementParameters } from '../../agreement/parameters.ts';
import type { Explained } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';
import type { AllocationFacts } from '../facts.ts';

/**
 * Each region's model cost: over the groups, inhabitants × the group's price tag.
 *
 * The price tags are the same for every region, so that regions differ by who lives there and by nothing else. Every group of
 * the agreement must have a price tag and, in every region, inhabitants (zero is a number too).
 *
 * @sv      modellkostnad
 * @cites   agreement-2021, Bilaga, Behovsmodellen
 * @applies agreement years from 2021
 */
export function modelCost(
  { population, priceTags }: Pick<AllocationFacts, 'population' | 'priceTags'>,
  agreement: AgreementParameters,
): ByRegion<Explained<Sek>> {
  const { sum, forInhabitants } = reckon({
    rule: 'need/model-cost',
    cites: agreement.needs.groups.cites,
  });
  return mapValues(population, (groups, region) =>
    sum(
      agreement.needs.groups.value.map((group) => {
        const [tag, people] = [priceTags.get(group), groups.get(group)];
        if (!tag) throw new RangeError(`Group '${group}' has no price tag.`);
        if (!people) throw new RangeError(`Region ${region} has no number for group '${group}'.`);
        return forInhabitants(tag, people);
      }),
    ),
  );
}
