import type { ReportedPayment } from '../../../core/bank/report.ts';
import { Unreadable } from './unreadable.ts';

/** A day of the account that pays 22 payees has some 30 entries. */
const MOST_ENTRIES = 500;

/** No item of the record is above 100 kB; what was reported leaves room for the file's name and who sent it. */
const MOST_BYTES = 90_000;

/** What became of an entry takes so much beside what was reported: the outcome, the case, the payee, the case's side of it. */
const BYTES_OF_OUTCOME = 180;

/** A word about a whole message becomes one of each of its payments, and nobody has more than that. */
const MOST_PAYEES = 22;

/** Refuses more entries than one event of the record can hold. */
export function refuseTooMany(payments: readonly ReportedPayment[]): void {
  if (payments.length > MOST_ENTRIES) throw tooMany(`${payments.length}`, `${MOST_ENTRIES}`);
  const bytes = payments.reduce((sum, payment) => sum + bytesOf(payment), 0);
  if (bytes > MOST_BYTES)
    throw tooMany(`${payments.length}: ${bytes} bytes`, `${MOST_BYTES} bytes`);
}

function bytesOf(payment: ReportedPayment): number {
  const ofMessage = payment.endToEndId === undefined && payment.messageId !== undefined;
  const times = ofMessage ? MOST_PAYEES : 1;
  return times * (Buffer.byteLength(JSON.stringify(payment)) + BYTES_OF_OUTCOME);
}

const tooMany = (given: string, allowed: string): Unreadable =>
  new Unreadable('too-many-entries', { where: '/', given, allowed });
