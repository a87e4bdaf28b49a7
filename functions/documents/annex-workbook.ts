import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Annex } from './annex.ts';
import { withResults } from './xlsx/known-results.ts';
import { withNormalStyle } from './xlsx/normal-style.ts';
import { undated } from './xlsx/undated.ts';

/** Shown with the reader's own separator of thousands: 1 234 567 in Swedish. */
const kronor = '#,##0';
const bold = { fontWeight: 'bold' } as const;
const line = '#0B3A66';
const shade = '#E9EEF4';

/**
 * The annex as a workbook of one sheet. Sums are formulas, across and down; each has its result beside it. The same annex gives the
 * same bytes.
 */
export async function annexWorkbook(annex: Annex, sheet: string): Promise<Uint8Array<ArrayBuffer>> {
  const { about, heads, kinds, rows } = annex;
  const first = about.length + 3; // The number of the first region's row: what it is about, an empty row, the heads.
  const results = new Map<string, string>();
  /** A formula with what it comes to; cells are named by column and row. */
  const sum = (column: number, row: number, of: string, sek: string): CellObject => {
    results.set(`${letter(column)}${row}`, sek);
    return { type: 'Formula', value: `SUM(${of})`, format: kronor, ...bold };
  };
  const [last, total] = [letter(kinds.length + 1), kinds.length + 2];
  const down = (column: number) =>
    `${letter(column)}${first}:${letter(column)}${first + rows.length - 1}`;
  const data: SheetData = [
    ...about.map((text, index): CellObject[] => [
      { value: text, ...(index === 0 && { ...bold, fontSize: 14 }) },
    ]),
    [],
    [heads.code, heads.region, ...kinds.map(({ text }) => text), heads.total].map(head),
    ...rows.map(({ code, name, sek, totalSek }, index): (CellObject | null)[] => {
      const row = first + index;
      const own = sek.map((each): CellObject | null =>
        each === undefined ? null : { value: Number(each), format: kronor },
      );
      return [
        { value: code, type: String },
        { value: name },
        ...own,
        sum(total, row, `C${row}:${last}${row}`, totalSek),
      ];
    }),
    [
      { value: '', type: String, ...foot },
      { value: heads.total, ...foot },
      ...[...kinds, annex].map(({ totalSek }, index) => ({
        ...(sum(index + 2, first + rows.length, down(index + 2), totalSek) as object),
        ...foot,
      })),
    ],
  ];
  const bytes = await writeXlsxFile(
    data,
    {
      sheet,
      orientation: 'landscape',
      stickyRowsCount: first - 1,
      stickyColumnsCount: 2,
      columns: [{ width: 7 }, { width: 30 }, ...kinds.map(() => ({ width: 21 })), { width: 18 }],
    },
    { fontFamily: 'Calibri', fontSize: 11, features: [withResults(results), withNormalStyle] },
  ).toBuffer();
  return undated(new Uint8Array(bytes));
}

const foot = { ...bold, topBorderStyle: 'thin', topBorderColor: line } as const;

const head = (value: string, index: number): CellObject | null => ({
  value,
  ...bold,
  wrap: true,
  alignVertical: 'bottom',
  align: index < 2 ? 'left' : 'right',
  backgroundColor: shade,
  bottomBorderStyle: 'thin',
  bottomBorderColor: line,
});

/** The name of a column, from 0: A to Z. Kinds of line are far fewer. */
function letter(column: number): string {
  if (column > 25) throw new RangeError(`A sheet of ${column + 1} columns is wider than an annex.`);
  return String.fromCharCode('A'.charCodeAt(0) + column);
}
