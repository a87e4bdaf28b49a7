import { type NeedsGroup, needsGroups } from '../../core/agreement/needs-groups.ts';
import { type Day, parseDay } from '../../core/calendar/day.ts';
import { type Month, parseMonth } from '../../core/calendar/month.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { isRegionCode, type RegionCode, regionCodes } from '../../core/regions.ts';
import type { Texts } from '../contract/api/problem-type.ts';

import { texts } from './notes.ts';

/** What a cell may hold: said in words for whoever gave something else, and read, or undefined when it is refused. */
export interface CellType<T> {
  readonly allowed: Texts;
  readonly read: (text: string) => T | undefined;
}

const WHOLE = /^(0|[1-9]\d{0,14})$/;
const DECIMAL = /^(0|[1-9]\d{0,8})(\.\d{1,6})?$/;
const MOST = '999999999999999';

const groups: ReadonlySet<string> = new Set(needsGroups);
const isNeedsGroup = (text: string): text is NeedsGroup => groups.has(text);

const someOf = (values: readonly unknown[]): Texts =>
  texts(`något av ${values.join(', ')}`, `one of ${values.join(', ')}`);

/** Two digits, as text: '01' is Stockholm and '1' is nothing. */
export const region: CellType<RegionCode> = {
  allowed: someOf(regionCodes),
  read: (text) => (isRegionCode(text) ? text : undefined),
};

export const group: CellType<NeedsGroup> = {
  allowed: someOf([
    'child-{0|1-5|6-18}-income-{low|high}',
    'adult-{19-49|50-69|70-79}-education-{low|high}-income-{low|high}',
    'senior-{80-89|90-plus}-{alone|cohabiting}',
  ]),
  read: (text) => (isNeedsGroup(text) ? text : undefined),
};

/** Whole units without a sign, a blank, a separator or an exponent. 15 digits are more than any amount of money here. */
const whole = (unit: Texts, least: 0 | 1): CellType<bigint> => ({
  allowed: texts(
    `hela ${unit.sv} från ${least} till ${MOST}, bara siffror`,
    `whole ${unit.en} from ${least} to ${MOST}, digits only`,
  ),
  read: (text) => (WHOLE.test(text) && BigInt(text) >= least ? BigInt(text) : undefined),
});

const kronor = texts('kronor', 'kronor');
export const wholeKronor = whole(kronor, 0);
export const wholeKronorAboveZero = whole(kronor, 1);
export const inhabitants = whole(texts('invånare', 'inhabitants'), 0);

/** Plain decimal text in its canonical spelling: '1471.50' is read as '1471.5'. */
const decimal = (unit: Texts, aboveZero: boolean): CellType<string> => ({
  allowed: texts(
    `${unit.sv} ${aboveZero ? 'över 0' : 'från 0'}, högst 9 siffror och 6 decimaler efter en punkt, utan tecken, ` +
      'mellanslag, avgränsare och exponent',
    `${unit.en} ${aboveZero ? 'above 0' : 'from 0'}, up to 9 digits and at most 6 decimals after a point, ` +
      'no sign, blank, separator or exponent',
  ),
  read: (text) => {
    if (!DECIMAL.test(text)) return undefined;
    const exact = Fraction.parse(text);
    return aboveZero && exact.isZero() ? undefined : exact.toDecimalText();
  },
});

export const decimalKronor = decimal(kronor, false);
export const rateAboveZero = decimal(texts('kronor för en euro', 'kronor for a euro'), true);

/** A day that exists, within the bounds. Days compare as text. */
export const dayBetween = (first: string, last: string): CellType<Day> => ({
  allowed: texts(
    `en dag som finns, som ÅÅÅÅ-MM-DD, från ${first} till ${last}`,
    `a day that exists, as YYYY-MM-DD, from ${first} to ${last}`,
  ),
  read: (text) => within(first, last, orUndefined(parseDay, text)),
});

/** A month within the bounds. Months compare as text. */
export const monthBetween = (first: string, last: string): CellType<Month> => ({
  allowed: texts(
    `en månad, som ÅÅÅÅ-MM, från ${first} till ${last}`,
    `a month, as YYYY-MM, from ${first} to ${last}`,
  ),
  read: (text) => within(first, last, orUndefined(parseMonth, text)),
});

/** A year written with four digits, one of those listed. */
export const yearOneOf = (years: readonly number[]): CellType<number> => ({
  allowed: someOf(years),
  read: (text) => years.find((year) => String(year) === text),
});

/** Any year that there can be an agreement or a budget of. */
export const anyYear: CellType<number> = {
  allowed: texts('ett år från 2000 till 2099', 'a year from 2000 to 2099'),
  read: (text) => (/^20\d\d$/.test(text) ? Number(text) : undefined),
};

export const oneOf = <const T extends string>(values: readonly T[]): CellType<T> => ({
  allowed: someOf(values),
  read: (text) => values.find((value) => value === text),
});

/** Words in one line without blanks around them: a trailing blank would make another name of the same thing. */
export const words = (mostCharacters: number): CellType<string> => ({
  allowed: texts(
    `1 till ${mostCharacters} tecken på en rad, utan mellanslag före eller efter`,
    `1 to ${mostCharacters} characters in one line, no blank before or after them`,
  ),
  read: (text) =>
    text !== '' && text.length <= mostCharacters && text.trim() === text && !/\p{Cc}/u.test(text)
      ? text
      : undefined,
});

/** The value, or null where the cell is empty. */
export const optional = <T>(type: CellType<T>): CellType<T | null> => ({
  allowed: texts(`${type.allowed.sv}, eller ingenting`, `${type.allowed.en}, or nothing`),
  read: (text) => (text === '' ? null : type.read(text)),
});

function within<T extends string>(first: string, last: string, value: T | undefined) {
  return value !== undefined && first <= value && value <= last ? value : undefined;
}

function orUndefined<T>(parse: (text: string) => T, text: string): T | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
