import type { Day } from '../../core/calendar/day.ts';
import type { RegionCode } from '../../core/regions.ts';
import { dayBetween, region, wholeKronorAboveZero } from './cell-types.ts';
import type { Problems } from './problems.ts';
import { refuseRepeats } from './repeats.ts';
import { FIRST_DAY, LAST_DAY } from './run-days.ts';
import { readTable } from './table.ts';

const columns = {
  region_code: region,
  discount_sek: wholeKronorAboveZero,
  reported: dayBetween(FIRST_DAY, LAST_DAY),
};

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
export function localDiscounts(text: string, problems: Problems): readonly LocalDiscount[] {
  const table = readTable(text, columns, problems);
  refuseRepeats(table, ['region_code', 'discount_sek', 'reported'], problems);
  return table.rows.flatMap(({ cells: { region_code, discount_sek, reported } }) =>
    region_code === undefined || discount_sek === undefined || reported === undefined
      ? []
      : [{ region: region_code, sek: discount_sek, reported }],
  );
}
