import type { Element } from '@xmldom/xmldom';
import type { EntryPlace } from '../../../core/payment/bank-words.ts';
import { maybe, maybeCount, textOf } from './elements.ts';

/**
 * Which statement or notification it is, by the bank's own id, and which page of it, by the page of the message that it lies in and by
 * its own (from version 04 on).
 */
export function pageOf(account: Element): Omit<EntryPlace, 'entry'> {
  const message = account.parentNode as Element;
  const isStatement = account.localName === 'Stmt';
  const own = isStatement ? 'StmtPgntn' : 'NtfctnPgntn';
  const pages = [maybe(message, 'GrpHdr', 'MsgPgntn'), maybe(account, own)].flatMap(
    (place) => (place && maybeCount(place, ['PgNb'])) ?? [],
  );
  return {
    of: isStatement ? 'statement' : 'notification',
    id: textOf(account, ['Id']),
    ...(pages.length > 0 && { page: pages.join('/') }),
  };
}
