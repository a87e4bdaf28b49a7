import type { InputKind } from '../../core/inputs/kinds.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { csvKinds, readCsv } from '../csv/read-csv.ts';
import { refusedEntries } from '../shared/entry-errors.ts';

/** What a new version is given as: content in the kind's own shape, or its table. */
interface Given {
  readonly content?: unknown;
  readonly csv?: string | undefined;
}

/**
 * The content that was given, and where its errors are found. Refused: both or neither of `content` and `csv`, a table of a kind
 * that has none, a table with anything wrong in it, each with its line and column.
 */
export function givenContent(
  kind: InputKind,
  { content, csv }: Given,
  language: Language,
): { readonly content: unknown; readonly root: '/content' | '/csv' } {
  if ((content === undefined) === (csv === undefined))
    throw refusedEntries([oneOfTwo(content !== undefined)], language);
  if (csv === undefined) return { content, root: '/content' };
  if (!csvKinds.includes(kind)) throw refusedEntries([noTable(kind)], language);
  const read = readCsv(kind, csv);
  if (read.notes.found.length > 0) throw refusedEntries(read.notes.found, language);
  return { content: read.content, root: '/csv' };
}

const oneOfTwo = (both: boolean) => ({
  pointer: '/content',
  detail: {
    sv: `antingen content eller csv; angivet: ${both ? 'båda' : 'inget av dem'}`,
    en: `either content or csv; given: ${both ? 'both' : 'neither'}`,
  },
});

const noTable = (kind: InputKind) => ({
  pointer: '/csv',
  detail: {
    sv: `underlag som kan vara CSV: ${csvKinds.join(', ')}; angivet: ${kind}`,
    en: `inputs that can be CSV: ${csvKinds.join(', ')}; given: ${kind}`,
  },
});
