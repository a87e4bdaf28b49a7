import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, stated } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { type ByRegion, of } from '../../regions.ts';

/**
 * May's correction: the State's share of what each region's final rebates are above the forecast that was deducted, as a negative
 * line, or below it, as a positive one.
 *
 * @param deducted the forecast by which a released payout deducted, whatever versions came later; without one the whole of the
 * State's share is settled here
 *
 * @sv      slutavstämning av återbäring (majutbetalningen)
 * @cites   agreement-2021, 5; agreement-2021, Bilaga, Reglering av återbäring
 * @applies agreement years 2017–2023, which have a gross grant
 * @reading
 */
export function mayRebateSettlement(
  deducted: ByRegion<Explained<Sek>> | 'not-deducted',
  final: ByRegion<Explained<Sek>>,
  agreement: AgreementParameters,
): ByRegion<Explained<Sek>> {
  const { stateShare } = agreement.rebate;
  const { negated, minus, times, allocated } = reckon({
    rule: 'rebate/may-rebate-settlement',
    cites: stateShare.cites,
  });
  const share = stated.rate('rebate.stateShare', stateShare);
  const nothing = stated.sek('rebate.nothingDeducted', {
    value: Sek.zero,
    cites: [{ source: 'readings', place: 'R-13' }],
  });
  return allocated(
    mapValues(final, (rebate, region) => {
      const before = deducted === 'not-deducted' ? nothing : of(deducted, region);
      return negated(times(share, minus(rebate, before)));
    }),
  );
}
