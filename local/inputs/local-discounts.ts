import { dayBetween } from '../../functions/csv/cell-types.ts';
import * as csv from '../../functions/csv/local-discounts.ts';
import type { Problems } from './problems.ts';
import { FIRST_DAY, LAST_DAY } from './run-days.ts';

export type { LocalDiscount } from '../../functions/csv/local-discounts.ts';

/** Reads local-discounts.csv, with the days that the local run has. */
export const localDiscounts = (text: string, problems: Problems) =>
  csv.localDiscounts(text, dayBetween(FIRST_DAY, LAST_DAY), problems);
