import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, type Foreign, stated } from '../../explain.ts';
import { mapValues } from '../../map-values.ts';
import type { Rate } from '../../money/rate.ts';
import { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import type { ByRegion } from '../../regions.ts';
import { ihsiPayment } from './ihsi-requisition.ts';
import { termsOf } from './requisition-objection.ts';

/**
 * What the regions get back, or pay more, because the euro cost something else than was set aside: preliminary kronor −
 * kronor paid, shared by the national key.
 *
 * A difference up to the agreement's limit, whichever its sign, is let be. Of euros that nobody has requisitioned there is no
 * difference yet: no lines, or by the other reading the whole preliminary amount.
 *
 * @sv      mellanskillnad för IHSI
 * @cites   agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 * @reading
 */
export function ihsiDifference(
  sekPerEuro: Explained<Foreign> | 'not-requisitioned',
  shares: ByRegion<Explained<Rate>>,
  agreement: AgreementParameters,
): ByRegion<Explained<Sek>> {
  const { month, onlyAbove, unrequisitioned } = agreement.ihsiDifference;
  const terms = termsOf(agreement, 'ihsi');
  if (!terms) return new Map();
  const { minus, negated, larger, ifOver, times, allocated } = reckon({
    rule: 'requisition/ihsi-difference',
    cites: month.cites,
  });
  const preliminary = stated.sek('requisitions.ihsi.preliminary', terms.amount.preliminary);
  const share = (amount: Explained<Sek>) =>
    allocated(mapValues(shares, (ownShare) => times(ownShare, amount)));

  if (sekPerEuro === 'not-requisitioned') {
    return unrequisitioned.value === 'left-open' ? new Map() : share(preliminary);
  }
  const difference = minus(preliminary, ihsiPayment(sekPerEuro, agreement));
  const size = larger(difference, negated(difference));
  const limit = stated.sek('ihsiDifference.onlyAbove', onlyAbove);
  const nothing = stated.sek('ihsiDifference.upToLimit', {
    value: Sek.zero,
    cites: onlyAbove.cites,
  });
  return share(ifOver(size, limit, difference, nothing));
}
