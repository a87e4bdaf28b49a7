import { type Citation, sources } from '../../core/agreement/sources.ts';

/** Where something is written, as people read it: the documents' Swedish titles, each with its places. Readings are ours and left out. */
export function citationText(cites: readonly Citation[]): string {
  const places = new Map<string, string[]>();
  for (const { source, place } of cites) {
    if (source === 'readings') continue;
    const { title } = sources[source];
    places.set(title, [...(places.get(title) ?? []), place]);
  }
  return [...places].map(([title, each]) => `${title}, ${each.join(', ')}`).join('; ');
}
