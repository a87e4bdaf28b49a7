import type * as z from 'zod/mini';
import type { Language, Texts } from '../contract/api/problem-type.ts';
import { cut } from './filled.ts';

type Issue = z.core.$ZodRawIssue;
type Words = (issue: Issue) => Texts | undefined;

const types: Readonly<Record<string, Texts>> = {
  string: { sv: 'text', en: 'text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt', en: 'an object' },
  record: { sv: 'ett objekt', en: 'an object' },
};

/** What is counted by the size of a text, a list, a number. */
const counted: Readonly<Record<string, Texts>> = {
  string: { sv: ' tecken', en: ' characters' },
  array: { sv: ' poster', en: ' entries' },
};

/** The contract's own words for what is allowed (functions/contract), and those of core's parsers, in Swedish. */
const inSwedish: readonly (readonly [RegExp, string])[] = [
  [/^whole kronor, at least 0$/, 'hela kronor, minst 0'],
  [/^whole kronor, more than 0$/, 'hela kronor, mer än 0'],
  [/^decimal kronor, at least 0$/, 'kronor med högst sex decimaler, minst 0'],
  [
    /^the last month is not before the first, or, of an interim decision that ends before it began, the month before it$/,
    'sista månaden är inte före den första, eller, i ett beslut i avvaktan på överenskommelse som upphör innan det börjat gälla, månaden före den',
  ],
  [
    /^a monthly total in an interim decision, none in one under an agreement$/,
    'månadsbelopp i ett interimsbeslut, inget i ett beslut enligt överenskommelse',
  ],
  [
    /^either a bankgiro number or a plusgiro number$/,
    'antingen ett bankgironummer eller ett plusgironummer',
  ],
  [/^64 hex digits, 0–9 and a–f$/, '64 hexadecimala siffror, 0–9 och a–f'],
  [
    /^an amount above 0, such as 7000000\.00$/,
    'ett belopp över 0 med högst två decimaler, till exempel 7000000.00',
  ],
  [/^an e-mail address$/, 'en e-postadress'],
  [/^a year, YYYY$/, 'ett år, ÅÅÅÅ'],
  [/^a month, YYYY-MM$/, 'en månad, ÅÅÅÅ-MM'],
  [/^a whole number from 1$/, 'ett heltal från 1'],
  [/^(\d+) to (\d+)$/, '$1 till $2'],
  [/^Not a day: .*$/, 'en dag som finns, ÅÅÅÅ-MM-DD'],
  [/^Not a month: .*$/, 'en månad, ÅÅÅÅ-MM'],
];

const list = (values: readonly unknown[]): string => values.map(String).join(', ');

/** So many names that the caller gave are said; of the rest, how many they are. */
const MOST_NAMED = 20;
const LONGEST_NAME = 60;

/** Names that the caller gave, of which there may be any number. */
function named(keys: readonly string[], more: string): string {
  const names = list(keys.slice(0, MOST_NAMED).map((key) => cut(key, LONGEST_NAME)));
  return keys.length <= MOST_NAMED
    ? names
    : `${names} ${more.replace('#', String(keys.length - MOST_NAMED))}`;
}

const words: Readonly<Record<string, Words>> = {
  invalid_type: ({ expected, input }: Issue & { expected?: string }) => {
    if (input === undefined) return { sv: 'uppgiften saknas', en: 'is missing' };
    const type = types[expected ?? ''];
    return type && { sv: `ska vara ${type.sv}`, en: `must be ${type.en}` };
  },
  too_small: ({ origin, minimum }: Issue & { origin?: string; minimum?: unknown }) => ({
    sv: `minst ${minimum}${counted[origin ?? '']?.sv ?? ''}`,
    en: `at least ${minimum}${counted[origin ?? '']?.en ?? ''}`,
  }),
  too_big: ({ origin, maximum }: Issue & { origin?: string; maximum?: unknown }) => ({
    sv: `högst ${maximum}${counted[origin ?? '']?.sv ?? ''}`,
    en: `at most ${maximum}${counted[origin ?? '']?.en ?? ''}`,
  }),
  invalid_value: ({ values = [] }: Issue & { values?: readonly unknown[] }) => ({
    sv: `tillåtet är ${list(values)}`,
    en: `allowed is ${list(values)}`,
  }),
  unrecognized_keys: ({ keys = [] }: Issue & { keys?: readonly string[] }) => ({
    sv: `okända uppgifter: ${named(keys, 'och # till')}`,
    en: `unknown entries: ${named(keys, 'and # more')}`,
  }),
  invalid_format: ({ pattern }: Issue & { pattern?: string }) =>
    pattern === undefined
      ? undefined
      : { sv: `ska ha formen ${pattern}`, en: `must have the form ${pattern}` },
  invalid_union: () => ({
    sv: 'har ingen av de former som är tillåtna',
    en: 'has none of the forms that are allowed',
  }),
  invalid_key: () => ({ sv: 'ett namn som inte är tillåtet', en: 'a name that is not allowed' }),
};

/**
 * What is allowed where an entry is wrong, in the reader's language. Zod's own Swedish is not what a case officer would write;
 * what these words do not know is said as Zod says it.
 */
export const entryWords =
  (language: Language) =>
  (issue: Issue): string | undefined =>
    words[issue.code]?.(issue as never)?.[language];

/** The contract's own sentences are English; this is what a Swedish reader is told instead. */
export function translated(message: string, language: Language): string {
  if (language === 'en') return message;
  const [pattern, swedish] = inSwedish.find(([each]) => each.test(message)) ?? [];
  return pattern && swedish !== undefined ? message.replace(pattern, swedish) : message;
}
