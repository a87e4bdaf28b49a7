/** What may stand in the record: text, safe integers, truth values, lists and objects of these. Amounts are text. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * The canonical text of a value (RFC 8785): keys sorted by code unit, no blanks, one spelling for each string.
 *
 * What is hashed and approved is this text. A property that is `undefined` is left out, as JSON does. Numbers must be
 * safe integers, since nothing else has one agreed spelling that a reader can check by eye; anything else is refused
 * with a RangeError, and so is text with half a surrogate pair, which has no UTF-8 bytes to hash.
 */
export function canonical(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new RangeError(
        `The record holds whole numbers only; ${value} was given. Write it as text.`,
      );
    return String(value);
  }
  if (typeof value === 'string') return spelled(value);
  if (value === null || typeof value === 'boolean') return String(value);
  let text = '';
  if (isList(value)) {
    for (const each of value) text += `${text === '' ? '' : ','}${canonical(each)}`;
    return `[${text}]`;
  }
  for (const key of sorted(Object.keys(value))) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${spelled(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** What was read from canonical text is in order already; most of what is asked for is. */
const sorted = (keys: string[]): readonly string[] =>
  keys.every((key, at) => at === 0 || (keys[at - 1] as string) < key) ? keys : keys.sort();

/** Text without what JSON escapes and without halves of a pair stands between quotes as it is. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function spelled(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  if (text.isWellFormed()) return JSON.stringify(text);
  throw new RangeError(`Text with half a surrogate pair was given: ${JSON.stringify(text)}.`);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
