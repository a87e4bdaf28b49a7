import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, stated } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { type ByRegion, of } from '../../regions.ts';

/**
 * May's correction: the State's share of what each region's final rebates are above February's forecast, as a negative line,
 * or below it, as a positive one.
 *
 * @sv      slutavstämning av återbäring (majutbetalningen)
 * @cites   agreement-2021, 5; agreement-2021, Bilaga, Reglering av återbäring
 * @applies agreement years 2017–2023, which have a gross grant
 * @reading R-08
 */
export function mayRebateSettlement(
  forecast: ByRegion<Explained<Sek>>,
  final: ByRegion<Explained<Sek>>,
  agreement: AgreementParameters,
): ByRegion<Explained<Sek>> {
  const { stateShare } = agreement.rebate;
  const { negated, minus, times, allocated } = reckon({
    rule: 'rebate/may-rebate-settlement',
    cites: stateShare.cites,
  });
  const share = stated.rate('rebate.stateShare', stateShare);
  return allocated(
    mapValues(final, (rebate, region) =>
      negated(times(share, minus(rebate, of(forecast, region)))),
    ),
  );
}
