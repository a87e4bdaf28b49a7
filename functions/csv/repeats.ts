import { type Notes, shownText, texts } from './notes.ts';
import type { Columns, Table } from './table.ts';

/** Notes each row that repeats the key of an earlier row. Rows whose key was refused are left out: they have a problem already. */
export function refuseRepeats<C extends Columns>(
  table: Table<C>,
  key: readonly (keyof C & string)[],
  notes: Notes,
): void {
  const firstLine = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const values = key.map((column) => cells[column]);
    if (values.includes(undefined)) continue;
    const given = values.map((value) => shownText(String(value))).join(', ');
    const first = firstLine.get(given);
    if (first === undefined) {
      firstLine.set(given, line);
    } else {
      notes.wrong(
        line,
        key.join(', '),
        texts(`${given} igen efter rad ${first}`, `${given} again after line ${first}`),
        texts('en gång', 'once'),
      );
    }
  }
}
