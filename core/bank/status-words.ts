import type { SentLine } from '../payment/lines.ts';

/** The bank will not carry it out, or holds it without paying and without giving back (ISO 20022: cancelled, blocked). */
const stops: ReadonlySet<string> = new Set(['CANC', 'BLCK']);

/** Whether a status tells that a payment has ended, or is held, in a way that a person must ask the bank about. */
export const isStopped = (status: string): boolean => stops.has(status);

/** The same message, or the same payment, once more (ISO 20022: duplicate payment, duplication). */
const duplicates: ReadonlySet<string> = new Set(['DUPL', 'AM05']);

/** Whether a rejection says that the bank has had the same before. */
export const saysDuplicate = (code: string | undefined): boolean =>
  code !== undefined && duplicates.has(code);

/** Whether the bank has taken on a payment: it has accepted it, or the account has shown it. */
export const isTakenOn = ({ status }: Pick<SentLine, 'status'>): boolean =>
  status !== 'sent' && status !== 'rejected';
