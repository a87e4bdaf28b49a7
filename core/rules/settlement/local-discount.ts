import type { AgreementParameters } from '../../agreement/parameters.ts';
import type { Explained } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';

/**
 * The deduction for discounts that a region agreed on its own: minus their sum, each visible in the working. A region that
 * reported none has no line.
 *
 * SKR reports them in January after the year, and they reduce the first instalment of the coming year's grant.
 *
 * @sv      avdrag för lokala rabattöverenskommelser
 * @cites   agreement-2021, 4.1
 * @applies agreement years from 2017
 * @reading
 */
export function localDiscount(
  discounts: ByRegion<readonly Explained<Sek>[]>,
  agreement: AgreementParameters,
): ByRegion<Explained<Sek>> {
  const { sum, negated, allocated } = reckon({
    rule: 'settlement/local-discount',
    cites: agreement.localDiscounts.reportedBy.cites,
  });
  const reported = new Map([...discounts].filter(([, own]) => own.length > 0));
  return allocated(mapValues(reported, (own) => negated(sum(own))));
}
