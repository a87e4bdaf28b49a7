import type { Day } from '../../core/calendar/day.ts';
import { type Month, monthsFrom, yearOf } from '../../core/calendar/month.ts';
import { type CellType, oneOf, optional, wholeKronorAboveZero, words } from './cell-types.ts';
import { type Notes, same, shownText, texts } from './notes.ts';
import { refuseRepeats } from './repeats.ts';
import { type Row, readTable } from './table.ts';

/** Which years, days and months may stand in the table, and which years have their agreement. */
export interface Bounds {
  readonly year: CellType<number>;
  readonly decidedOn: CellType<Day>;
  readonly month: CellType<Month>;
  /** Of the years that a row may be of: an agreement row is of one that is signed, an interim row of one that is not. */
  readonly agreements?: { readonly signed: number; readonly others: readonly number[] };
}

const columnsFor = ({ year, decidedOn, month }: Bounds) => ({
  decision: words(100),
  decided_on: decidedOn,
  kind: oneOf(['agreement', 'interim']),
  agreement_year: year,
  first_payment_month: month,
  last_payment_month: month,
  monthly_total_sek: optional(wholeKronorAboveZero),
});
type Columns = ReturnType<typeof columnsFor>;

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
export function authorisations(
  text: string,
  bounds: Bounds,
  notes: Notes,
): readonly Authorisation[] {
  const table = readTable(text, columnsFor(bounds), notes);
  refuseRepeats(table, ['decision', 'kind', 'first_payment_month'], notes);
  refuseTwoDatesOfOneDecision(table.rows, notes);
  const read = table.rows.flatMap((row) => authorisation(row, bounds, notes) ?? []);
  refuseInterimTwice(read, notes);
  return read;
}

function authorisation(
  { line, cells }: Row<Columns>,
  bounds: Bounds,
  notes: Notes,
): Authorisation | undefined {
  const { decision, decided_on: decidedOn, kind, agreement_year: agreementYear } = cells;
  const { first_payment_month: first, last_payment_month: last, monthly_total_sek: total } = cells;
  refuseWrongYear(line, kind, agreementYear, bounds, notes);
  if (first !== undefined && last !== undefined && last < first) {
    notes.wrong(
      line,
      'last_payment_month',
      same(shownText(last)),
      texts(
        `${first} eller senare, eftersom det är den första månaden`,
        `${first} or later, since that is the first month`,
      ),
    );
    return undefined;
  }
  if (first !== undefined && agreementYear !== undefined && yearOf(first) < agreementYear) {
    notes.wrong(
      line,
      'first_payment_month',
      same(shownText(first)),
      texts(
        `${agreementYear}-01 eller senare, eftersom pengarna avser ${agreementYear}`,
        `${agreementYear}-01 or later, since the money is for ${agreementYear}`,
      ),
    );
  }
  if (!decision || !decidedOn || !agreementYear || !first || !last) return undefined;
  const what = { line, decision, decidedOn, agreementYear };
  const months = { firstPaymentMonth: first, lastPaymentMonth: last };
  if (kind === 'interim' && total === null) {
    notes.wrong(
      line,
      'monthly_total_sek',
      same('""'),
      texts(
        `${wholeKronorAboveZero.allowed.sv}, i varje interimsrad`,
        `${wholeKronorAboveZero.allowed.en}, in every interim row`,
      ),
    );
  }
  if (kind === 'agreement' && typeof total === 'bigint') {
    notes.wrong(
      line,
      'monthly_total_sek',
      same(shownText(String(total))),
      texts(
        'ingenting i en rad av slaget agreement, eftersom överenskommelsen säger vad som betalas',
        'nothing in an agreement row, since the agreement says what is paid',
      ),
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
  { agreements }: Bounds,
  notes: Notes,
): void {
  if (year === undefined || !agreements) return;
  const { signed, others } = agreements;
  if (kind === 'agreement' && year !== signed)
    notes.wrong(
      line,
      'agreement_year',
      same(shownText(String(year))),
      texts(
        `${signed} i en rad av slaget agreement, året vars överenskommelse finns i programmet`,
        `${signed} in an agreement row, the year whose agreement is in the program`,
      ),
    );
  if (kind === 'interim' && year === signed)
    notes.wrong(
      line,
      'agreement_year',
      same(shownText(String(year))),
      texts(
        `${others.join(', ')} i en interimsrad, eftersom ${signed} har sin överenskommelse`,
        `${others.join(', ')} in an interim row, since ${signed} has its agreement`,
      ),
    );
}

function refuseTwoDatesOfOneDecision(rows: readonly Row<Columns>[], notes: Notes): void {
  const dates = new Map<string, Day>();
  for (const { line, cells } of rows) {
    if (cells.decision === undefined || cells.decided_on === undefined) continue;
    const date = dates.get(cells.decision);
    if (date === undefined) dates.set(cells.decision, cells.decided_on);
    else if (date !== cells.decided_on) {
      notes.wrong(
        line,
        'decided_on',
        same(shownText(cells.decided_on)),
        texts(
          `${date}, som beslutet ${shownText(cells.decision)} har ovan`,
          `${date}, as decision ${shownText(cells.decision)} has it above`,
        ),
      );
    }
  }
}

function refuseInterimTwice(read: readonly Authorisation[], notes: Notes): void {
  const lineOf = new Map<Month, number>();
  for (const { line, kind, firstPaymentMonth, lastPaymentMonth } of read) {
    if (kind !== 'interim') continue;
    for (const month of monthsFrom(firstPaymentMonth, lastPaymentMonth)) {
      const earlier = lineOf.get(month);
      if (earlier === undefined) lineOf.set(month, line);
      else {
        notes.wrong(
          line,
          'first_payment_month, last_payment_month',
          texts(
            `interimsutbetalningar i ${month}, liksom rad ${earlier}`,
            `interim payments in ${month}, as line ${earlier} has`,
          ),
          texts('en interimsrad för en månad', 'one interim row for a month'),
        );
        break;
      }
    }
  }
}
