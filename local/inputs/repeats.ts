import { type Problems, shown } from './problems.ts';
import type { Columns, Table } from './table.ts';

/** Notes each row that repeats the key of an earlier row. Rows whose key was refused are left out: they have a problem already. */
export function refuseRepeats<C extends Columns>(
  table: Table<C>,
  key: readonly (keyof C & string)[],
  problems: Problems,
): void {
  const firstLine = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const values = key.map((column) => cells[column]);
    if (values.includes(undefined)) continue;
    const given = values.map((value) => shown(String(value))).join(', ');
    const first = firstLine.get(given);
    if (first === undefined) {
      firstLine.set(given, line);
    } else {
      problems.note(
        line,
        `${key.join(', ')}: given ${given} again after line ${first}, allowed: once`,
      );
    }
  }
}
