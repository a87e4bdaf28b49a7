import * as csv from '../../functions/csv/appropriations.ts';
import { yearOneOf } from '../../functions/csv/cell-types.ts';
import type { Problems } from './problems.ts';

export type { Appropriation } from '../../functions/csv/appropriations.ts';

/** The budget years that the instalments of 2021 are paid in. */
const NEEDED = [2021, 2022];

/** Reads appropriations.csv. That other years are needed for what is authorised is checked across files. */
export const appropriations = (text: string, problems: Problems) =>
  csv.appropriations(text, yearOneOf([...NEEDED, 2023]), problems, NEEDED);
