import { dayInStockholm } from '../calendar/stockholm.ts';
import { GIROS_ALLOWED, giroHolds, giroText } from '../inputs/giro.ts';
import {
  ORGANISATION_NUMBERS_ALLOWED,
  organisationNumberHolds,
} from '../inputs/organisation-number.ts';
import { Sek } from '../money/sek.ts';
import { debtorFaults } from '../payment/debtor-faults.ts';
import { caseOfMessage, paymentOf } from './bank-ids.ts';
import type { BankOrder, OrderedPayment } from './bank-order.ts';
import {
  BANK_IDS_ALLOWED,
  bankIdHolds,
  bankTextAllowed,
  bankTextHolds,
  longestName,
} from './bank-text.ts';
import { type Fault, faultUnless } from './fault.ts';

/** ISO 20022's Max140Text: one free reference. */
const longestReference = 140;

/** Whole kronor above zero, of at most the eleven digits that a giro payment has room for. */
const amount = /^[1-9][0-9]{0,10}$/;

/**
 * What a bank would refuse in an order, or could pay wrongly: the constraints of the message's schema, of Swedish giro payments, and
 * of what the order says of itself. The places are named by payee: `05/bankgiro`. An order without any fault can be written as a
 * payment file; one with a fault must never be ordered.
 */
export function fileFaults(order: BankOrder): readonly Fault[] {
  return [
    ...headFaults(order),
    ...debtorFaults(order.debtor).map((fault) => ({ ...fault, place: `debtor/${fault.place}` })),
    ...order.transactions.flatMap((payment) => paymentFaults(order, payment)),
    ...totalFaults(order),
    ...repeated(order, 'payee', ({ payee }) => payee),
    ...repeated(order, 'endToEndId', ({ endToEndId }) => endToEndId),
    ...repeated(order, 'account', giroText),
  ];
}

function headFaults(order: BankOrder): readonly Fault[] {
  const { messageId, createdAt, executionDay } = order;
  const created = dayInStockholm(createdAt);
  return [
    ...faultUnless(
      bankIdHolds(messageId) && caseOfMessage(messageId) === order.case,
      'messageId',
      messageId,
      `the id of ${order.case}: ${BANK_IDS_ALLOWED}`,
    ),
    ...faultUnless(
      executionDay >= created,
      'executionDay',
      executionDay,
      `${created}, when it was made, or later`,
    ),
    ...faultUnless(
      order.transactions.length > 0,
      'transactions',
      `${order.transactions.length}`,
      'one at least',
    ),
  ];
}

function paymentFaults(order: BankOrder, payment: OrderedPayment): readonly Fault[] {
  const { payee, name, organisationNumber, endToEndId, sek, reference } = payment;
  const about = paymentOf(endToEndId);
  const leadsBack = about?.case === order.case && about.payee === payee;
  const hasOneAccount = (payment.bankgiro === undefined) !== (payment.plusgiro === undefined);
  const faults = [
    ...faultUnless(bankTextHolds(name, longestName), 'name', name, bankTextAllowed(longestName)),
    ...faultUnless(
      organisationNumberHolds(organisationNumber),
      'organisationNumber',
      organisationNumber,
      ORGANISATION_NUMBERS_ALLOWED,
    ),
    ...faultUnless(
      hasOneAccount && giroHolds(payment),
      payment.bankgiro === undefined ? 'plusgiro' : 'bankgiro',
      [payment.bankgiro, payment.plusgiro].filter((one) => one !== undefined).join(' and '),
      GIROS_ALLOWED,
    ),
    ...faultUnless(
      bankIdHolds(endToEndId) && leadsBack,
      'endToEndId',
      endToEndId,
      `the id of the payment of ${order.case} to ${payee}: ${BANK_IDS_ALLOWED}`,
    ),
    ...faultUnless(amount.test(sek), 'sek', sek, 'whole kronor, more than 0, of at most 11 digits'),
    ...faultUnless(
      bankTextHolds(reference, longestReference),
      'reference',
      reference,
      bankTextAllowed(longestReference),
    ),
  ];
  return faults.map((fault) => ({ ...fault, place: `${payee}/${fault.place}` }));
}

/** What the order says of all its payments. Amounts that are none are faults of their own and not added here. */
function totalFaults({ transactions, numberOfTransactions, controlSumSek }: BankOrder) {
  const amounts = transactions.map(({ sek }) => sek).filter((sek) => amount.test(sek));
  const sum = Sek.sum(amounts.map((sek) => Sek.of(sek))).toString();
  return [
    ...faultUnless(
      numberOfTransactions === transactions.length,
      'numberOfTransactions',
      `${numberOfTransactions}`,
      `${transactions.length}, as many as there are`,
    ),
    ...faultUnless(
      controlSumSek === sum,
      'controlSumSek',
      controlSumSek,
      `${sum}, the sum of the payments`,
    ),
  ];
}

/** Whatever tells two payments apart, told of more than one of them. */
function repeated(
  { transactions }: BankOrder,
  what: string,
  of: (payment: OrderedPayment) => string,
): readonly Fault[] {
  const told = new Set<string>();
  return transactions.flatMap((payment) => {
    const given = of(payment);
    const isNew = !told.has(given);
    told.add(given);
    return faultUnless(isNew, `${payment.payee}/${what}`, given, 'one of its own for each payment');
  });
}
