import type { Language } from '../../functions/contract/api/problem-type.ts';
import { kronor } from './kronor.ts';

const shape = /^(-?(?:0|[1-9][0-9]*))(?:\.([0-9]+))?$/;
const separators: Readonly<Record<Language, string>> = { sv: ',', en: '.' };

/**
 * A decimal number as text, for reading: `10.2345` is `10,2345` in Swedish. Every digit is shown as it was given, none is
 * rounded and none added; it never passes through a float. Anything else than a decimal number is a RangeError.
 */
export function decimal(text: string, language: Language): string {
  const [, integer, fraction] = shape.exec(text) ?? [];
  if (integer === undefined) throw new RangeError(`Not a decimal number: ${JSON.stringify(text)}.`);
  // The sign is taken apart from the digits, or −0.5 would lose it with its integer part.
  const negative = integer.startsWith('-');
  const digits = kronor(negative ? integer.slice(1) : integer, language);
  const tail = fraction === undefined ? '' : separators[language] + fraction;
  return `${negative ? '\u2212' : ''}${digits}${tail}`;
}

/** Per cent as the API gave them, with the sign written out: `2.3` is `+2,3 %` in Swedish and `+2.3%` in English. */
export function percent(text: string, language: Language): string {
  const number = decimal(text, language);
  const sign = number.startsWith('\u2212') || /^[0.]+$/.test(text) ? '' : '+';
  return `${sign}${number}${language === 'sv' ? '\u00a0%' : '%'}`;
}
