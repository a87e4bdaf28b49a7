/** The kinds of document that are kept, by the end of their names, each with its media type. */
export const documentKinds = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type DocumentKind = keyof typeof documentKinds;

/** The document that an input was read from, as its registration names it; its SHA-256 stands beside it. */
export type InputDocument = {
  /** What it was called where it came from. */
  readonly name: string;
  readonly bytes: number;
};

/** The largest document that is kept, in bytes: what one request can bring through the API's gateway, which makes 16 bytes of 9. */
export const MOST_DOCUMENT_BYTES = 3_000_000;

/** No name hides what it ends with, breaks a line, or leads to another folder. */
const goodName = /^[^\p{Cc}\p{Cf}"\\/:*?<>|]{1,195}\.(pdf|xlsx)$/iu;

/** The kind that a document's name says; undefined where it says none that is kept, or is no name. */
export function namedKind(name: string): DocumentKind | undefined {
  const end = goodName.exec(name)?.[1]?.toLowerCase();
  return end === 'pdf' || end === 'xlsx' ? end : undefined;
}

/**
 * The kind that a document's bytes are, by how they begin: a PDF (ISO 32000), or a workbook without programs (ISO 29500), which is a
 * zip with a workbook in it. Undefined of everything else, an encrypted workbook among it: nobody could read that beside the input.
 */
export function kindOfBytes(bytes: Uint8Array): DocumentKind | undefined {
  if (isAt(bytes, '%PDF-', 0)) return 'pdf';
  const workbook =
    isAt(bytes, 'PK\u0003\u0004', 0) &&
    holds(bytes, '[Content_Types].xml') &&
    holds(bytes, 'xl/workbook.xml') &&
    !holds(bytes, 'xl/vbaProject.bin');
  return workbook ? 'xlsx' : undefined;
}

/** The name under which a document is kept: its SHA-256, and what kind it is. The same bytes are one file, whatever they were called. */
export const documentFile = (hash: string, { name }: InputDocument): string =>
  `${hash}.${namedKind(name) ?? 'document'}`;

/** What is wrong with a document as a registration names it: another form, no name, no size that is kept. */
export function documentFaults(given: unknown): readonly string[] {
  const { name, bytes, ...more } = Object(given) as Readonly<Record<string, unknown>>;
  return [
    ...Object.keys(more).map((other) => `says ${other} of its document`),
    ...(typeof name === 'string' && namedKind(name) ? [] : ['names no document that is kept']),
    ...(Number.isSafeInteger(bytes) && Number(bytes) > 0 && Number(bytes) <= MOST_DOCUMENT_BYTES
      ? []
      : ['says no size of its document that is kept']),
  ];
}

const isAt = (bytes: Uint8Array, text: string, from: number): boolean =>
  [...text].every((letter, index) => bytes[from + index] === letter.charCodeAt(0));

/** Whether a text of plain letters stands anywhere in the bytes; names in a zip are not compressed. */
function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let from = bytes.indexOf(first); from >= 0; from = bytes.indexOf(first, from + 1))
    if (isAt(bytes, text, from)) return true;
  return false;
}
