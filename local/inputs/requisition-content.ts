import { agreement2021 } from '../../core/agreement/2021.ts';
import { sources } from '../../core/agreement/sources.ts';
import type { Day } from '../../core/calendar/day.ts';
import { giroOf } from '../../core/inputs/giro.ts';
import type { Requisition } from '../../core/payment/events.ts';
import type { Payee } from '../payees.ts';

/**
 * SKR's requisition, with what Bilaga 2 of the 2026 agreement asks a requisition to hold; the 2021 agreement lists nothing.
 *
 * Persons, address, phone and e-mail are made up: the phone number is one of those that Post- och telestyrelsen keeps free
 * for fiction, the domain is reserved for examples. The amount is the agreement's.
 */
export function requisitionContent(
  kind: 'sol' | 'ihsi',
  wishedPaymentDay: Day,
  skr: Payee,
): Requisition {
  return {
    organisation: skr.name,
    organisationNumber: skr.organisationNumber,
    contact: 'Kim Exempel',
    address: 'Exempelgatan 1, 118 82 Stockholm',
    phone: '08-465 004 00',
    email: 'rekvisition@skr.example',
    agreementRegistration: sources['agreement-2021'].registration,
    decisionRegistration: 'Regleringsbrev 2021, anslag 1:5, ändring 2021-02-18 (RBID 21803)',
    agreementName: sources['agreement-2021'].title,
    amount: amountOf(kind),
    period: '2021-01-01 – 2021-12-31',
    ...giroOf(skr),
    reference: kind === 'sol' ? 'SOL 2021' : 'IHSI 2021',
    signatory: 'Robin Exempel, behörig företrädare för SKR',
    wishedPaymentDay,
  };
}

function amountOf(kind: 'sol' | 'ihsi'): Requisition['amount'] {
  for (const { amount, kind: other } of agreement2021.requisitions) {
    if (other !== kind) continue;
    return amount.in === 'sek'
      ? { currency: 'SEK', value: amount.fixed.value.toString() }
      : { currency: 'EUR', value: amount.euro.value.toDecimalText() };
  }
  throw new RangeError(`The 2021 agreement has no requisition of ${kind}.`);
}
