import { documentFaults, documentFile } from '../../core/inputs/document.ts';
import type { Parts } from '../../core/record/contradictions/parts.ts';

/**
 * The documents that inputs were registered with, by the names under which they are kept. Those of versions that count must be there; one
 * that waits for its confirmation is not confirmed without it, and whoever registered it may have died before it was kept. A document that
 * is none is a finding elsewhere.
 */
export function namedDocuments({
  inputs,
}: Pick<Parts, 'inputs'>): ReadonlyMap<
  string,
  { readonly hashes: ReadonlySet<string>; readonly due: boolean }
> {
  const named = new Map<string, { readonly hashes: ReadonlySet<string>; readonly due: boolean }>();
  for (const { document, documentHash, confirmed } of [...inputs.values()].flat()) {
    if (document === undefined || documentFaults(document).length > 0) continue;
    const file = documentFile(documentHash, document);
    const due = confirmed || named.get(file)?.due === true;
    named.set(file, { hashes: new Set([documentHash]), due });
  }
  return named;
}
