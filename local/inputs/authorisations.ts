import type { Day } from '../../core/calendar/day.ts';
import { type Month, monthsFrom, yearOf } from '../../core/calendar/month.ts';
import {
  dayBetween,
  monthBetween,
  oneOf,
  optional,
  wholeKronorAboveZero,
  words,
  yearOneOf,
} from './cell-types.ts';
import { type Problems, shown } from './problems.ts';
import { refuseRepeats } from './repeats.ts';
import { LAST_DAY, LAST_MONTH } from './run-days.ts';
import { type Row, readTable } from './table.ts';

/** The agreement year whose agreement is signed and in the program. */
export const AGREEMENT_YEAR = 2021;

const columns = {
  decision: words(100),
  decided_on: dayBetween('2020-01-01', LAST_DAY),
  kind: oneOf(['agreement', 'interim']),
  agreement_year: yearOneOf([2021, 2022, 2023]),
  first_payment_month: monthBetween('2021-01', LAST_MONTH),
  last_payment_month: monthBetween('2021-01', LAST_MONTH),
  monthly_total_sek: optional(wholeKronorAboveZero),
};

/**
 * What a regleringsbrev decision allows: payments of an agreement year in the months from the first to the last. An
 * interim one, made before that year has an agreement, says the month's total in whole kronor.
 */
export type Authorisation = {
  /** The row's line in the file. */
  readonly line: number;
  readonly decision: string;
  readonly decidedOn: Day;
  readonly agreementYear: number;
  readonly firstPaymentMonth: Month;
  readonly lastPaymentMonth: Month;
} & (
  | { readonly kind: 'agreement'; readonly monthlyTotalSek: null }
  | { readonly kind: 'interim'; readonly monthlyTotalSek: bigint }
);

/**
 * Reads authorisations.csv. Only a header is allowed: then no payment has authority, and every month waits for it.
 *
 * A month with interim payments by two rows is refused. The file cannot say whether the later decision replaces the
 * earlier or adds to it, and a region has at most one interim line in a month. Two agreement rows for a month are fine:
 * the payment has authority twice over.
 */
export function authorisations(text: string, problems: Problems): readonly Authorisation[] {
  const table = readTable(text, columns, problems);
  refuseRepeats(table, ['decision', 'kind', 'first_payment_month'], problems);
  refuseTwoDatesOfOneDecision(table.rows, problems);
  const read = table.rows.flatMap((row) => authorisation(row, problems) ?? []);
  refuseInterimTwice(read, problems);
  return read;
}

function authorisation(
  { line, cells }: Row<typeof columns>,
  problems: Problems,
): Authorisation | undefined {
  const { decision, decided_on: decidedOn, kind, agreement_year: agreementYear } = cells;
  const { first_payment_month: first, last_payment_month: last, monthly_total_sek: total } = cells;
  refuseWrongYear(line, kind, agreementYear, problems);
  if (first !== undefined && last !== undefined && last < first) {
    problems.note(
      line,
      `last_payment_month: given ${shown(last)}, allowed: ${first} or later, since that is the first month`,
    );
    return undefined;
  }
  if (first !== undefined && agreementYear !== undefined && yearOf(first) < agreementYear) {
    problems.note(
      line,
      `first_payment_month: given ${shown(first)}, allowed: ${agreementYear}-01 or later, ` +
        `since the money is for ${agreementYear}`,
    );
  }
  if (!decision || !decidedOn || !agreementYear || !first || !last) return undefined;
  const what = { line, decision, decidedOn, agreementYear };
  const months = { firstPaymentMonth: first, lastPaymentMonth: last };
  if (kind === 'interim' && total === null) {
    problems.note(
      line,
      `monthly_total_sek: given "", allowed: ${wholeKronorAboveZero.allowed}, in every interim row`,
    );
  }
  if (kind === 'agreement' && typeof total === 'bigint') {
    problems.note(
      line,
      `monthly_total_sek: given ${shown(String(total))}, allowed: nothing in an agreement row, ` +
        'since the agreement says what is paid',
    );
  }
  if (kind === 'agreement') return { ...what, ...months, kind, monthlyTotalSek: null };
  if (kind === 'interim' && typeof total === 'bigint') {
    return { ...what, ...months, kind, monthlyTotalSek: total };
  }
  return undefined;
}

function refuseWrongYear(
  line: number,
  kind: 'agreement' | 'interim' | undefined,
  year: number | undefined,
  problems: Problems,
): void {
  if (kind === 'agreement' && year !== undefined && year !== AGREEMENT_YEAR) {
    problems.note(
      line,
      `agreement_year: given ${shown(String(year))}, allowed: ${AGREEMENT_YEAR} in an agreement row, ` +
        'the year whose agreement is in the program',
    );
  }
  if (kind === 'interim' && year === AGREEMENT_YEAR) {
    problems.note(
      line,
      `agreement_year: given "${AGREEMENT_YEAR}", allowed: 2022, 2023 in an interim row, ` +
        `since ${AGREEMENT_YEAR} has its agreement`,
    );
  }
}

function refuseTwoDatesOfOneDecision(
  rows: readonly Row<typeof columns>[],
  problems: Problems,
): void {
  const dates = new Map<string, Day>();
  for (const { line, cells } of rows) {
    if (cells.decision === undefined || cells.decided_on === undefined) continue;
    const date = dates.get(cells.decision);
    if (date === undefined) dates.set(cells.decision, cells.decided_on);
    else if (date !== cells.decided_on) {
      problems.note(
        line,
        `decided_on: given ${shown(cells.decided_on)}, allowed: ${date}, ` +
          `as decision ${shown(cells.decision)} has it above`,
      );
    }
  }
}

function refuseInterimTwice(read: readonly Authorisation[], problems: Problems): void {
  const lineOf = new Map<Month, number>();
  for (const { line, kind, firstPaymentMonth, lastPaymentMonth } of read) {
    if (kind !== 'interim') continue;
    for (const month of monthsFrom(firstPaymentMonth, lastPaymentMonth)) {
      const earlier = lineOf.get(month);
      if (earlier === undefined) lineOf.set(month, line);
      else {
        problems.note(
          line,
          `first_payment_month, last_payment_month: given interim payments in ${month}, as line ${earlier} has, ` +
            'allowed: one interim row for a month',
        );
        break;
      }
    }
  }
}
