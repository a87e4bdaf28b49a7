import type { Element } from '@xmldom/xmldom';
import { caseOfMessage } from '../../../core/bank/bank-ids.ts';
import type { ReportedPayment } from '../../../core/bank/report.ts';
import { maybeText } from './elements.ts';

export type Ids = Pick<ReportedPayment, 'messageId' | 'endToEndId' | 'unclear'>;

/** What banks write where nobody gave an id. */
const NOT_PROVIDED = 'NOTPROVIDED';

/**
 * By which ids a booking names what it books: its own references first, those of its batch after them. The message is named by its
 * own id or by that of its one group of payments, which is the same text in our files; beside an id of ours, one of the bank's own is
 * not looked at. Two that are both ours and not the same are unclear.
 */
export function idsIn(places: readonly (Element | undefined)[]): Ids {
  const named = places.flatMap((place) =>
    place ? [maybeText(place, ['MsgId']), maybeText(place, ['PmtInfId'])] : [],
  );
  const messages = named.filter((id) => id !== undefined);
  const own = [...new Set(messages.filter((id) => caseOfMessage(id) !== undefined))];
  const messageId = own[0] ?? messages[0];
  const [first] = places;
  const endToEndId = first && maybeText(first, ['EndToEndId']);
  return {
    ...(messageId !== undefined && { messageId }),
    ...(endToEndId !== undefined && endToEndId !== NOT_PROVIDED && { endToEndId }),
    ...(own.length > 1 && { unclear: true }),
  };
}
