import type { LineKind } from '../../../core/line-kinds.ts';
import { Sek } from '../../../core/money/sek.ts';
import { keyParts } from '../../../core/payment/due.ts';
import { linesOfYear, type ReleasedLines } from '../../../core/payment/released-lines.ts';

/** Kinds that move money between months or belong to another year's grant, and so adjust nothing of this one. */
const noAdjustment: ReadonlySet<string> = new Set<LineKind>([
  'instalment',
  'interim-instalment',
  'carried-forward',
]);

/** What these payments paid of an agreement year's grant. */
export const instalmentsPaid = (payments: readonly ReleasedLines[], year: number): Sek =>
  sumOf(payments, year, (kind) => kind === 'instalment');

/** What they added to it or took from it: rebates, differences, discounts, corridors of that year. */
export const adjustmentsPaid = (payments: readonly ReleasedLines[], year: number): Sek =>
  sumOf(payments, year, (kind) => !noAdjustment.has(kind));

/** What the payments' lines of some kinds hold of the year, also where several years share a line. */
function sumOf(
  payments: readonly ReleasedLines[],
  year: number,
  counts: (kind: LineKind) => boolean,
): Sek {
  return Sek.sum(
    payments.flatMap((payment) => {
      const kinds = new Set(payment.paid.map((key) => keyParts(key).kind).filter(counts));
      return [...kinds]
        .flatMap((kind) => linesOfYear(payment, kind, year))
        .map(({ sek }) => Sek.of(sek));
    }),
  );
}
