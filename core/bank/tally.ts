import { Sek } from '../money/sek.ts';
import type { PayeeCode } from '../payment/events.ts';
import type { CaseId } from '../record/case-id.ts';
import { type CaseToTally, type TallyAmounts, tallyAmounts } from './tally-case.ts';
import { cashFindings, type Finding, fileFindings, rowFindings } from './tally-findings.ts';
import {
  approved,
  filedPayments,
  held,
  outstanding,
  paymentTo,
  prepared,
  reversed,
  unordered,
} from './tally-sides.ts';

export interface TallyRow extends TallyAmounts {
  readonly payee: PayeeCode;
  readonly name: string;
  readonly findings: readonly Finding[];
}

export interface CaseTally {
  readonly case: CaseId;
  readonly rows: readonly TallyRow[];
  readonly total: TallyAmounts & { readonly findings: readonly Finding[] };
}

/**
 * One case's payment, counted from each place where it is written, per payee. With no tolerance: what is not equal to the öre is named
 * with both sides. A case that has sent nothing, and one that was not released, has nothing to differ.
 *
 * @sv avprickning mot banken
 */
export function tallyOf(given: CaseToTally): CaseTally {
  const rows = payeesIn(given).map((payee) => rowOf(given, payee));
  return {
    case: given.case,
    rows,
    total: { ...sumOf(rows), findings: [...fileFindings(given), ...cashFindings(given)] },
  };
}

export const holds = ({ rows, total }: Pick<CaseTally, 'rows' | 'total'>): boolean =>
  total.findings.length === 0 && rows.every(({ findings }) => findings.length === 0);

/** Without what is money that moved without an order: a person is asked about that, and nothing else waits for it. */
export const withoutUnordered = ({ rows, total }: Pick<CaseTally, 'rows' | 'total'>) => ({
  rows: rows.map((row) => ({
    ...row,
    findings: row.findings.filter(({ what }) => what !== 'unordered'),
  })),
  total,
});

export const sumOf = (rows: readonly TallyAmounts[]): TallyAmounts =>
  Object.fromEntries(
    tallyAmounts.map((amount) => [amount, Sek.sum(rows.map((row) => row[amount]))]),
  ) as unknown as TallyAmounts;

/** Everybody whom any side names: who is on one side only differs. */
function payeesIn(given: CaseToTally): readonly PayeeCode[] {
  const proposed = [prepared(given), approved(given)].flatMap((each) => each?.payments ?? []);
  return [
    ...new Set([
      ...proposed.map(({ payee }) => payee),
      ...given.state.lines.keys(),
      ...filedPayments(given).flatMap(({ payee }) => payee ?? []),
      ...given.vouchers
        .flatMap(({ entries }) => entries)
        .flatMap(({ counterpart }) => (counterpart === '' ? [] : [counterpart])),
    ]),
  ].sort();
}

function rowOf(given: CaseToTally, payee: PayeeCode): TallyRow {
  const { state } = given;
  const line = state.lines.get(payee);
  const name = [prepared(given), approved(given)]
    .flatMap((each) => each?.payments ?? [])
    .find((payment) => payment.payee === payee)?.name;
  const row: TallyAmounts = {
    prepared: paymentTo(prepared(given), payee),
    approved: paymentTo(approved(given), payee),
    filed: Sek.sum(
      filedPayments(given).flatMap((each) => (each.payee === payee ? Sek.of(each.sek) : [])),
    ),
    settled: line?.status === 'booked' ? Sek.of(line.sek) : Sek.zero,
    returned: reversed(given, payee),
    outstanding: line ? outstanding(given, line) : Sek.zero,
    unordered: line ? unordered(line) : Sek.zero,
    held: line ? held(given, line) : Sek.zero,
  };
  return { payee, name: name ?? payee, ...row, findings: rowFindings(given, payee, row) };
}

/** One payee's payments of several cases, and what differs in which. */
export interface YearRow extends TallyAmounts {
  readonly payee: PayeeCode;
  readonly name: string;
  readonly findings: readonly { readonly case: CaseId; readonly finding: Finding }[];
}

/** The cases' rows summed per payee, in the order of codes. The name is that of the last case that pays them. */
export function rowsOfYear(cases: readonly CaseTally[]): readonly YearRow[] {
  const rows = cases.flatMap((each) => each.rows.map((row) => ({ ...row, case: each.case })));
  const names = new Map(rows.map(({ payee, name }) => [payee, name]));
  return [...names.keys()].sort().map((payee) => {
    const own = rows.filter((row) => row.payee === payee);
    return {
      payee,
      name: names.get(payee) as string,
      ...sumOf(own),
      findings: own.flatMap((row) => row.findings.map((finding) => ({ case: row.case, finding }))),
    };
  });
}
