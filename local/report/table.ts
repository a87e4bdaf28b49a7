import type { LineKind } from '../../core/line-kinds.ts';
import { type Column, setColumns } from './columns.ts';
import { kindHeads } from './kind-heads.ts';
import { kronorText } from './kronor-text.ts';
import { kronor, paidOf, refuseWrongSums, sumOf, sumsByKind } from './sums.ts';
import type { Check, MonthPayment, YearResult } from './year-result.ts';

/** Stands where a month has no line of a kind: a zero would say that there was one. */
const NO_LINE = '·';

/**
 * The year as a table of national sums: a row for each payment month, a column for each kind that moved money, what of the month is paid
 * where not all of it is, and the checks that held. Plain text; a legend says what the kinds mean. Refuses a result that does not add up.
 */
export function yearTable(result: YearResult, checks: readonly Check[]): string {
  refuseWrongSums(result);
  const payments = result.payments.toSorted((a, b) => (a.month < b.month ? -1 : 1));
  if (payments.length === 0) return 'No payment has been made.\n';
  const sums = sumsByKind(payments);
  const kinds = [...sums.keys()];
  const total = sumOf(payments.map(({ totalSek }) => totalSek));
  const paid = sumOf(payments.map(paidOf));
  const { head, rows } = setColumns([
    left('month', [...payments.map(({ month }) => month), 'sum']),
    left(
      'pay day',
      payments.map(({ payDay }) => payDay),
    ),
    ...kinds.map((kind) => kindColumn(kind, payments, sums)),
    right(['total, kr'], [...payments.map(({ totalSek }) => text(totalSek)), kronorText(total)]),
    ...(payments.every(({ paidSek }) => paidSek === undefined)
      ? []
      : [
          right(
            ['paid, kr'],
            [...payments.map((payment) => text(paidOf(payment))), kronorText(paid)],
          ),
        ]),
    left(
      'checks',
      payments.map(({ month }) => checksOf(month, checks)),
    ),
  ]);
  const width = Math.max(...[...head, ...rows].map((row) => row.length));
  const rule = '─'.repeat(width);
  const body = payments.flatMap(({ month }, i) => {
    const newYear = i > 0 && month.slice(0, 4) !== payments[i - 1]?.month.slice(0, 4);
    return [...(newYear ? [''] : []), rows[i] ?? ''];
  });
  return `${[...head, rule, ...body, rule, rows.at(-1), '', ...legend(kinds)].join('\n')}\n`;
}

function kindColumn(
  kind: LineKind,
  payments: readonly MonthPayment[],
  sums: ReadonlyMap<LineKind, bigint>,
): Column {
  const cells = payments.map(({ regions }) => {
    const lines = regions.flatMap((region) => region.lines).filter((line) => line.kind === kind);
    const moved = lines.some(({ sek }) => kronor(sek) !== 0n);
    return moved ? kronorText(sumOf(lines.map(({ sek }) => sek))) : NO_LINE;
  });
  return right(kindHeads[kind].head, [...cells, kronorText(sums.get(kind) ?? 0n)]);
}

/** '4/4 ✓', or how many held and the names of those that did not; 'none' where nothing was checked, which is no ✓. */
function checksOf(month: string, checks: readonly Check[]): string {
  const made = checks.filter((check) => check.month === month);
  if (made.length === 0) return 'none';
  const failed = made.filter(({ held }) => !held).map(({ name }) => name);
  const held = `${made.length - failed.length}/${made.length}`;
  return failed.length === 0 ? `${held} ✓` : `${held} ✗ ${failed.join(', ')}`;
}

function legend(kinds: readonly LineKind[]): string[] {
  const names = kinds.map((kind) => kindHeads[kind].head.join(' ').trim());
  const { rows } = setColumns([
    left('', names),
    left(
      '',
      kinds.map((kind) => kindHeads[kind].meaning),
    ),
  ]);
  return rows;
}

const text = (sek: string): string => kronorText(kronor(sek));
const left = (head: string, cells: readonly string[]): Column => ({
  head: [head],
  cells,
  align: 'left',
});
const right = (head: readonly string[], cells: readonly string[]): Column => ({
  head,
  cells,
  align: 'right',
});
