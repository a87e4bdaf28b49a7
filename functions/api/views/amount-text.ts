import { Fraction } from '../../../core/money/fraction.ts';
import { toPlaces } from '../../../core/money/to-places.ts';
import type { Unit } from '../../../core/working.ts';
import type { Language } from '../../contract/api/problem-type.ts';

const units: Readonly<Record<Exclude<Unit, 'share'>, Readonly<Record<Language, string>>>> = {
  sek: { sv: ' kr', en: ' kr' },
  'sek-per-inhabitant': { sv: ' kr per invånare', en: ' kr per inhabitant' },
  inhabitants: { sv: ' invånare', en: ' inhabitants' },
  eur: { sv: ' euro', en: ' euros' },
  'sek-per-eur': { sv: ' kr per euro', en: ' kr per euro' },
};

/** As the console writes numbers: 1 234,5 in Swedish, with a blank that does not break, and 1,234.5 in English. */
export function grouped(decimal: string, language: Language): string {
  const [whole = '', decimals] = decimal.split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
  return `${groups.replace('-', '−')}${decimals ? `${language === 'sv' ? ',' : '.'}${decimals}` : ''}`;
}

/** A number of a working in a sentence: kronor with two decimals at most, shares in per cent with four. */
export function amountText(exact: Fraction, unit: Unit, language: Language): string {
  if (unit === 'share') {
    const percent = toPlaces(exact.times(hundred), 4).text;
    return `${grouped(percent, language)}${language === 'sv' ? '\u00a0%' : '%'}`;
  }
  const places = unit === 'sek-per-eur' ? 6 : 2;
  const text = grouped(toPlaces(exact, places).text, language);
  return `${text}${units[unit][language].replaceAll(' ', '\u00a0')}`;
}

export const kronorText = (sek: string, language: Language): string =>
  amountText(Fraction.parse(sek), 'sek', language);

const hundred = Fraction.of(100n);
