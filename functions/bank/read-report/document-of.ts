import { DOMParser, type Element } from '@xmldom/xmldom';
import { refuseNested } from './nesting.ts';
import { shownValue, Unreadable } from './unreadable.ts';

/** A bank's report of a payment of 22 lines is some 30 kB; of an account's whole day some hundred. */
const MOST_BYTES = 5_000_000;

/** As many as entries can have, several times over; more would only take time and memory. */
const MOST_TAGS = 100_000;

/**
 * The root element of a file. Refused: what is larger than any report, is not UTF-8 or says that it is something else, has a document
 * type (no report has one, and entities could hide anything), is nested deeper than any report, is not well-formed.
 */
export function documentOf(bytes: Uint8Array): Element {
  if (bytes.length > MOST_BYTES)
    throw new Unreadable('too-large', {
      where: '/',
      given: `${bytes.length} bytes`,
      allowed: `${MOST_BYTES} bytes`,
    });
  const text = utf8(bytes);
  const doctype = /<!(DOCTYPE|ENTITY)/i.exec(text);
  if (doctype)
    throw new Unreadable('has-doctype', {
      where: lineOf(text, doctype.index),
      given: doctype[0],
      allowed: '<?xml …?>, <Document …>',
    });
  const tags = text.split('<').length - 1;
  if (tags > MOST_TAGS)
    throw new Unreadable('too-many-entries', {
      where: '/',
      given: `${tags} × <`,
      allowed: `${MOST_TAGS} × <`,
    });
  refuseNested(text);
  return wellFormed(text);
}

function utf8(bytes: Uint8Array): string {
  const text = decoded(bytes);
  // The declaration stands at the very beginning, or it is none.
  const said = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (said !== undefined && said.toUpperCase() !== 'UTF-8')
    throw notUtf8('encoding', shownValue(said));
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const first = [...bytes.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
    throw notUtf8('/', `${first.join(' ')} …`);
  }
}

const notUtf8 = (where: string, given: string): Unreadable =>
  new Unreadable('not-utf-8', { where, given, allowed: 'UTF-8' });

/** Characters that XML 1.0 does not have, not even by their numbers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function wellFormed(text: string): Element {
  const character = NO_CHARACTER.exec(text);
  if (character) throw notXml(`U+${hex(character[0])}`, lineOf(text, character.index));
  let wrong: string | undefined;
  let root: Element | null = null;
  try {
    // Also of a warning: a parser that guesses may guess wrong.
    const onError = (_level: string, message: string) => {
      wrong ??= message;
      throw new SyntaxError(message);
    };
    root = new DOMParser({ onError }).parseFromString(text, 'application/xml').documentElement;
  } catch (error) {
    wrong ??= String(error);
  }
  if (!root || wrong !== undefined) throw notXml((wrong ?? '–').replaceAll(/\s+/g, ' '));
  refuseLoose(text);
  return root;
}

const notXml = (given: string, where = '/'): Unreadable =>
  new Unreadable('not-xml', { where, given: shownValue(given), allowed: 'XML 1.0' });

/**
 * What the parser takes although XML does not have it: another version, an ampersand by itself, a character by a number that is
 * nobody's, the end of a CDATA section where there is none.
 */
function refuseLoose(text: string): void {
  const version = /^<\?xml\s+version\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (version !== undefined && version !== '1.0') throw notXml(version);
  const markup = text.replaceAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '');
  const loose = /\]\]>|&(?!(?:lt|gt|amp|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);).{0,10}/.exec(markup);
  if (loose) throw notXml(loose[0]);
  for (const [reference, decimal, hexadecimal = ''] of markup.matchAll(
    /&#(?:([0-9]+)|x([0-9a-fA-F]+));/g,
  )) {
    const number = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    if (!isCharacter(number)) throw notXml(reference);
  }
}

const isCharacter = (number: number): boolean =>
  number <= 0x10ffff &&
  !(number >= 0xd800 && number <= 0xdfff) &&
  !NO_CHARACTER.test(String.fromCodePoint(number));

const hex = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

const lineOf = (text: string, index: number): string =>
  `line ${text.slice(0, index).split('\n').length}`;
