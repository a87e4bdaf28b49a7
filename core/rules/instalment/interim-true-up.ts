import type { Explained } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { type ByRegion, of } from '../../regions.ts';

/**
 * What is still owed when the agreement arrives after interim payments: per region, the instalments of all the year's months up to
 * this one, less what has been released of the year, instalments and interim payments alike. Negative where too much was paid.
 *
 * Both sides are whole kronor already, so nothing is rounded: the instalments are those of the year's own division into twelve, and
 * what was released is read from the lines that were paid, never worked out again. It stands on the line `instalment` of the month
 * in which it is paid, since the agreement's decision authorises it.
 *
 * @sv      reglering av utbetalningar i avvaktan på överenskommelse
 * @cites   letter-2016, ändringsbeslut 2016-02-25, "I avvaktan på en överenskommelse"
 * @applies agreement years from 2016
 */
export function interimTrueUp(
  instalmentsDue: ByRegion<readonly Explained<Sek>[]>,
  released: ByRegion<readonly Explained<Sek>[]>,
): ByRegion<Explained<Sek>> {
  const { sum, minus } = reckon({
    rule: 'instalment/interim-true-up',
    cites: [
      {
        source: 'letter-2016',
        place: 'ändringsbeslut 2016-02-25: "I avvaktan på en överenskommelse"',
      },
    ],
  });
  return mapValues(instalmentsDue, (due, region) => minus(sum(due), sum(of(released, region))));
}
