import { type CsvError, parse } from 'csv-parse/sync';
import type { CellType } from './cell-types.ts';
import { type Problems, shown } from './problems.ts';

/** The columns of a file and what their cells hold. */
export type Columns = Readonly<Record<string, CellType<unknown>>>;

/** A row's cells by column. A cell that was refused is absent: its problem is noted. */
export type Cells<C extends Columns> = {
  readonly [K in keyof C]?: C[K] extends CellType<infer T> ? T : never;
};

export interface Row<C extends Columns> {
  readonly line: number;
  readonly cells: Cells<C>;
}

export interface Table<C extends Columns> {
  readonly rows: readonly Row<C>[];
  /** False when rows could not be told apart, so that nothing can be said about which are missing. */
  readonly readable: boolean;
}

interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads comma-separated text (RFC 4180) with a header row; the columns may come in any order. Notes every problem:
 * broken CSV, a missing, extra or doubled column, a row with too few or too many, and each cell that is not allowed.
 */
export function readTable<C extends Columns>(
  text: string,
  columns: C,
  problems: Problems,
): Table<C> {
  const [header, ...rows] = recordsOf(text, problems) ?? [];
  if (header === undefined || !headerHolds(header.fields, Object.keys(columns), problems)) {
    return { rows: [], readable: false };
  }
  const whole = rows.filter((row) => hasAllColumns(row, header.fields, problems));
  return {
    rows: whole.map(({ line, fields }) => ({
      line,
      cells: cellsOf(line, header.fields, fields, columns, problems),
    })),
    readable: whole.length === rows.length,
  };
}

function recordsOf(text: string, problems: Problems): CsvRow[] | undefined {
  const records: CsvRow[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      on_record: (fields: string[], { lines }) => {
        records.push({ line: lastLine + 1, fields });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    problems.note(lastLine + 1, `given ${brokenBy(error as CsvError)}`);
    return undefined;
  }
  // Empty lines after the last row hold nothing; one between rows is a row with too few columns.
  while (records.at(-1)?.fields.join() === '') records.pop();
  return records;
}

function brokenBy(error: CsvError): string {
  const quotes = 'allowed: quotes around a whole cell, and "" for a quote inside them';
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `a quote that is not closed, ${quotes}`;
    case 'INVALID_OPENING_QUOTE':
      return `a quote inside an unquoted cell, ${quotes}`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `text after a closing quote, ${quotes}`;
    default:
      return `text that is no CSV (${error.message}), allowed: CSV with commas`;
  }
}

function headerHolds(
  given: readonly string[],
  wanted: readonly string[],
  problems: Problems,
): boolean {
  const allowed = `allowed: ${wanted.join(', ')}, each once, in any order`;
  const missing = wanted.filter((column) => !given.includes(column));
  const extra = given.filter((column) => !wanted.includes(column));
  const doubled = wanted.filter((column) => given.filter((other) => other === column).length > 1);
  for (const column of missing) problems.note(1, `given no column ${shown(column)}, ${allowed}`);
  for (const column of extra) problems.note(1, `given a column ${shown(column)}, ${allowed}`);
  for (const column of doubled) {
    problems.note(1, `given the column ${shown(column)} more than once, ${allowed}`);
  }
  return missing.length + extra.length + doubled.length === 0;
}

function hasAllColumns(row: CsvRow, header: readonly string[], problems: Problems): boolean {
  if (row.fields.length === header.length) return true;
  const given = row.fields.join() === '' ? 'an empty line' : `${row.fields.length} columns`;
  problems.note(row.line, `given ${given}, allowed: ${header.length} (${header.join(', ')})`);
  return false;
}

function cellsOf<C extends Columns>(
  line: number,
  header: readonly string[],
  fields: readonly string[],
  columns: C,
  problems: Problems,
): Cells<C> {
  const read = header.flatMap((column, i) => {
    const [type, text] = [columns[column], fields[i]];
    if (type === undefined || text === undefined) return [];
    const value = type.read(text);
    if (value !== undefined) return [[column, value]];
    problems.note(line, `${column}: given ${shown(text)}, allowed: ${type.allowed}`);
    return [];
  });
  return Object.fromEntries(read);
}
