import { type ByRegion, type RegionCode, regionCodes } from '../../core/regions.ts';
import { region, wholeKronor } from './cell-types.ts';
import { type Notes, noRowOf, texts } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable, type Table } from './table.ts';

/** The amounts of rebates.csv: the forecast before the year's February payment, and the final rebates. */
const amounts = { forecast_sek: wholeKronor, final_sek: wholeKronor } as const;
type Amount = keyof typeof amounts;
const of2021 = {
  forecast_sek: 'forecast_sek_2021_12',
  final_sek: 'final_sek_2022_03',
} as const satisfies Record<Amount, string>;

/** Whole kronor by region. */
export interface Rebates {
  readonly forecast: ByRegion<bigint>;
  readonly final: ByRegion<bigint>;
}

/** Reads rebates.csv with both amounts: every region exactly once. */
export function rebates(text: string, notes: Notes): Rebates {
  const table = readTable(text, { region_code: region, ...amounts }, notes, { of2021 });
  refuseIncomplete(table, notes);
  return {
    forecast: amountsOf(table, 'forecast_sek'),
    final: amountsOf(table, 'final_sek'),
  };
}

/** Reads one of the two amounts: at the forecast nobody knows the other, whose column may be left out and is not read. */
export function rebatesOf(text: string, which: keyof Rebates, notes: Notes): ByRegion<bigint> {
  const wanted = which === 'forecast' ? 'forecast_sek' : 'final_sek';
  const other = which === 'forecast' ? 'final_sek' : 'forecast_sek';
  const ignored = [other, of2021[other]];
  // Any cell may be absent by its type, so a table without the other amount is one of these too.
  const columns = { region_code: region, [wanted]: wholeKronor } as unknown as Columns;
  const table = readTable(text, columns, notes, {
    ignored,
    of2021: { [wanted]: of2021[wanted] },
  });
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
