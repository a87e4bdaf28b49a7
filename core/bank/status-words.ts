import type { SentLine } from '../payment/lines.ts';

/** The bank will not carry it out, or holds it without paying and without giving back (ISO 20022: cancelled, blocked). */
const stops: ReadonlySet<string> = new Set(['CANC', 'BLCK']);

/** Whether a status tells that a payment has ended, or is held, in a way that a person must ask the bank about. */
export const isStopped = (status: string): boolean => stops.has(status);

/** The same message, or the same payment, once more (ISO 20022: duplicate payment, duplication). */
const duplicates: ReadonlySet<string> = new Set(['DUPL', 'AM05']);

/**
 * Whether a rejection may be about a second copy of a file: it has the one message id that both have, and says nothing of the first.
 * By the reason for which it is rejected; of a whole message also where the bank has accepted a payment of it before, whatever the
 * reason, since some banks have no code for it. `ofMessage` are the payments that a rejection of a whole message is about.
 */
export const isOfACopy = (code: string | undefined, ofMessage: readonly SentLine[]): boolean =>
  (code !== undefined && duplicates.has(code)) ||
  ofMessage.some(({ status }) => status !== 'sent' && status !== 'rejected');
