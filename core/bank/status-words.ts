import type { SentLine } from '../payment/lines.ts';
import type { ReportedPayment } from './report.ts';

/** The bank will not carry it out, or holds it without paying and without giving back (ISO 20022: cancelled, blocked). */
const stops: ReadonlySet<string> = new Set(['CANC', 'BLCK']);

/** Whether a status tells that a payment has ended, or is held, in a way that a person must ask the bank about. */
export const isStopped = (status: string): boolean => stops.has(status);

/** The same message, or the same payment, once more (ISO 20022: duplicate payment, duplication); some banks write the code in words. */
const duplicates: ReadonlySet<string> = new Set(['DUPL', 'AM05']);

/** What a bank's own words for that have in them, in capitals: duplicate, duplication; dubblett, dubbel. */
const duplicateWords = ['DUPLI', 'DUBBLETT', 'DUBLETT', 'DUBBEL'];

/** Whether a rejection says that the bank has had the same before, by its code or in its words, however they are written. */
export function saysDuplicate({ code = '', words = '' }: Pick<ReportedPayment, 'code' | 'words'>) {
  const said = `${code} ${words}`.toUpperCase();
  return (
    said.split(/[^A-Z0-9]+/).some((each) => duplicates.has(each)) ||
    duplicateWords.some((each) => said.includes(each))
  );
}

/** Whether the bank has taken on a payment: it has accepted it, or the account has shown it. */
export const isTakenOn = ({ status }: Pick<SentLine, 'status'>): boolean =>
  status !== 'sent' && status !== 'rejected';
