import type { AgreementParameters } from '../../agreement/parameters.ts';
import type { Explained } from '../../explain.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';

/**
 * Each region's grant in twelve instalments of whole kronor, in the order of their months. They add up to the grant, and every
 * month's sum over the regions is a twelfth of the pot, to the krona or at most one krona beside it.
 *
 * @sv      månadsutbetalning, 1/12
 * @cites   agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 * @reading R-08
 */
export function twelveInstalments(
  grants: ByRegion<Explained<Sek>>,
  agreement: AgreementParameters,
): ByRegion<readonly Explained<Sek>[]> {
  const { count } = agreement.instalments;
  return reckon({ rule: 'instalment/twelve-instalments', cites: count.cites }).inInstalments(
    grants,
    count.value,
  );
}
