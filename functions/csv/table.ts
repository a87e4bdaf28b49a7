import { type CsvError, parse } from 'csv-parse/sync';
import type { Texts } from '../contract/api/problem-type.ts';
import type { CellType } from './cell-types.ts';
import { type Notes, same, shownText, texts } from './notes.ts';

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

/** No table has more, nor longer cells. What has is refused before it is looked at: each fault would be a line of the answer. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 100;
const LONGEST_CELL = 1_000;

/** What a header may say besides the names of the columns. */
interface Headings<C extends Columns> {
  /** Columns that may be there and are not read. */
  readonly ignored?: readonly string[];
  /** What the tables of 2021 call a column; they say a year in the name, and no other year's do. */
  readonly of2021?: { readonly [K in keyof C]?: string };
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
  notes: Notes,
  { ignored = [], of2021 = {} }: Headings<C> = {},
): Table<C> {
  const [header, ...rows] = recordsOf(text, notes) ?? [];
  if (header === undefined || !hasTableSize(header, rows, notes)) {
    return { rows: [], readable: false };
  }
  // The older names are held to when one of them is there; else the general ones.
  const older: Readonly<Partial<Record<string, string>>> = of2021;
  const isOlder = header.fields.some((field) => Object.values(older).includes(field));
  const named = new Map(
    Object.keys(columns).map((column) => [(isOlder && older[column]) || column, column]),
  );
  if (!headerHolds(header.fields, [...named.keys()], ignored, notes)) {
    return { rows: [], readable: false };
  }
  const whole = rows.filter((row) => hasAllColumns(row, header.fields, notes));
  return {
    rows: whole.map(({ line, fields }) => ({
      line,
      cells: cellsOf(line, { header: header.fields, named, fields }, columns, notes),
    })),
    readable: whole.length === rows.length,
  };
}

function hasTableSize(header: CsvRow, rows: readonly CsvRow[], notes: Notes): boolean {
  const columns = header.fields.length;
  const many = (sv: string, en: string, most: number) =>
    notes.wrong(
      null,
      '',
      texts(`fler än ${most} ${sv}`, `more than ${most} ${en}`),
      texts(`högst ${most} ${sv}`, `at most ${most} ${en}`),
    );
  if (columns > MOST_COLUMNS) many('kolumner', 'columns', MOST_COLUMNS);
  if (rows.length > MOST_ROWS) many('rader', 'rows', MOST_ROWS);
  return columns <= MOST_COLUMNS && rows.length <= MOST_ROWS;
}

function recordsOf(text: string, notes: Notes): CsvRow[] | undefined {
  const records: CsvRow[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      relax_column_count: true,
      to: MOST_ROWS + 2,
      record_delimiter: ['\r\n', '\n'],
      on_record: (fields: string[], { lines }) => {
        records.push({ line: lastLine + 1, fields });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    notes.wrong(lastLine + 1, '', ...brokenBy(error as CsvError));
    return undefined;
  }
  // Empty lines after the last row hold nothing; one between rows is a row with too few columns.
  while (records.at(-1)?.fields.join() === '') records.pop();
  return records;
}

/** What was given, and what is allowed. */
function brokenBy(error: CsvError): [Texts, Texts] {
  const quotes = texts(
    'citattecken runt en hel cell, och "" för ett citattecken inuti',
    'quotes around a whole cell, and "" for a quote inside them',
  );
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return [texts('ett citattecken som inte avslutas', 'a quote that is not closed'), quotes];
    case 'INVALID_OPENING_QUOTE':
      return [
        texts('ett citattecken i en cell utan citattecken', 'a quote inside an unquoted cell'),
        quotes,
      ];
    case 'CSV_INVALID_CLOSING_QUOTE':
      return [texts('text efter ett avslutande citattecken', 'text after a closing quote'), quotes];
    default:
      return [
        texts('text som inte är CSV', `text that is no CSV (${error.message})`),
        texts('CSV med kommatecken', 'CSV with commas'),
      ];
  }
}

function headerHolds(
  given: readonly string[],
  wanted: readonly string[],
  ignored: readonly string[],
  notes: Notes,
): boolean {
  const allowed = texts(
    `${wanted.join(', ')}, var och en en gång, i valfri ordning`,
    `${wanted.join(', ')}, each once, in any order`,
  );
  const missing = wanted.filter((column) => !given.includes(column));
  const extra = given.filter((column) => !wanted.includes(column) && !ignored.includes(column));
  const doubled = wanted.filter((column) => given.filter((other) => other === column).length > 1);
  for (const column of missing) {
    const name = shownText(column);
    notes.wrong(1, '', texts(`ingen kolumn ${name}`, `no column ${name}`), allowed);
  }
  for (const column of extra) {
    const name = shownText(column);
    notes.wrong(1, '', texts(`en kolumn ${name}`, `a column ${name}`), allowed);
  }
  for (const column of doubled) {
    const name = shownText(column);
    const given = texts(`kolumnen ${name} flera gånger`, `the column ${name} more than once`);
    notes.wrong(1, '', given, allowed);
  }
  return missing.length + extra.length + doubled.length === 0;
}

function hasAllColumns(row: CsvRow, header: readonly string[], notes: Notes): boolean {
  if (row.fields.length === header.length) return true;
  const { length } = row.fields;
  const given =
    row.fields.join() === ''
      ? texts('en tom rad', 'an empty line')
      : texts(`${length} kolumner`, `${length} columns`);
  notes.wrong(row.line, '', given, same(`${header.length} (${header.join(', ')})`));
  return false;
}

/** A row's fields under the table's own header, and which column each name of it is. */
interface Given {
  readonly header: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  readonly fields: readonly string[];
}

function cellsOf<C extends Columns>(
  line: number,
  { header, named, fields }: Given,
  columns: C,
  notes: Notes,
): Cells<C> {
  const read = header.flatMap((name, i) => {
    const column = named.get(name);
    const [type, text] = [column === undefined ? undefined : columns[column], fields[i]];
    if (type === undefined || text === undefined) return [];
    const value = text.length <= LONGEST_CELL ? type.read(text) : undefined;
    if (value !== undefined) return [[column, value]];
    notes.wrong(line, name, same(shownText(text)), type.allowed);
    return [];
  });
  return Object.fromEntries(read);
}
