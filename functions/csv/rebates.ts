import { type ByRegion, type RegionCode, regionCodes } from '../../core/regions.ts';
import { region, wholeKronor } from './cell-types.ts';
import { type Notes, noRowOf, texts } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable, type Table } from './table.ts';

/** The amounts of rebates.csv: the forecast of December 2021 and the final rebates of March 2022. */
const amounts = { forecast_sek_2021_12: wholeKronor, final_sek_2022_03: wholeKronor } as const;
type Amount = keyof typeof amounts;

/** Whole kronor by region. */
export interface Rebates {
  readonly forecast: ByRegion<bigint>;
  readonly final: ByRegion<bigint>;
}

/** Reads rebates.csv with both amounts: every region exactly once. */
export function rebates(text: string, notes: Notes): Rebates {
  const table = readTable(text, { region_code: region, ...amounts }, notes);
  refuseIncomplete(table, notes);
  return {
    forecast: amountsOf(table, 'forecast_sek_2021_12'),
    final: amountsOf(table, 'final_sek_2022_03'),
  };
}

/** Reads one of the two amounts: in December nobody knows the other, whose column may be left out and is not read. */
export function rebatesOf(text: string, which: keyof Rebates, notes: Notes): ByRegion<bigint> {
  const wanted = which === 'forecast' ? 'forecast_sek_2021_12' : 'final_sek_2022_03';
  const other = which === 'forecast' ? 'final_sek_2022_03' : 'forecast_sek_2021_12';
  // Any cell may be absent by its type, so a table without the other amount is one of these too.
  const columns = { region_code: region, [wanted]: wholeKronor } as unknown as Columns;
  const table = readTable(text, columns, notes, [other]);
  refuseIncomplete(table, notes);
  return amountsOf(table, wanted);
}

type Columns = { readonly region_code: typeof region } & typeof amounts;

function refuseIncomplete(table: Table<Columns>, notes: Notes): void {
  refuseRepeats(table, ['region_code'], notes);
  if (!table.readable) return;
  const given = new Set(table.rows.map(({ cells }) => cells.region_code));
  for (const code of regionCodes.filter((each) => !given.has(each)))
    notes.wrong(null, 'region_code', noRowOf(code), texts('alla regioner', 'every region'));
}

function amountsOf(table: Table<Columns>, column: Amount): ByRegion<bigint> {
  const given = new Map(table.rows.map(({ cells }) => [cells.region_code, cells]));
  return new Map<RegionCode, bigint>(
    regionCodes.flatMap((code) => {
      const amount = given.get(code)?.[column];
      return amount === undefined ? [] : [[code, amount]];
    }),
  );
}
