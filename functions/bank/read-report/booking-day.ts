import type { Element } from '@xmldom/xmldom';
import { addDays, type Day, parseDay } from '../../../core/calendar/day.ts';
import { dayInStockholm, parseInstant, plusMinutes } from '../../../core/calendar/stockholm.ts';
import { maybe, maybeText, placeOf, textOf } from './elements.ts';
import { incomplete, shownValue } from './unreadable.ts';

/** A day, or a moment of it; both may have a zone (XML Schema). */
const DATE = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** A statement is of what was booked shortly before; one that is made before a weekend may have the next bank day. */
const MOST_DAYS_BEFORE = 400;
const MOST_DAYS_AFTER = 10;

/** Before this year there were no such messages. */
const FIRST = parseDay('2000-01-01');

/**
 * The day on which the account has an entry (`BookgDt`). Where the entry has neither that nor a reference of the bank's, the day on
 * which the bank made the statement: by something it must be told from the next day's. A moment with a zone is of its day in Stockholm.
 *
 * Refused: what is no day that there is, and a day that is further from the making of the statement than 400 days before or 10 after.
 */
export function dayOf(entry: Element, bankReference: string | undefined): string | undefined {
  const place = maybe(entry, 'BookgDt');
  const account = entry.parentNode as Element;
  if (place) {
    const day = dayIn(place, maybeText(place, ['Dt']) ?? textOf(place, ['DtTm']));
    const made = madeOn(account);
    const [first, last] = [addDays(made, -MOST_DAYS_BEFORE), addDays(made, MOST_DAYS_AFTER)];
    if (day < first || day > last)
      throw incomplete(placeOf(place), shownValue(day), `${first}–${last}`);
    return day;
  }
  return bankReference === undefined ? madeOn(account) : undefined;
}

/** On which day the bank made a statement. */
function madeOn(account: Element): Day {
  const message = account.parentNode as Element;
  const own = maybe(account, 'CreDtTm') ? account : undefined;
  const day = own
    ? dayIn(own, textOf(own, ['CreDtTm']))
    : dayIn(message, textOf(message, ['GrpHdr', 'CreDtTm']));
  if (day < FIRST) throw incomplete(`${placeOf(account)}/CreDtTm`, shownValue(day), `${FIRST}–`);
  return day;
}

function dayIn(place: Element, text: string): Day {
  try {
    return dayFrom(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw incomplete(placeOf(place), shownValue(text), 'YYYY-MM-DD, YYYY-MM-DDThh:mm:ss');
  }
}

/** Refused with a RangeError: what is no day or moment that there is. */
function dayFrom(text: string): Day {
  const date = DATE.exec(text)?.[1];
  if (date !== undefined) return parseDay(date);
  const [, day = '', time, zone] = MOMENT.exec(text) ?? [];
  // Without a zone it is the bank's own time, which is Stockholm's.
  if (zone === undefined) return parseDay(day);
  parseDay(day);
  const ahead = zone === 'Z' ? 0 : minutesOf(zone);
  return dayInStockholm(plusMinutes(parseInstant(`${day}T${time}Z`), -ahead));
}

function minutesOf(zone: string): number {
  const minutes = 60 * Number(zone.slice(1, 3)) + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}
