import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';

/** An element of a document's structure, with the text of everything in it. */
export interface Tagged {
  readonly role: string;
  readonly text: string;
  readonly children: readonly Tagged[];
}

/** A PDF as a program that reads aloud finds it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly created: string;
  readonly tagged: boolean;
  /** The text of each page, what only decorates it included. */
  readonly pages: readonly string[];
  readonly text: string;
  /** The structure of all pages, in the order of reading. */
  readonly elements: readonly Tagged[];
  /** The embedded fonts by their PostScript names. */
  readonly fonts: readonly string[];
}

export async function pdfOf(bytes: Uint8Array): Promise<ReadPdf> {
  // The reader takes the bytes that it is given, and leaves none behind.
  const pdf = await getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise;
  const [{ info }, marked] = await Promise.all([pdf.getMetadata(), pdf.getMarkInfo()]);
  const known = info as Readonly<Record<string, string>>;
  const pages: string[] = [];
  const elements: Tagged[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { text, byId } = textsOf(
      (await page.getTextContent({ includeMarkedContent: true })).items,
    );
    pages.push(text);
    const tree = await page.getStructTree();
    if (tree) elements.push(...tree.children.map((each) => tagged(each as Node, byId)));
  }
  await pdf.loadingTask.destroy();
  return {
    title: known.Title ?? '',
    language: known.Language ?? '',
    created: known.CreationDate ?? '',
    tagged: isMarked(marked),
    pages,
    text: pages.join('\n'),
    elements,
    fonts: fontsIn(bytes),
  };
}

/** Blanks of all kinds are one, so that lines that were broken read as they were written. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Every element of a role, wherever it stands. */
export const ofRole = (elements: readonly Tagged[], role: string): readonly Tagged[] =>
  elements.flatMap((each) => [
    ...(each.role === role ? [each] : []),
    ...ofRole(each.children, role),
  ]);

export const textsOfRole = (elements: readonly Tagged[], role: string): readonly string[] =>
  ofRole(elements, role).map(({ text }) => text);

const isMarked = (info: { readonly Marked?: boolean } | null): boolean => info?.Marked === true;

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

function tagged({ role = '', id, children = [] }: Node, byId: ReadonlyMap<string, string>): Tagged {
  const parts = children.map((child) => tagged(child, byId));
  const own = id === undefined ? '' : (byId.get(id) ?? '');
  const text = [own, ...parts.map((part) => part.text)].filter((each) => each !== '').join(' ');
  return { role, text, children: parts.filter((part) => part.role !== '') };
}

type Item = {
  readonly str?: string;
  readonly type?: string;
  readonly id?: string;
  readonly hasEOL?: boolean;
};

/** The page's text, and the text of each piece of marked content. Lines of one piece are joined by a blank. */
function textsOf(items: readonly object[]) {
  const byId = new Map<string, string>();
  let text = '';
  let open = '';
  for (const { str, type, id, hasEOL } of items as readonly Item[]) {
    if (type === 'beginMarkedContentProps') open = id ?? '';
    if (type === 'beginMarkedContent') open = '';
    if (str === undefined) {
      if (type === 'endMarkedContent') text += '\n';
      continue;
    }
    const piece = `${str}${hasEOL ? ' ' : ''}`;
    text += piece;
    byId.set(open, `${byId.get(open) ?? ''}${piece}`);
  }
  for (const [id, each] of byId) byId.set(id, each.trim());
  return { text: text.replaceAll(/ +/g, ' '), byId };
}

const fontsIn = (bytes: Uint8Array): readonly string[] => {
  const found = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g);
  return [...new Set([...found].map(([, name = '']) => name))].sort();
};
