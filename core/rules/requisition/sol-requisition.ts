import type { AgreementParameters } from '../../agreement/parameters.ts';
import { type Explained, stated } from '../../explain.ts';
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
 * What a requisition of the SOL money is paid: the agreed kronor, once.
 *
 * Refuses another party, one received after the last day (1 December, by Stockholm's calendar) and another amount than
 * the agreed one, each with the paragraph.
 *
 * @sv      rekvisition av bidraget för SOL-tjänsterna
 * @cites   agreement-2021, 4.2; agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 * @reading R-10
 */
export function solRequisition(
  requisition: Requisition,
  agreement: AgreementParameters,
): Result<Explained<Sek>, RequisitionRefusal> {
  const terms = termsOf(agreement, 'sol');
  if (!terms) return refused({ kind: 'not-in-agreement', year: agreement.year });
  const against = objection(requisition, terms);
  if (against) return refused(against);
  const { fixed } = terms.amount;
  const { whole } = reckon({ rule: 'requisition/sol-requisition', cites: fixed.cites });
  return ok(whole(stated.sek('requisitions.sol.amount', fixed)));
}
