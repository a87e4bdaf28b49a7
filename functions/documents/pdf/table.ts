import type { Element, Sheet } from './sheet.ts';
import { colours, page, type Style, styles, textWidth } from './style.ts';

export interface Column {
  readonly head: string;
  /** A part of the width of the text. */
  readonly part: number;
  readonly align?: 'left' | 'right';
  /** How its cells are set, when not as text. */
  readonly style?: Style;
}

export interface Row {
  readonly cells: readonly string[];
  readonly strong?: boolean;
}

const gap = 10;
const above = 3.8;

/** A table with its heads repeated on every page; a row is never cut. Rows that are `strong` have a line above them: they are sums. */
export function table(sheet: Sheet, columns: readonly Column[], rows: readonly Row[]): void {
  const element = sheet.element('Table');
  headRow(sheet, columns, element);
  for (const { cells, strong = false } of rows) {
    const style = strong ? styles.strong : undefined;
    if (sheet.ensure(heightOf(sheet, columns, cells, style) + above)) headRow(sheet, columns);
    if (strong) sheet.rule(sheet.y, colours.strongRule, 0.8);
    const tr = sheet.element('TR', element);
    const height = eachCell(columns, cells, (text, column, box, first) =>
      sheet.write(
        text,
        style ?? column.style ?? styles.text,
        { ...box, y: sheet.y + above },
        {
          ...(first ? { tag: 'TH', scope: 'Row' } : { tag: 'TD' }),
          under: tr,
          align: column.align ?? 'left',
        },
      ),
    );
    tr.end();
    sheet.y += height + 2 * above;
    if (!strong) sheet.rule(sheet.y, colours.rule, 0.5);
  }
  element.end();
  sheet.y += 10;
}

/** The heads; on a page that goes on with a table they are decoration, since they have been read. */
function headRow(sheet: Sheet, columns: readonly Column[], under?: Element): void {
  const heads = columns.map(({ head }) => head);
  const height = heightOf(sheet, columns, heads, styles.head);
  sheet.ensure(height + 40);
  const tr = under && sheet.element('TR', under);
  eachCell(columns, heads, (text, { align = 'left' }, box) => {
    // Set on the same line at the foot of the row.
    const y = sheet.y + height - sheet.heightOf(text, styles.head, box.width);
    if (tr)
      return sheet.write(
        text,
        styles.head,
        { ...box, y },
        { tag: 'TH', scope: 'Column', under: tr, align },
      );
    sheet.decorate('Pagination', () => sheet.draw(text, styles.head, { ...box, y }, align));
    return 0;
  });
  tr?.end();
  sheet.y += height + 3;
  sheet.rule(sheet.y, colours.strongRule, 0.8);
}

/** Names and what they stand for, side by side. */
export function facts(
  sheet: Sheet,
  rows: readonly (readonly [name: string, value: string])[],
): void {
  const columns: readonly Column[] = [
    { head: '', part: 0.29 },
    { head: '', part: 0.71 },
  ];
  const element = sheet.element('Table');
  for (const [name, value] of rows) {
    const height = Math.max(
      sheet.heightOf(value, styles.text, widthOf(0.71)),
      sheet.heightOf(name, styles.text, widthOf(0.29)),
    );
    sheet.ensure(height);
    const tr = sheet.element('TR', element);
    eachCell(columns, [name, value], (text, _column, box, first) =>
      sheet.write(
        text,
        first ? quiet : styles.text,
        { ...box, y: sheet.y },
        {
          ...(first ? { tag: 'TH', scope: 'Row' } : { tag: 'TD' }),
          under: tr,
        },
      ),
    );
    tr.end();
    sheet.y += height + 3.5;
  }
  element.end();
  sheet.y += 8;
}

const quiet: Style = { ...styles.text, colour: styles.small.colour };

const widthOf = (part: number): number => part * textWidth - gap;

const heightOf = (
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly string[],
  style?: Style,
) =>
  Math.max(
    ...columns.map(({ part, style: own = styles.text }, index) =>
      sheet.heightOf(cells[index] ?? '', style ?? own, widthOf(part)),
    ),
  );

type Cell = (
  text: string,
  column: Column,
  box: { readonly x: number; readonly width: number },
  first: boolean,
) => number;

/** Every cell from left to right; gives the greatest height. Amounts end where the text ends. */
function eachCell(columns: readonly Column[], cells: readonly string[], write: Cell): number {
  let x: number = page.left;
  let height = 0;
  columns.forEach((column, index) => {
    const { part, align } = column;
    const shift = align === 'right' ? gap : 0;
    const box = { x: x + shift, width: widthOf(part) };
    height = Math.max(height, write(cells[index] ?? '', column, box, index === 0));
    x += part * textWidth;
  });
  return height;
}
