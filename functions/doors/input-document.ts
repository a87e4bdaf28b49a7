import {
  documentFile,
  documentKinds,
  type InputDocument,
  kindOfBytes,
  MOST_DOCUMENT_BYTES,
  namedKind,
} from '../../core/inputs/document.ts';
import type { Files } from '../../core/ports.ts';
import { sha256Of } from '../adapters/sha256.ts';
import type { Language } from '../contract/api/problem-type.ts';
import type { RegisterInput } from '../contract/inputs.ts';
import { type EntryProblem, problem, refusedEntries } from '../shared/entry-errors.ts';

type Given = Pick<RegisterInput, 'document' | 'documentHash'>;

/**
 * The document as its registration names it; undefined where none is brought. Refused, each with its place: nothing, more than is kept,
 * bytes that are neither a PDF nor a workbook without programs, a name that says another kind than the bytes are, and bytes that do not
 * have the hash that was given.
 */
export function acceptedDocument(given: Given, language: Language): InputDocument | undefined {
  if (given.document === undefined) return undefined;
  const wrong = wrongDocument(given.document, given.documentHash);
  if (wrong.length > 0) throw refusedEntries(wrong, language);
  return { name: given.document.name, bytes: given.document.bytes.length };
}

/** Stores the document under its hash, or finds it there. */
export async function keepDocument(
  documents: Files,
  { document, documentHash }: Given,
): Promise<void> {
  if (document === undefined) return;
  const { name, bytes } = document;
  const kind = namedKind(name);
  const mediaType = kind ? documentKinds[kind] : 'application/octet-stream';
  await documents.put(documentFile(documentHash, { name, bytes: bytes.length }), bytes, mediaType);
}

/** Whether the document that a version names is there to be read, with its hash; a version that names none needs none. */
export async function isKept(
  documents: Files,
  { document, documentHash }: { readonly document?: InputDocument; readonly documentHash: string },
): Promise<boolean> {
  if (document === undefined) return true;
  const bytes = await documents.read(documentFile(documentHash, document));
  return bytes !== undefined && sha256Of(bytes) === documentHash;
}

function wrongDocument(
  { name, bytes }: NonNullable<Given['document']>,
  documentHash: string,
): readonly EntryProblem[] {
  const size = bytes.length;
  if (size === 0 || size > MOST_DOCUMENT_BYTES)
    return [
      problem(
        '/document/content',
        `1 till ${MOST_DOCUMENT_BYTES} byte; angivet: ${size}`,
        `1 to ${MOST_DOCUMENT_BYTES} bytes; given: ${size}`,
      ),
    ];
  const kind = kindOfBytes(bytes);
  if (kind === undefined)
    return [
      problem(
        '/document/content',
        'en PDF eller en XLSX utan makron och lösenord; angivet: något annat',
        'a PDF, or an XLSX without macros and password; given: something else',
      ),
    ];
  const hash = sha256Of(bytes);
  return [
    ...(namedKind(name) === kind
      ? []
      : [
          problem(
            '/document/name',
            `ett filnamn som slutar på .${kind}, högst 200 tecken; angivet: ${name}`,
            `a file name that ends with .${kind}, at most 200 characters; given: ${name}`,
          ),
        ]),
    ...(hash === documentHash
      ? []
      : [
          problem(
            '/documentHash',
            `dokumentets egen kontrollsumma, ${hash}; angivet: ${documentHash}`,
            `the hash of the document itself, ${hash}; given: ${documentHash}`,
          ),
        ]),
  ];
}
