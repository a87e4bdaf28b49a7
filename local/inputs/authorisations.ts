import * as csv from '../../functions/csv/authorisations.ts';
import { dayBetween, monthBetween, yearOneOf } from '../../functions/csv/cell-types.ts';
import type { Problems } from './problems.ts';
import { LAST_DAY, LAST_MONTH } from './run-days.ts';

export type { Authorisation } from '../../functions/csv/authorisations.ts';

/** The agreement year whose agreement is signed and in the program. */
export const AGREEMENT_YEAR = 2021;

const OTHERS = [2022, 2023] as const;

const bounds: csv.Bounds = {
  year: yearOneOf([AGREEMENT_YEAR, ...OTHERS]),
  decidedOn: dayBetween('2020-01-01', LAST_DAY),
  month: monthBetween('2021-01', LAST_MONTH),
  agreements: { signed: AGREEMENT_YEAR, others: OTHERS },
};

/** Reads authorisations.csv, with the days, months and years that the local run has. */
export const authorisations = (text: string, problems: Problems) =>
  csv.authorisations(text, bounds, problems);
