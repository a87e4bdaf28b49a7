import { endToEndId, messageId } from '../../../core/bank/bank-ids.ts';
import type { BankOrder } from '../../../core/bank/bank-order.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { type Instant, parseInstant } from '../../../core/calendar/stockholm.ts';
import type { PaymentFileFormat } from '../../../core/payment/debtor.ts';
import type { PayeeCode } from '../../../core/payment/events.ts';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { paymentFile } from '../../../functions/bank/payment-file.ts';
import { type PaymentFile, readPaymentFile } from '../../../local/bank/payment-file.ts';
import { bundledPayees } from '../../../local/payees.ts';
import { testDebtor } from '../../helpers/debtor.ts';

export interface Sent {
  readonly case: string;
  readonly payees: readonly PayeeCode[];
  readonly day?: string;
  readonly format?: PaymentFileFormat;
}

/** 1 000 kronor to each of some payees, as an order. */
export function orderOf({ case: id, payees, day, format }: Sent): BankOrder {
  const known = parseCaseId(id);
  const executionDay = parseDay(day ?? '2021-03-01');
  return {
    type: 'bank-order',
    messageId: messageId(known),
    case: known,
    createdAt: parseInstant(`${executionDay}T05:00:00.000Z`),
    executionDay,
    debtor: { ...testDebtor, ...(format && { fileFormat: format }) },
    transactions: bundledPayees()
      .payees.filter(({ payee }) => payees.includes(payee))
      .map(({ payee, name, organisationNumber, bankgiro = '' }) => ({
        payee,
        endToEndId: endToEndId(known, payee),
        sek: '1000',
        name,
        organisationNumber,
        bankgiro,
        reference: `Statsbidrag ${id}`,
      })),
    numberOfTransactions: payees.length,
    controlSumSek: String(payees.length * 1000),
  };
}

/** The file that the product sends for such an order. */
export function fileTextOf(sent: Sent): string {
  const file = paymentFile(orderOf(sent));
  if (file.sent === 'nothing') throw new RangeError(`${sent.case} sends nothing.`);
  return new TextDecoder().decode(file.bytes);
}

/** The same as the bank reads it. */
export function fileOf(sent: Sent): PaymentFile {
  const file = readPaymentFile(fileTextOf(sent));
  if ('code' in file) throw new RangeError(`The bank refuses it: ${file.words}`);
  return file;
}

/** On the pay day at six, Stockholm winter time. */
export const received = (day = '2021-03-01'): Instant => parseInstant(`${day}T05:00:00.000Z`);
