import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, type Foreign, stated } from '../../explain.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { ok, type Result, refused } from '../../result.ts';
import {
  objection,
  type Requisition,
  type RequisitionRefusal,
  termsOf,
} from '../requisition-terms.ts';

/**
 * What the IHSI euros cost in whole kronor at the rate of the payment day. Refuses a requisition by another party or of
 * other euros than the agreed ones; the 2021 agreement sets no last day.
 *
 * @sv      rekvisition av regionernas andel till IHSI
 * @cites   agreement-2021, 4.3; agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 * @reading
 */
export function ihsiRequisition(
  requisition: Requisition,
  sekPerEuro: Explained<Foreign>,
  agreement: AgreementParameters,
): Result<Explained<Sek>, RequisitionRefusal> {
  const objected = ihsiObjection(requisition, agreement);
  return objected ? refused(objected) : ok(ihsiPayment(sekPerEuro, agreement));
}

/** What stands against the requisition, asked when it arrives and no rate is known yet; undefined when nothing does. */
export function ihsiObjection(
  requisition: Requisition,
  agreement: AgreementParameters,
): RequisitionRefusal | undefined {
  const terms = termsOf(agreement, 'ihsi');
  if (!terms) return { kind: 'not-in-agreement', year: agreement.year };
  return objection(requisition, terms);
}

/** The agreed euros at the rate of the payment day, in whole kronor. */
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
