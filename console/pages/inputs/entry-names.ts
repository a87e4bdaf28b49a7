import { isRegionCode, regions } from '../../../core/regions.ts';
import { rowText } from '../../../functions/contract/api/row-texts.ts';
import type { Text } from '../../kit.ts';
import { fields } from './content-table.ts';

/** What people call a name in a content: a region, a field, a disease, a group of the needs model. A name that is none of them is its own. */
export function nameOfEntry(name: string, { t, language }: Pick<Text, 't' | 'language'>): string {
  if (isRegionCode(name)) return regions[name];
  const field = fields.find((each) => each === name);
  return field ? t(`inputs.field.${field}`) : rowText(name)[language];
}

/** An entry by its way through the content, each part as people call it: `09 / hiv` is Region Gotland / hiv. */
export const nameOfWay = (entry: string, text: Pick<Text, 't' | 'language'>): string =>
  entry
    .split(' / ')
    .map((part) => nameOfEntry(part, text))
    .join(' / ');

const number = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const year = /^(agreement|budget)Year$/;

/** Whether a value is a number to be read as one; years are names, not amounts. */
export const isNumber = (value: string, name = ''): boolean =>
  number.test(value) && !year.test(name);

/** What a version is of, where a kind has several: the key of a decision has its kind and first month in it. */
export function shownKey(key: string, text: Text): string {
  const [, decision, kind = '', month = ''] =
    /^(.+) (agreement|interim) (\d{4}-\d{2})$/.exec(key) ?? [];
  if (decision === undefined) return shownValue(key, '', text);
  const from = text.t('inputs.key.from', { month: text.month(month) });
  return `${decision}, ${shownValue(kind, 'kind', text)}, ${from}`;
}

/** A value as it is read: numbers by thousands, days and months in words, kinds of decision by name. */
export function shownValue(value: string, name: string, text: Text): string {
  if (isNumber(value, name)) return text.decimal(value);
  if (day.test(value)) return text.day(value);
  if (/Month$/.test(name) && /^\d{4}-\d{2}$/.test(value)) return text.month(value);
  if (name === 'kind' && value === 'agreement') return text.t('inputs.decision.agreement');
  if (name === 'kind' && value === 'interim') return text.t('inputs.decision.interim');
  return rowText(value)[text.language];
}
