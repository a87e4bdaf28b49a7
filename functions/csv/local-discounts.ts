import type { Day } from '../../core/calendar/day.ts';
import type { RegionCode } from '../../core/regions.ts';
import { type CellType, region, wholeKronorAboveZero } from './cell-types.ts';
import type { Notes } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable } from './table.ts';

/** One discount that a region agreed with a company by itself. Whole kronor above zero. */
export interface LocalDiscount {
  readonly region: RegionCode;
  readonly sek: bigint;
  readonly reported: Day;
}

/**
 * Reads local-discounts.csv: several rows of one region are several discounts, but an identical row is taken for a slip
 * of the hand. Only a header means that SKR reported that there were none.
 */
export function localDiscounts(
  text: string,
  reported: CellType<Day>,
  notes: Notes,
): readonly LocalDiscount[] {
  const columns = { region_code: region, discount_sek: wholeKronorAboveZero, reported };
  const table = readTable(text, columns, notes);
  refuseRepeats(table, ['region_code', 'discount_sek', 'reported'], notes);
  return table.rows.flatMap(({ cells: { region_code, discount_sek, reported: day } }) =>
    region_code === undefined || discount_sek === undefined || day === undefined
      ? []
      : [{ region: region_code, sek: discount_sek, reported: day }],
  );
}
