import type { LineKind } from '../../../core/line-kinds.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { PaymentProposal } from '../../../core/payment/proposal.ts';

type Paid = Pick<PaymentProposal, 'payments' | 'paid'>;

/** Kinds that move money between months or belong to another year's grant, and so adjust nothing of this one. */
const noAdjustment: ReadonlySet<string> = new Set<LineKind>([
  'instalment',
  'interim-instalment',
  'carried-forward',
]);

/** What these payments paid of an agreement year's grant. */
export const instalmentsPaid = (payments: readonly Paid[], year: number): Sek =>
  sumOf(payments, year, (kind) => kind === 'instalment');

/** What they added to it or took from it: rebates, differences, discounts, corridors of that year. */
export const adjustmentsPaid = (payments: readonly Paid[], year: number): Sek =>
  sumOf(payments, year, (kind) => !noAdjustment.has(kind));

/** Every line of some kinds in the payments that pay such a thing of the year: `instalment/2021/2021-03` is among what they pay. */
function sumOf(payments: readonly Paid[], year: number, counts: (kind: string) => boolean): Sek {
  return Sek.sum(
    payments.flatMap(({ payments: each, paid }) => {
      const own = new Set(
        paid.filter((key) => key.split('/')[1] === String(year)).map((key) => key.split('/')[0]),
      );
      return each
        .flatMap(({ lines }) => lines)
        .filter(({ kind }) => own.has(kind) && counts(kind))
        .map(({ sek }) => Sek.of(sek));
    }),
  );
}
