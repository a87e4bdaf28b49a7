import type { Explained } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';

/**
 * A month's payment before there is an agreement: the decision's monthly total, shared by the latest decided year's grant, in
 * whole kronor that add up to it. Each month by itself.
 *
 * @sv      utbetalning i avvaktan på överenskommelse
 * @cites   letter-2016, ändringsbeslut 2016-02-25, "I avvaktan på en överenskommelse"
 * @applies agreement years from 2016
 * @reading R-08
 */
export function interimInstalment(
  monthlyTotal: Explained<Sek>,
  grants: ByRegion<Explained<Sek>>,
): ByRegion<Explained<Sek>> {
  const { sum, share, times, allocated } = reckon({
    rule: 'instalment/interim-instalment',
    cites: [
      {
        source: 'letter-2016',
        place: 'ändringsbeslut 2016-02-25: "I avvaktan på en överenskommelse"',
      },
    ],
  });
  const country = sum([...grants.values()]);
  return allocated(mapValues(grants, (grant) => times(share(grant, country), monthlyTotal)));
}
