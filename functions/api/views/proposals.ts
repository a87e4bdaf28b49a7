import { giroText } from '../../../core/inputs/giro.ts';
import { Sek } from '../../../core/money/sek.ts';
import { type Change, comparePayouts, type Outlier } from '../../../core/payment/compare.ts';
import { type CaseState, standing } from '../../../core/payment/evolve.ts';
import {
  type PaymentProposal,
  type Proposal,
  type SumCheck,
  sumChecks,
} from '../../../core/payment/proposal.ts';
import type { Recorded } from '../../../core/ports.ts';
import type { CaseId } from '../../../core/record/case-id.ts';
import { regions } from '../../../core/regions.ts';
import { lineKindTexts, type ShownKind, shownKinds } from '../../contract/api/line-kind-texts.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { hashOf } from '../../shared/documents.ts';
import { outlierTexts } from './outlier-text.ts';
import { recordWords } from './record-words.ts';

type Shown = AnswerOf<'readProposal'>;
export type ShownPayment = Shown['payments'][number];

/** A payout to compare with, and its run. */
export interface Earlier {
  readonly run: CaseId;
  readonly proposal: PaymentProposal;
  /** Where it is written why there are lines of a kind, of the kinds that only one of the two has. */
  readonly cites: ReadonlyMap<string, string>;
}

/** The stored proposal of that hash. */
export const proposalOf = (
  documents: readonly Recorded<Proposal>[],
  hash: string,
): Proposal | undefined => documents.find(({ event }) => hashOf(event) === hash)?.event;

/** The hash of the proposal that a case stands on: released, decided or before people; undefined when there is none. */
export const hashInForce = (state: CaseState): string | undefined =>
  state.released?.proposal ?? state.decided?.proposal ?? standing(state)?.proposed.proposal;

/** The lines of a proposal per payee, as they are stored. An allocation's and a settlement's regions come in their own order. */
export function paymentsOf(proposal: Proposal): readonly ShownPayment[] {
  switch (proposal.kind) {
    case 'payment':
      return proposal.payments.map(({ lines, ...payment }) => ({
        ...payment,
        account: giroText(payment),
        lines: lines.map((line) => ({ ...line })),
      }));
    case 'allocation':
      return proposal.grants.map(({ region, sek, working }) => ({
        payee: region,
        name: regions[region],
        lines: [{ kind: 'grant' as const, sek, working }],
        totalSek: sek,
      }));
    case 'settlement':
      return [...new Set(proposal.lines.map(({ region }) => region))].sort().map((region) => {
        const lines = proposal.lines
          .filter((line) => line.region === region)
          .map(({ kind, sek, working }) => ({ kind, sek, working }));
        return { payee: region, name: regions[region], lines, totalSek: totalOf(lines) };
      });
  }
}

const totalOf = (amounts: readonly { readonly sek: string }[]): string =>
  Sek.sum(amounts.map(({ sek }) => Sek.of(sek))).toString();

/** What payments come to together. */
export const totalPaid = (payments: readonly ShownPayment[]): string =>
  totalOf(payments.map(({ totalSek: sek }) => ({ sek })));

/** The total of each kind that any line has, in the order of columns. */
export function kindTotals(
  payments: readonly Pick<ShownPayment, 'lines'>[],
  language: Language,
): { readonly kind: ShownKind; readonly text: string; readonly totalSek: string }[] {
  const lines = payments.flatMap((payment) => payment.lines);
  return shownKinds
    .map((kind) => ({ kind, own: lines.filter((line) => line.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => ({
      kind,
      text: lineKindTexts[kind][language],
      totalSek: totalOf(own),
    }));
}

/** The proposal's columns, payments and sums; for a payout against the one before it. */
export function shownAmounts(
  proposal: Proposal,
  before: Earlier | undefined,
  language: Language,
): Pick<Shown, 'kinds' | 'payments' | 'totalSek' | 'sums' | 'comparedWith'> {
  const payments = paymentsOf(proposal);
  const kinds = kindTotals(payments, language);
  const totalSek = proposal.kind === 'payment' ? proposal.totalSek : totalPaid(payments);
  const sums = sumsOf(proposal, kinds, totalSek).map((sum) => ({
    ...sum,
    name: recordWords(sum.name, language),
  }));
  if (proposal.kind !== 'payment' || !before)
    return { kinds, payments: [...payments], totalSek, sums };
  const compared = comparePayouts(proposal, before.proposal);
  const changes = new Map(compared.payments.map((each) => [each.payee as string, each]));
  const isNew = new Set<string>(compared.newKinds);
  const names = new Map(before.proposal.payments.map(({ payee, name }) => [payee, name]));
  return {
    kinds: kinds.map((kind) => (isNew.has(kind.kind) ? { ...kind, isNew: true } : kind)),
    payments: payments.map((payment) => {
      const change = changes.get(payment.payee);
      return change
        ? { ...payment, change: shownChange(change.change, change.outliers, language) }
        : payment;
    }),
    totalSek,
    comparedWith: {
      run: before.run,
      totalSek: before.proposal.totalSek,
      change: shownChange(compared.total, compared.outliers, language),
      explained: compared.explained.map(({ kind, sek }) => ({
        ...{ kind, sek, text: lineKindTexts[kind][language] },
        cites: before.cites.get(kind) ?? '',
      })),
      leftSek: compared.leftSek,
      unpaidNow: compared.unpaidNow.map((payee) => ({ payee, name: names.get(payee) ?? payee })),
    },
    sums,
  };
}

const shownChange = (change: Change, outliers: readonly Outlier[], language: Language) => ({
  ...change,
  ...(outliers.length > 0 && { outlier: outlierTexts(outliers, language) }),
});

/** The sums that must be equal; across as well as down, and of an allocation against the pot that it shares. */
function sumsOf(
  proposal: Proposal,
  kinds: readonly { readonly totalSek: string }[],
  totalSek: string,
): readonly SumCheck[] {
  const across = totalOf(kinds.map((kind) => ({ sek: kind.totalSek })));
  const sums = [equal('kinds = total', across, totalSek)];
  if (proposal.kind === 'payment') return [...sumChecks(proposal), ...sums];
  return proposal.kind === 'allocation'
    ? [...sums, equal('grants = pot', totalSek, proposal.potSek)]
    : sums;
}

const equal = (name: string, left: string, right: string): SumCheck => ({
  name,
  left,
  right,
  holds: Sek.of(left).equals(Sek.of(right)),
});
