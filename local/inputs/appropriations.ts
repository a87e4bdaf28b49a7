import { wholeKronor, wholeKronorAboveZero, words, yearOneOf } from './cell-types.ts';
import type { Problems } from './problems.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable } from './table.ts';

const columns = {
  budget_year: yearOneOf([2021, 2022, 2023]),
  appropriation_sek: wholeKronorAboveZero,
  credit_sek: wholeKronor,
  paid_before_first_run_sek: wholeKronor,
  from: words(300),
};

/** The appropriation of a budget year, its credit, and what was paid from it before the first run. Whole kronor. */
export interface Appropriation {
  readonly budgetYear: number;
  readonly appropriationSek: bigint;
  readonly creditSek: bigint;
  readonly paidBeforeFirstRunSek: bigint;
  /** Where the figures come from, in words. */
  readonly from: string;
}

/** The budget years that the instalments of 2021 are paid in. */
const NEEDED = [2021, 2022];

/** Reads appropriations.csv. That other years are needed for what is authorised is checked across files. */
export function appropriations(text: string, problems: Problems): readonly Appropriation[] {
  const table = readTable(text, columns, problems);
  refuseRepeats(table, ['budget_year'], problems);
  if (table.readable) {
    const given = table.rows.map(({ cells }) => cells.budget_year);
    for (const year of NEEDED.filter((year) => !given.includes(year))) {
      problems.note(
        null,
        `budget_year: given no row of ${year}, allowed: ${NEEDED.join(' and ')} at least`,
      );
    }
  }
  return table.rows.flatMap(({ cells }) => {
    const { budget_year: budgetYear, appropriation_sek: appropriationSek, from } = cells;
    const { credit_sek: creditSek, paid_before_first_run_sek: paidBeforeFirstRunSek } = cells;
    if (
      budgetYear === undefined ||
      appropriationSek === undefined ||
      creditSek === undefined ||
      paidBeforeFirstRunSek === undefined ||
      from === undefined
    ) {
      return [];
    }
    return [{ budgetYear, appropriationSek, creditSek, paidBeforeFirstRunSek, from }];
  });
}
