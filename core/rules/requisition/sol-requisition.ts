import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, stated } from '../../explain.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { termsOf } from './requisition-objection.ts';

/**
 * What a requisition of the SOL money is paid: the agreed kronor, once. Throws in a year whose agreement has no such money; what
 * stands against the requisition itself is asked before.
 *
 * @sv      rekvisition av bidraget för SOL-tjänsterna
 * @cites   agreement-2021, 4.2; agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 * @reading R-10
 */
export function solPayment(agreement: AgreementParameters): Explained<Sek> {
  const terms = termsOf(agreement, 'sol');
  if (!terms) throw new RangeError(`The agreement of ${agreement.year} has no SOL money.`);
  const { fixed } = terms.amount;
  const { whole } = reckon({ rule: 'requisition/sol-requisition', cites: fixed.cites });
  return whole(stated.sek('requisitions.sol.amount', fixed));
}
