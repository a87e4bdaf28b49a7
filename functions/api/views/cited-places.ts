import { quoteOf } from '../../../core/agreement/quotes.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { readingTexts } from '../../contract/api/reading-texts.ts';
import { citationView } from './citation-view.ts';

export interface Cited {
  readonly source: string;
  readonly place: string;
}

/**
 * Where something is written, short enough for a line of a document: `överenskommelsen för 2021, 4.1`. Each document is named once
 * with all its places. A document that lists its sources gives their full titles there.
 */
export function citedPlaces(cites: readonly Cited[], language: Language): string {
  const places = new Map<string, string[]>();
  for (const { source, place } of cites) {
    const name = shortName(source, language);
    const known = places.get(name) ?? [];
    if (!known.includes(place)) places.set(name, [...known, place]);
  }
  return [...places].map(([name, each]) => `${name}, ${each.join(' · ')}`).join('; ');
}

/** What is written at a place, word for word; of a reading what it says. Nothing where the text is not kept here. */
export const passagesOf = (
  cite: Cited & { readonly rule?: string | undefined },
  language: Language,
): readonly string[] =>
  cite.source === 'readings'
    ? [readingTexts[cite.place]?.[language] ?? []].flat()
    : (quoteOf(cite) ?? []);

function shortName(source: string, language: Language): string {
  const [, year] = /^agreement-(\d{4})$/.exec(source) ?? [];
  if (year) return { sv: `överenskommelsen för ${year}`, en: `the ${year} agreement` }[language];
  // A reading is named by its number, R-06: where the agreement is silent, the choice that was made.
  if (source === 'readings') return { sv: 'tolkning', en: 'reading' }[language];
  return citationView({ source, place: '' }).title;
}
