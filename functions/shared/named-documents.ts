import { documentFaults, documentFile } from '../../core/inputs/document.ts';
import type { InputEvent } from '../../core/inputs/input-stream.ts';
import { eventsIn, type Parts, streamsOf } from '../../core/record/contradictions/parts.ts';

/**
 * The documents that inputs were registered with, by the names under which they are kept: each must be there. A document that is none is
 * a finding elsewhere.
 */
export function namedDocuments(
  parts: Parts,
): ReadonlyMap<string, { readonly hashes: ReadonlySet<string>; readonly due: true }> {
  const events = streamsOf(parts, 'INPUT').flatMap((found) => eventsIn<InputEvent>(found));
  return new Map(
    events.flatMap(({ event }) => {
      if (event?.type !== 'input-registered') return [];
      const { document, documentHash } = event;
      if (document === undefined || documentFaults(document).length > 0) return [];
      const file = documentFile(documentHash, document);
      return [[file, { hashes: new Set([documentHash]), due: true }] as const];
    }),
  );
}
