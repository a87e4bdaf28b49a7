import type { ReportedPayment } from '../../../core/bank/report.ts';
import { Unreadable } from './unreadable.ts';

/** A day of the account that pays 22 payees has some 30 entries. */
const MOST_ENTRIES = 500;

/** Refuses more entries, or payments named in them, than a file of the bank's has. */
export function refuseTooMany(payments: readonly ReportedPayment[]): void {
  if (payments.length > MOST_ENTRIES)
    throw new Unreadable('too-many-entries', {
      where: '/',
      given: `${payments.length}`,
      allowed: `${MOST_ENTRIES}`,
    });
}
