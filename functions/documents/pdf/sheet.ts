import PDFDocument from 'pdfkit';
import type { Language } from '../../contract/api/problem-type.ts';
import { fonts } from './fonts.ts';
import { page, type Style, styles, textWidth } from './style.ts';

/** What a document says of itself. */
export interface SheetInfo {
  readonly title: string;
  readonly author: string;
  /** What leads back to the record: run, proposal. */
  readonly keywords: string;
  readonly language: Language;
  /** When what it tells of happened. A clock's time would make other bytes of the same document. */
  readonly of: Date;
}

/** A rectangle on the page: from the top left, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export type Element = PDFKit.PDFStructureElement;

/** A tag of the structure tree, with what pdfkit's types leave out. */
interface TagOptions {
  readonly scope?: 'Column' | 'Row';
}

/**
 * A tagged A4 document that is written from top to bottom: what stands in it is in the structure tree in the order of reading, and
 * what only decorates the page is an artifact. Whoever writes asks for room first, so nothing is cut between pages unseen.
 */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #bytes: Promise<Uint8Array<ArrayBuffer>>;
  /** Where the next thing goes. */
  y: number = page.top;
  /** The page that it goes on, from 0. */
  page = 0;

  constructor({ title, author, keywords, language, of }: SheetInfo) {
    const { regular, semibold } = fonts();
    this.doc = new PDFDocument({
      // Given at once, so that the built-in Helvetica is never looked for.
      font: regular as unknown as string,
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
      ...{ size: 'A4', margin: 0, bufferPages: true, autoFirstPage: true },
      ...{ pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true },
      info: {
        Title: title,
        Author: author,
        Keywords: keywords,
        Creator: 'Statsbidrag',
        CreationDate: of,
        ModDate: of,
      },
    });
    this.doc.registerFont('regular', regular as unknown as string);
    this.doc.registerFont('semibold', semibold as unknown as string);
    this.#bytes = collected(this.doc);
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
  }

  /** An element of the structure tree, under the document or another element. */
  element(tag: string, under: Element = this.#root, options: TagOptions = {}): Element {
    const made = this.doc.struct(tag, options as PDFKit.Mixins.StructureElementOptions);
    under.add(made);
    return made;
  }

  /** Text in an element of its own, in a box. Gives its height. Empty text stays a cell, without content. */
  write(text: string, style: Style, box: Box, options: Written = {}): number {
    const { tag = 'P', under = this.#root, align = 'left', scope } = options;
    const draw = () => this.draw(text, style, box, align);
    const height = this.heightOf(text, style, box.width);
    const cell = this.element(tag, under, { ...(scope && { scope }) });
    if (text !== '') cell.add(draw);
    cell.end();
    return height;
  }

  /** Text and lines that are no content. */
  decorate(type: 'Pagination' | 'Layout', draw: (doc: PDFKit.PDFDocument) => void): void {
    this.doc.markContent('Artifact', { type });
    draw(this.doc);
    this.doc.endMarkedContent();
  }

  /** What decorates a page that is written already. */
  decorateOn(number: number, draw: (doc: PDFKit.PDFDocument) => void): void {
    const now = this.page;
    this.doc.switchToPage(number);
    this.decorate('Layout', draw);
    this.doc.switchToPage(now);
  }

  rule(y: number, colour: string, thickness: number, from: number = page.left): void {
    this.decorate('Layout', (doc) =>
      doc
        .moveTo(from, y)
        .lineTo(page.width - page.right, y)
        .lineWidth(thickness)
        .strokeColor(colour)
        .stroke(),
    );
  }

  heightOf(text: string, style: Style, width: number): number {
    this.doc.font(style.font).fontSize(style.size);
    return text === '' ? 0 : this.doc.heightOfString(text, { width });
  }

  /** Begins a page when there is less room than that. Says whether it did. */
  ensure(height: number): boolean {
    if (this.y + height <= page.height - page.bottom) return false;
    this.doc.addPage();
    this.page += 1;
    this.y = page.top;
    return true;
  }

  /** The bytes, once every page has its foot; `foot` is written on each as an artifact. */
  finish(
    foot: (number: number, of: number) => readonly string[],
  ): Promise<Uint8Array<ArrayBuffer>> {
    this.#root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.doc.switchToPage(index);
      const [left = '', right = ''] = foot(index + 1, count);
      const y = page.height - 46;
      const width = textWidth - 90;
      this.decorate('Pagination', () => {
        this.draw(left, styles.foot, { x: page.left, y, width }, 'left');
        this.draw(right, styles.foot, { x: page.left + width, y, width: 90 }, 'right');
      });
    }
    this.doc.end();
    return this.#bytes;
  }

  /** Puts text on the page and nothing into the structure tree. */
  draw(text: string, { font, size, colour }: Style, { x, y, width }: Box, align: Align): void {
    this.doc.font(font).fontSize(size).fillColor(colour).text(text, x, y, { width, align });
  }
}

type Align = 'left' | 'right';

interface Written extends TagOptions {
  readonly tag?: string;
  readonly under?: Element;
  readonly align?: Align;
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
  });
}
