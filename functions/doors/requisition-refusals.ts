import type { Requisition } from '../../core/payment/events.ts';
import { type CaseId, casePart } from '../../core/record/case-id.ts';
import type { RequisitionRefusal } from '../../core/rules/requisition/requisition-objection.ts';
import { citationText } from '../shared/citation-text.ts';
import { Refused } from '../shared/refused.ts';

/** What the agreement has against a requisition, as the problem of its own name: what was given, what is allowed, where it says so. */
export function refusalFor(
  id: CaseId,
  { currency }: Requisition['amount'],
  against: RequisitionRefusal,
): Refused {
  if (against.kind === 'not-in-agreement')
    return new Refused('requisition-not-in-agreement', {
      year: String(against.year),
      given: casePart(id),
    });
  if (against.kind === 'no-bank-day')
    return new Refused('requisition-no-bank-day', {
      given: against.asked,
      allowed: `${against.before}, ${against.after}`,
    });
  const cites = citationText(against.cites);
  switch (against.kind) {
    case 'too-late':
      return new Refused('requisition-too-late', {
        given: against.receivedOn,
        allowed: against.lastDay,
        cites,
      });
    case 'wrong-amount':
      return new Refused('requisition-other-amount', {
        given: `${against.asked.toDecimalText()} ${currency}`,
        allowed: `${against.agreed.toDecimalText()} ${currency}`,
        cites,
      });
    case 'wrong-currency':
      return new Refused('requisition-other-currency', {
        given: against.asked,
        allowed: `${against.agreed}: ${against.agreedAmount.toDecimalText()} ${against.agreed}`,
        cites,
      });
    case 'wrong-party':
      return new Refused('requisition-other-party', {
        given: against.from,
        allowed: against.agreed,
        cites,
      });
  }
}
