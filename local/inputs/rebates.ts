import { type ByRegion, type RegionCode, regionCodes } from '../../core/regions.ts';
import { region, wholeKronor } from './cell-types.ts';
import type { Problems } from './problems.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable } from './table.ts';

const columns = {
  region_code: region,
  forecast_sek_2021_12: wholeKronor,
  final_sek_2022_03: wholeKronor,
};

/** Whole kronor by region: the forecast of December 2021 and the final rebates of March 2022. */
export interface Rebates {
  readonly forecast: ByRegion<bigint>;
  readonly final: ByRegion<bigint>;
}

/** Reads rebates.csv: every region exactly once. */
export function rebates(text: string, problems: Problems): Rebates {
  const table = readTable(text, columns, problems);
  refuseRepeats(table, ['region_code'], problems);
  const given = new Map(table.rows.map(({ cells }) => [cells.region_code, cells]));
  if (table.readable) {
    for (const code of regionCodes.filter((code) => !given.has(code))) {
      problems.note(null, `region_code: given no row of ${code}, allowed: every region`);
    }
  }
  const column = (name: 'forecast_sek_2021_12' | 'final_sek_2022_03') =>
    new Map<RegionCode, bigint>(
      regionCodes.flatMap((code) => {
        const amount = given.get(code)?.[name];
        return amount === undefined ? [] : [[code, amount]];
      }),
    );
  return { forecast: column('forecast_sek_2021_12'), final: column('final_sek_2022_03') };
}
