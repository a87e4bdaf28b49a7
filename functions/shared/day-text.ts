import type { Language } from '../contract/api/problem-type.ts';

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  sv: format('sv-SE'),
  en: format('en-GB'),
};

/** A day in a sentence: 1 februari 2022. A day has no time zone, so none is applied. */
export const dayText = (day: string, language: Language): string =>
  formats[language].format(new Date(`${day}T00:00:00Z`));

function format(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
