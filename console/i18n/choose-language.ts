import type { Language } from '../../functions/contract/api/problem-type.ts';

export const languages: readonly Language[] = ['sv', 'en'];

const isLanguage = (text: string | null): text is Language =>
  languages.some((language) => language === text);

/**
 * The language to begin in: the address's `?lang=`, else the one that was chosen last, else Swedish. The browser's own
 * wishes are not asked: the authority's language is Swedish, and English is somebody's choice.
 */
export function chooseLanguage(query: string, kept: string | null): Language {
  const asked = new URLSearchParams(query).get('lang');
  if (isLanguage(asked)) return asked;
  return isLanguage(kept) ? kept : 'sv';
}
