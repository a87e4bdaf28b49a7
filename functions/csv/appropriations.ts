import { type CellType, wholeKronor, wholeKronorAboveZero, words } from './cell-types.ts';
import { type Notes, noRowOf, texts } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { readTable } from './table.ts';

const columnsFor = (year: CellType<number>) => ({
  budget_year: year,
  appropriation_sek: wholeKronorAboveZero,
  credit_sek: wholeKronor,
  paid_before_first_run_sek: wholeKronor,
  from: words(300),
});

/** The appropriation of a budget year, its credit, and what was paid from it before the first run. Whole kronor. */
export interface Appropriation {
  readonly budgetYear: number;
  readonly appropriationSek: bigint;
  readonly creditSek: bigint;
  readonly paidBeforeFirstRunSek: bigint;
  /** Where the figures come from, in words. */
  readonly from: string;
}

/** Reads appropriations.csv: a row for each budget year, none twice, and none of those `needed` missing. */
export function appropriations(
  text: string,
  year: CellType<number>,
  notes: Notes,
  needed: readonly number[] = [],
): readonly Appropriation[] {
  const table = readTable(text, columnsFor(year), notes);
  refuseRepeats(table, ['budget_year'], notes);
  if (table.readable) {
    const given = table.rows.map(({ cells }) => cells.budget_year);
    for (const missing of needed.filter((each) => !given.includes(each)))
      notes.wrong(
        null,
        'budget_year',
        noRowOf(String(missing)),
        texts(`minst ${needed.join(' och ')}`, `${needed.join(' and ')} at least`),
      );
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
