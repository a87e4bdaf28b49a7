import type { AgreementParameters } from '../../agreement/parameters.ts';
import type { Explained } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { type ByRegion, of, type RegionCode } from '../../regions.ts';
import { ok, type Result, refused } from '../../result.ts';
import type { AllocationFacts } from '../facts.ts';
import { inhabitants } from '../need/inhabitants.ts';
import { modelCost } from '../need/model-cost.ts';
import { needsShare } from '../need/needs-share.ts';
import { type PotDoesNotAddUp, pot } from '../pot/pot.ts';
import { solidarityStaircase } from '../solidarity/solidarity-staircase.ts';

/** Why no grant can be worked out from what was given. */
export type AllocationRefusal =
  | PotDoesNotAddUp
  | { readonly kind: 'no-inhabitants'; readonly region: RegionCode }
  | { readonly kind: 'no-model-cost' }
  | { readonly kind: 'grant-below-zero'; readonly region: RegionCode; readonly grant: Sek };

/**
 * Each region's grant of the year in whole kronor: its solidarity compensation, and its needs share of the rest of the pot.
 *
 * The grants add up to the pot. Refuses a pot that does not add up, a region without inhabitants, a country whose model cost
 * is nothing, and solidarity costs so large that a region's grant would fall below zero.
 *
 * @sv      årets bidrag
 * @cites   agreement-2021, Bilaga, Utbetalningsordning; agreement-2021, Bilaga, Behovsmodellen
 * @applies agreement years from 2021
 * @reading
 */
export function yearsGrant(
  facts: AllocationFacts,
  agreement: AgreementParameters,
): Result<ByRegion<Explained<Sek>>, AllocationRefusal> {
  const whole = pot(agreement);
  if (!whole.ok) return whole;
  const people = inhabitants(facts.population, agreement);
  const empty = [...people].find(([, { value }]) => value.fraction.isZero());
  if (empty) return refused({ kind: 'no-inhabitants', region: empty[0] });
  const modelCosts = modelCost(facts, agreement);
  if ([...modelCosts.values()].every(({ value }) => value.isZero())) {
    return refused({ kind: 'no-model-cost' });
  }

  const { fundedBy } = agreement.solidarity;
  const rule = reckon({ rule: 'grant/years-grant', cites: agreement.pot.printed.cites });
  const { sum, plus, minus, times, share, allocated } = rule;
  const shares = needsShare(modelCosts, agreement);
  const solidarity = solidarityStaircase(
    {
      costs: facts.solidarityCosts,
      inhabitants: people,
      secondLevel: facts.secondLevel,
    },
    agreement,
  );
  const solidaritySum = sum([...solidarity.values()]);
  const country = rule.people([...people.values()]);
  const sharedByNeed = fundedBy.value === 'pot' ? minus(whole.value, solidaritySum) : whole.value;
  const grants = allocated(
    mapValues(shares, (ownShare, region) => {
      const gross = plus(of(solidarity, region), times(ownShare, sharedByNeed));
      if (fundedBy.value === 'pot') return gross;
      return minus(gross, times(share(of(people, region), country), solidaritySum));
    }),
  );
  const negative = [...grants].find(([, { value }]) => value.isNegative());
  if (!negative) return ok(grants);
  return refused({ kind: 'grant-below-zero', region: negative[0], grant: negative[1].value });
}
