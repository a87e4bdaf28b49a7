import type { Language } from '../../contract/api/problem-type.ts';
import { citationView } from './citation-view.ts';

interface Cited {
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

function shortName(source: string, language: Language): string {
  const [, year] = /^agreement-(\d{4})$/.exec(source) ?? [];
  if (year) return { sv: `överenskommelsen för ${year}`, en: `the ${year} agreement` }[language];
  // A reading is named by its number, R-06: where the agreement is silent, the choice that was made.
  if (source === 'readings') return { sv: 'tolkning', en: 'reading' }[language];
  return citationView({ source, place: '' }).title;
}
