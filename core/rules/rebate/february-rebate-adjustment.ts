import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, stated } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';

/**
 * February's deduction: the State's share of each region's own forecast rebates, as negative lines.
 *
 * Each region answers for its own rebates, not for a share of the country's. May settles the forecast against the
 * outcome: may-rebate-settlement.ts.
 *
 * @sv      justering för återbäring (februariutbetalningen)
 * @cites   agreement-2021, 4.1; agreement-2021, Bilaga, Reglering av återbäring
 * @applies agreement years 2017–2023, which have a gross grant
 * @reading R-08
 */
export function februaryRebateAdjustment(
  forecast: ByRegion<Explained<Sek>>,
  agreement: AgreementParameters,
): ByRegion<Explained<Sek>> {
  const { stateShare } = agreement.rebate;
  const { negated, times, allocated } = reckon({
    rule: 'rebate/february-rebate-adjustment',
    cites: stateShare.cites,
  });
  const share = stated.rate('rebate.stateShare', stateShare);
  return allocated(mapValues(forecast, (rebate) => negated(times(share, rebate))));
}
