import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, type Inhabitants, stated } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { type ByRegion, of } from '../../regions.ts';

/** Which of the region's costs the staircase looks at, and for how many people. */
export interface StaircaseInput {
  /** Kronor per decided disease. */
  readonly costs: ByRegion<readonly Explained<Sek>[]>;
  readonly inhabitants: ByRegion<Explained<Inhabitants>>;
  /** How far above the mean the second compensation level lies; the agreement gives no figure. */
  readonly secondLevel: Explained<Sek<'perInhabitant'>>;
}

/**
 * What each region is compensated for the decided diseases, exact: zero up to the gate; past it, 85 % of its cost per
 * inhabitant from where counting starts up to the second level and 90 % of what lies above, times its inhabitants.
 *
 * The mean is the country's cost through the country's inhabitants. A second level below the point where counting starts
 * has no step of its own: then everything counted is above it.
 *
 * @sv      ersättningstrappa
 * @cites   agreement-2021, Bilaga, Modell för den solidariska finansieringen, Ersättningstrappa
 * @applies agreement years from 2021
 * @reading
 */
export function solidarityStaircase(
  { costs, inhabitants, secondLevel }: StaircaseInput,
  agreement: AgreementParameters,
): ByRegion<Explained<Sek>> {
  const terms = agreement.solidarity;
  const rule = reckon({ rule: 'solidarity/solidarity-staircase', cites: terms.gate.cites });
  const { sum, people, plus, minus, times, larger, smaller, perInhabitant } = rule;
  const passesGate = terms.gateIs.value === 'over' ? rule.ifOver : rule.ifAtLeast;

  const regionCosts = mapValues(costs, (diseases) => sum(diseases));
  const mean = perInhabitant(sum([...regionCosts.values()]), people([...inhabitants.values()]));
  const gate = plus(mean, stated.perInhabitant('solidarity.gate', terms.gate));
  const countsFrom = terms.countsFrom.value === 'mean' ? mean : gate;
  const second = larger(plus(mean, secondLevel), countsFrom);
  const nothing = stated.perInhabitant('solidarity.upToGate', {
    value: Sek.perInhabitant('0'),
    cites: terms.gate.cites,
  });
  const lowStep = stated.rate('solidarity.upToSecondLevel', terms.upToSecondLevel);
  const highStep = stated.rate('solidarity.aboveSecondLevel', terms.aboveSecondLevel);

  return mapValues(regionCosts, (cost, region) => {
    const each = perInhabitant(cost, of(inhabitants, region));
    const upToSecond = smaller(each, second);
    const compensation = plus(
      times(lowStep, minus(upToSecond, countsFrom)),
      times(highStep, minus(each, upToSecond)),
    );
    return rule.forInhabitants(
      passesGate(each, gate, compensation, nothing),
      of(inhabitants, region),
    );
  });
}
