import type { Page } from './pages.ts';
import { type Row, type Rows, unread } from './row.ts';

/** Rows for functions of one page, whose sections are headed by the names of the functions. */
function functionsOf<const Name extends string>(
  page: Page,
  functions: Readonly<Record<Name, string>>,
): Readonly<Record<`$${Name}`, Row>> {
  const rows = Object.entries<string>(functions).map(([name, says]) => {
    return [`$${name}`, unread(`${says}.`, page, `$${name}()`)] as const;
  });
  return Object.fromEntries(rows) as Readonly<Record<`$${Name}`, Row>>;
}

/**
 * The functions of JSONata 2.0.6 that give the same answer every time. Those that read a clock, throw dice or run text have no
 * row and are refused: $now, $millis, $random, $shuffle, $eval; so are those that Step Functions adds.
 */
export const functionRows = {
  ...functionsOf('strings', {
    string: 'A value as text',
    length: 'How many characters a text has',
    substring: 'Part of a text, from a position',
    substringBefore: 'What stands before a text',
    substringAfter: 'What stands after a text',
    uppercase: 'In capital letters',
    lowercase: 'In small letters',
    trim: 'Without white space around, and single spaces inside',
    pad: 'Filled up to a width',
    contains: 'Whether a text holds another',
    split: 'Cut into a list',
    join: 'A list put together',
    match: 'What a regular expression finds, with its positions',
    replace: 'With something put in the place of something',
    base64encode: 'In base64',
    base64decode: 'Out of base64',
    encodeUrl: 'Escaped as a whole address',
    encodeUrlComponent: 'Escaped as part of an address',
    decodeUrl: 'A whole address without escapes',
    decodeUrlComponent: 'Part of an address without escapes',
  }),
  ...functionsOf('numbers', {
    number: 'A text as number',
    abs: 'Without its sign',
    floor: 'The next whole number below',
    ceil: 'The next whole number above',
    round: 'The nearest number, halves to the even one',
    power: 'Raised to a power',
    sqrt: 'The square root',
    formatNumber: 'A number by a picture',
    formatBase: 'A whole number in another base',
    formatInteger: 'A whole number by a picture',
    parseInteger: 'A whole number read by a picture',
  }),
  ...functionsOf('aggregation', {
    sum: 'The sum of a list of numbers',
    max: 'The largest of a list of numbers',
    min: 'The smallest of a list of numbers',
    average: 'The mean of a list of numbers',
  }),
  ...functionsOf('booleans', {
    boolean: 'Whether a value counts as true',
    not: 'The contrary',
    exists: 'Whether there is a value',
  }),
  ...functionsOf('arrays', {
    count: 'How many items a list has',
    append: 'One list after another',
    sort: 'A list in order',
    reverse: 'A list back to front',
    distinct: 'A list without repeats',
    zip: 'Lists item by item',
  }),
  ...functionsOf('objects', {
    keys: 'The names of the fields of an object',
    lookup: 'The field of that name',
    spread: 'An object for each field',
    merge: 'Several objects as one',
    each: 'A function on each field',
    error: 'Fails, with that message',
    assert: 'Fails with that message unless the condition holds',
    type: 'Which type a value has',
  }),
  ...functionsOf('times', {
    fromMillis: 'ISO 8601 of milliseconds since 1970',
    toMillis: 'Milliseconds since 1970 of ISO 8601',
  }),
  ...functionsOf('higherOrder', {
    map: 'A function on each item of a list',
    filter: 'The items for which a function says true',
    single: 'The one item for which a function says true',
    reduce: 'A list drawn together by a function',
    sift: 'The fields for which a function says true',
  }),
} satisfies Rows;
