import fc from 'fast-check';
import { type BankOrder, bankOrder, type OrderedPayment } from '../../../core/bank/bank-order.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { checkDigitHolds } from '../../../core/inputs/check-digit.ts';
import { type Debtor, paymentFileFormats } from '../../../core/payment/debtor.ts';
import type { PayeeCode } from '../../../core/payment/events.ts';
import { isRegionCode } from '../../../core/regions.ts';
import { anyProposal, payment, proposal } from '../payment/payments.ts';

export const createdAt = parseInstant('2022-05-02T04:00:00.000Z');
export const payDay = parseDay('2022-05-02');

/** An order to three regions: by bankgiro of seven and of eight digits, and by plusgiro. */
export function order(change: (order: BankOrder) => Partial<BankOrder> = () => ({})): BankOrder {
  const paid = proposal(
    payment('01', ['instalment', 610972912n]),
    payment('05', ['instalment', 70n]),
    payment('09', ['instalment', 5n]),
  );
  const [stockholm, ostergotland, gotland] = bankOrder(paid, createdAt, payDay).transactions;
  if (!stockholm || !ostergotland || !gotland) throw new Error('Three are paid.');
  const made: BankOrder = {
    ...bankOrder(paid, createdAt, payDay),
    transactions: [
      { ...stockholm, name: 'Region Stockholm' },
      byBankgiro({ ...ostergotland, name: 'Region Östergötland' }, '5050-1055'),
      byPlusgiro({ ...gotland, name: 'Region Gotland' }, '902003-3'),
    ],
  };
  return { ...made, ...change(made) };
}

/** The order with something else said of the payment to one region. */
export const orderWith = (
  payee: PayeeCode,
  change: (payment: OrderedPayment) => object,
): BankOrder =>
  order(({ transactions }) => ({
    transactions: transactions.map((each) =>
      each.payee === payee ? ({ ...each, ...change(each) } as OrderedPayment) : each,
    ),
  }));

export function byBankgiro(payment: OrderedPayment, bankgiro: string): OrderedPayment {
  const { bankgiro: _bankgiro, plusgiro: _plusgiro, ...rest } = payment;
  return { ...rest, bankgiro };
}

export function byPlusgiro(payment: OrderedPayment, plusgiro: string): OrderedPayment {
  const { bankgiro: _bankgiro, plusgiro: _plusgiro, ...rest } = payment;
  return { ...rest, plusgiro };
}

/** A plusgiro number that holds, another for each region: `33001-4` of 01, say. */
export function plusgiroOf(payee: PayeeCode): string {
  const part = isRegionCode(payee) ? payee : '90';
  const numbers = Array.from({ length: 10 }, (_, digit) => `330${part}-${digit}`);
  return numbers.find(checkDigitHolds) ?? '';
}

/** Debtors of every kind of account, in either form of file. */
const anyDebtor: fc.Arbitrary<Debtor> = fc.record(
  {
    name: fc.constantFrom('Kammarkollegiet', "Rätt + ordning, 'SE' (A/B)", 'Å'),
    organisationNumber: fc.constant('202100-0829'),
    account: fc.constantFrom('5050-1055', '902003-3', 'SE4550000000058398257466'),
    bic: fc.constantFrom('SWEDSESS', 'DABASESXXXX'),
    bankAgreement: fc.constantFrom('5050105500', '123456789012A001'),
    fileFormat: fc.constantFrom(...paymentFileFormats),
    town: fc.constantFrom('Karlstad', 'Östersund'),
  },
  { requiredKeys: ['name', 'organisationNumber', 'account', 'bic', 'bankAgreement', 'fileFormat'] },
);

/**
 * Any order that can be released: of any proposal that pays somebody, with amounts of up to eleven digits, any of the payees by
 * plusgiro instead of bankgiro, from a debtor of any kind.
 */
export const anyOrder: fc.Arbitrary<BankOrder> = fc
  .tuple(
    anyProposal.filter(({ totalSek }) => totalSek !== '0'),
    anyDebtor,
    fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }),
    fc.array(fc.bigInt(1n, 99_999_999_999n), { minLength: 21, maxLength: 21 }),
  )
  .map(([any, debtor, plusgiros, amounts]) => {
    const made = bankOrder({ ...any, debtor }, createdAt, payDay);
    const transactions = made.transactions.map((each, index) => ({
      ...(plusgiros[index] ? byPlusgiro(each, plusgiroOf(each.payee)) : each),
      sek: `${amounts[index]}`,
    }));
    const sum = transactions.reduce((all, { sek }) => all + BigInt(sek), 0n);
    return { ...made, transactions, controlSumSek: `${sum}` };
  });
