import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, type Foreign, stated } from '../../explain.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { termsOf } from './requisition-objection.ts';

/**
 * What the IHSI euros cost in whole kronor at the rate of the payment day. Throws in a year whose agreement pays IHSI nothing; what
 * stands against the requisition itself is asked before.
 *
 * @sv      rekvisition av regionernas andel till IHSI
 * @cites   agreement-2021, 4.3; agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 * @reading
 */
export function ihsiPayment(
  sekPerEuro: Explained<Foreign>,
  agreement: AgreementParameters,
): Explained<Sek> {
  const terms = termsOf(agreement, 'ihsi');
  if (!terms) throw new RangeError(`The agreement of ${agreement.year} pays no euros to IHSI.`);
  const { euro } = terms.amount;
  const { whole, inSek } = reckon({ rule: 'requisition/ihsi-requisition', cites: euro.cites });
  return whole(inSek(stated.euro('requisitions.ihsi.euro', euro), sekPerEuro));
}
