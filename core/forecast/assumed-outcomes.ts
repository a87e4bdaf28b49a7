import type { Corridor } from '../agreement/parameters.ts';
import { cited } from '../agreement/sources.ts';
import { type Explained, stated } from '../explain.ts';
import { Rate } from '../money/rate.ts';
import type { Sek } from '../money/sek.ts';
import { reckon } from '../reckon.ts';

/** The outcomes of one cost between which a forecast is made while the outcome is not known. */
export interface AssumedOutcomes {
  readonly low: Explained<Sek>;
  readonly high: Explained<Sek>;
}

/**
 * How far from the agreed cost an outcome is assumed to lie, either way. No document says it: beyond a corridor's limits the
 * agreement shares whatever the outcome is, so a range needs an assumption, and whoever shows the range shows the assumption.
 */
export const assumedDeviationPercent = '5';

/**
 * Five per cent below and above the agreed cost. The agreed cost is the middle of the corridor: 31 400 mnkr between 30 458 and
 * 32 342, 606 mnkr between 588 and 624.
 */
export function assumedOutcomes({ kind, lower, upper }: Corridor): AssumedOutcomes {
  const { plus, minus, times } = reckon({ rule: 'forecast/assumed-outcomes', cites: lower.cites });
  const half = stated.rate('forecast.half', cited(Rate.percent('50'), ...upper.cites));
  const share = stated.rate(
    'forecast.assumedDeviation',
    cited(Rate.percent(assumedDeviationPercent), ...upper.cites),
  );
  const limits = plus(stated.sek(`${kind}.lower`, lower), stated.sek(`${kind}.upper`, upper));
  const agreed = times(half, limits);
  const deviation = times(share, agreed);
  return { low: minus(agreed, deviation), high: plus(agreed, deviation) };
}
