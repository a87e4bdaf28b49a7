import type { Element } from '@xmldom/xmldom';
import { maybe, maybeText, placeOf, textOf } from './elements.ts';
import { incomplete, shownValue } from './unreadable.ts';

const DATE = /^\d{4}-\d{2}-\d{2}(?=$|[TZ+-])/;

/**
 * The day on which the account has an entry (`BookgDt`). Where the entry has neither that nor a reference of the bank's, the day on
 * which the bank made the statement: by something it must be told from the next day's.
 */
export function dayOf(entry: Element, bankReference: string | undefined): string | undefined {
  const place = maybe(entry, 'BookgDt');
  if (place) return dateIn(place, maybeText(place, ['Dt']) ?? textOf(place, ['DtTm']));
  if (bankReference !== undefined) return undefined;
  const account = entry.parentNode as Element;
  const message = account.parentNode as Element;
  return dateIn(account, maybeText(account, ['CreDtTm']) ?? textOf(message, ['GrpHdr', 'CreDtTm']));
}

function dateIn(place: Element, text: string): string {
  const [date] = DATE.exec(text) ?? [];
  if (date === undefined) throw incomplete(placeOf(place), shownValue(text), 'YYYY-MM-DD');
  return date;
}
