import type { Language } from '../../functions/contract/api/problem-type.ts';

/** The conventions that each language is written by. English is read by Swedish officials, so kronor come after the number. */
export const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** Made once: a page of amounts would spend most of its time making formats. */
const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat(locales.sv),
  en: new Intl.NumberFormat(locales.en),
};

const MINUS = '\u2212';
const NBSP = '\u00a0';
const whole = /^(-?)(0|[1-9][0-9]*)$/;

/**
 * Whole kronor for reading, grouped by thousands: `-1726166154` is `−1 726 166 154` in Swedish. No unit; see `withUnit`.
 * Anything that is not whole kronor as text is a RangeError: an amount that cannot be read is never shown as another.
 */
export function kronor(sek: string, language: Language): string {
  const [, sign, digits] = whole.exec(sek) ?? [];
  if (digits === undefined) throw new RangeError(`Not whole kronor: ${JSON.stringify(sek)}.`);
  const grouped = formats[language].format(BigInt(digits));
  return sign ? MINUS + grouped : grouped;
}

/** As `kronor`, with the sign written out also when it is plus: for differences. */
export function signedKronor(sek: string, language: Language): string {
  const text = kronor(sek, language);
  return sek === '0' || text.startsWith(MINUS) ? text : `+${text}`;
}

/** Puts kr after an amount, on the same line. */
export const withUnit = (amount: string): string => `${amount}${NBSP}kr`;

/** Whether an amount is below zero; `-0` does not occur. */
export const isNegative = (sek: string): boolean => sek.startsWith('-');
