/** A column of a text table: its head, one line or more, and its cells from the top. */
export interface Column {
  readonly head: readonly string[];
  readonly cells: readonly string[];
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/**
 * Sets columns side by side, each as wide as its widest text, heads at the bottom of the head's lines. Gives the head's
 * lines and the rows; nothing is trailing at the end of a line.
 */
export function setColumns(columns: readonly Column[]): { head: string[]; rows: string[] } {
  const headLines = Math.max(...columns.map(({ head }) => head.length));
  const rowCount = Math.max(...columns.map(({ cells }) => cells.length));
  const widths = columns.map(({ head, cells }) =>
    Math.max(...[...head, ...cells].map((text) => text.length)),
  );
  const line = (texts: readonly string[]): string =>
    columns
      .map(({ align }, i) => pad(texts[i] ?? '', widths[i] ?? 0, align))
      .join(GAP)
      .trimEnd();
  return {
    head: Array.from({ length: headLines }, (_, i) =>
      line(columns.map(({ head }) => head[i - (headLines - head.length)] ?? '')),
    ),
    rows: Array.from({ length: rowCount }, (_, i) =>
      line(columns.map(({ cells }) => cells[i] ?? '')),
    ),
  };
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  return align === 'left' ? text.padEnd(width) : text.padStart(width);
}
