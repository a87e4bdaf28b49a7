import type { Element } from '@xmldom/xmldom';
import { caseOfMessage, paymentOf } from '../../../core/bank/bank-ids.ts';
import type { ReportedPayment } from '../../../core/bank/report.ts';
import { maybe, maybeText, textIn } from './elements.ts';

export type Ids = Pick<ReportedPayment, 'messageId' | 'endToEndId' | 'unclear'>;

/** What banks write where nobody gave an id. */
const NOT_PROVIDED = 'NOTPROVIDED';

/** What banks write where they have no reference, read without case, blanks and signs; so is what is nothing but zeros. */
const noReferences: ReadonlySet<string> = new Set([NOT_PROVIDED, 'NONREF']);

/** The bank's own reference, or its number, at a place that need not be there; none where it stands for none. */
export function referenceIn(parent: Element, name: string): string | undefined {
  const element = maybe(parent, name);
  if (!element) return undefined;
  const bare = textIn(element)
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return /^0*$/.test(bare) || noReferences.has(bare) ? undefined : maybeText(parent, [name]);
}

/**
 * By which id one payment is named: its end-to-end id, or, where there is none, the id of its instruction if that is ours, since in our
 * files both are the same text and some banks give back the one and some the other. Two that are both ours and not the same are unclear.
 */
export function paymentIn(
  element: Element | undefined,
  [endToEnd, instruction]: readonly [endToEnd: string, instruction: string],
): Pick<Ids, 'endToEndId' | 'unclear'> {
  const given = element && maybeText(element, [endToEnd]);
  const instructed = element && maybeText(element, [instruction]);
  const own = isOurs(instructed) ? instructed : undefined;
  const endToEndId = given === undefined || given === NOT_PROVIDED ? own : given;
  const differ = own !== undefined && own !== endToEndId && isOurs(endToEndId);
  return { ...(endToEndId !== undefined && { endToEndId }), ...(differ && { unclear: true }) };
}

const isOurs = (id: string | undefined): boolean => id !== undefined && paymentOf(id) !== undefined;

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
  return {
    ...(messageId !== undefined && { messageId }),
    ...paymentIn(first, ['EndToEndId', 'InstrId']),
    ...(own.length > 1 && { unclear: true }),
  };
}
