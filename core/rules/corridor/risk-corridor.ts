import type { Corridor, CorridorCost } from '../../agreement/parameters.ts';
import { type Explained, stated } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Rate } from '../../money/rate.ts';
import type { Sek } from '../../money/sek.ts';
import { type Reckoning, reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';

/** What each outcome came to, in kronor for the whole country. */
export type Outcomes = ReadonlyMap<CorridorCost, Explained<Sek>>;

/**
 * Each region's part of what State and regions share because the year's cost fell outside the corridor: the country's amount
 * in whole kronor, divided by the national key. Positive when the State pays more, negative when it takes back.
 *
 * @sv      vinst- och förlustdelning
 * @cites   agreement-2021, 3; agreement-2021, Bilaga, Vinst- och förlustdelningsmodell
 * @applies agreement years from 2021
 * @reading
 */
export function riskCorridor(
  corridor: Corridor,
  outcomes: Outcomes,
  shares: ByRegion<Explained<Rate>>,
): ByRegion<Explained<Sek>> {
  const { times, allocated } = reckoningOf(corridor);
  const national = corridorNationally(corridor, outcomes);
  return allocated(mapValues(shares, (share) => times(share, national)));
}

/**
 * The corridor's amount for the whole country in whole kronor: the State's share of what lies outside the limits; zero within.
 *
 * With limits on the cost, its deviation is cut to the part's share (70 % of hepatitis C); with limits on a share of cost,
 * the parts are added up first. Refuses a missing outcome, and limits on a cost that is made of several parts.
 */
export function corridorNationally(corridor: Corridor, outcomes: Outcomes): Explained<Sek> {
  const { times, whole } = reckoningOf(corridor);
  const sharing = stated.rate(`${corridor.kind}.sharing`, corridor.sharing);
  return whole(times(sharing, deviation(corridor, outcomes)));
}

function deviation(corridor: Corridor, outcomes: Outcomes): Explained<Sek> {
  const { sum, times } = reckoningOf(corridor);
  const parts = corridor.parts.map(({ cost, share }) => ({
    share: stated.rate(`${corridor.kind}.parts.${cost}`, share),
    outcome: outcomeOf(cost, outcomes),
  }));
  if (corridor.limitsOn === 'share-of-cost') {
    return outside(corridor, sum(parts.map(({ share, outcome }) => times(share, outcome))));
  }
  const [part, ...others] = parts;
  if (!part || others.length > 0) {
    throw new RangeError(
      `Limits on a cost need one part; ${corridor.kind} has ${parts.length}. Use 'share-of-cost'.`,
    );
  }
  return times(part.share, outside(corridor, part.outcome));
}

/** How far an amount lies outside the limits: what keeping it within them takes away. Negative below, zero within. */
function outside(corridor: Corridor, amount: Explained<Sek>): Explained<Sek> {
  const { minus, smaller, larger } = reckoningOf(corridor);
  const lower = stated.sek(`${corridor.kind}.lower`, corridor.lower);
  const upper = stated.sek(`${corridor.kind}.upper`, corridor.upper);
  return minus(amount, smaller(larger(amount, lower), upper));
}

function outcomeOf(cost: CorridorCost, outcomes: Outcomes): Explained<Sek> {
  const outcome = outcomes.get(cost);
  if (!outcome) throw new RangeError(`The corridor needs the outcome of '${cost}'.`);
  return outcome;
}

const reckoningOf = ({ sharing }: Corridor): Reckoning =>
  reckon({ rule: 'corridor/risk-corridor', cites: sharing.cites });
