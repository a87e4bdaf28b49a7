import { giroText } from '../../../core/inputs/giro.ts';
import { Sek } from '../../../core/money/sek.ts';
import { changeOf } from '../../../core/payment/compare.ts';
import type { Proposal, ProposedPayment } from '../../../core/payment/proposal.ts';
import { lineKindTexts, shownKinds } from '../../contract/api/line-kind-texts.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { calledBeside } from './account-changes.ts';
import { paymentsOf, type ShownPayment, totalPaid } from './proposals.ts';
import { streamParts } from './shown-proposal.ts';

type Shown = AnswerOf<'readProposalChanges'>;
type PayeeChange = Shown['payees'][number];

/**
 * One proposal of a run against another that it replaced: total, pay day, the account paid from, and of every payee whose amounts
 * differ the lines that do, kronor; payees' accounts; versions of inputs. What is the same in both is left out.
 */
export function changesBetween(
  before: Proposal,
  after: Proposal,
  language: Language,
): Omit<Shown, 'run' | 'before' | 'after'> {
  const [old, now] = [paymentsOf(before), paymentsOf(after)];
  const [was, is] = [totalPaid(old), totalPaid(now)];
  return {
    totalSek: { before: was, after: is, change: changeOf(Sek.of(is), Sek.of(was)) },
    ...differing('payDay', payDayOf(before), payDayOf(after)),
    ...differing('debtorAccount', debtorOf(before), debtorOf(after)),
    payees: payeeChanges(old, now, language),
    accounts: accountsBetween(before, after),
    inputs: inputChanges(before, after),
  };
}

const payDayOf = (proposal: Proposal) =>
  proposal.kind === 'payment' ? proposal.payDay : undefined;
const debtorOf = (proposal: Proposal) =>
  proposal.kind === 'payment' ? proposal.debtor.account : undefined;

const differing = <Name extends string>(
  name: Name,
  before: string | undefined,
  after: string | undefined,
) =>
  before === after || before === undefined || after === undefined
    ? {}
    : ({ [name]: { before, after } } as { [each in Name]: { before: string; after: string } });

/** Payees in the order of the newer proposal, then those that it has no more. An amount that there is not is left out. */
function payeeChanges(
  before: readonly ShownPayment[],
  after: readonly ShownPayment[],
  language: Language,
): PayeeChange[] {
  const [old, now] = [byPayee(before), byPayee(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((payee) => {
    const [was, is] = [old.get(payee), now.get(payee)];
    const lines = shownKinds
      .map((kind) => ({
        kind,
        text: lineKindTexts[kind][language],
        ...amounts(lineOf(was, kind), lineOf(is, kind)),
      }))
      .filter(({ before: one, after: other }) => one !== other);
    const name = is?.name ?? was?.name ?? payee;
    return lines.length === 0
      ? []
      : [{ payee, name, ...amounts(was?.totalSek, is?.totalSek), lines }];
  });
}

const byPayee = (payments: readonly ShownPayment[]) =>
  new Map(payments.map((payment) => [payment.payee, payment]));
const lineOf = (payment: ShownPayment | undefined, kind: string) =>
  payment?.lines.find((line) => line.kind === kind)?.sek;

const amounts = (before: string | undefined, after: string | undefined) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
  change: changeOf(Sek.of(after ?? '0'), Sek.of(before ?? '0')),
});

/** Payees of both whose name, organisation number or account is another. */
function accountsBetween(before: Proposal, after: Proposal): Shown['accounts'] {
  if (before.kind !== 'payment' || after.kind !== 'payment') return [];
  const old = new Map(before.payments.map((payment) => [payment.payee, payment]));
  return after.payments.flatMap((payment) => {
    const other = old.get(payment.payee);
    const [was, is] = [other && paidTo(other, payment), paidTo(payment, other)];
    return !was || (was.name === is.name && was.account === is.account)
      ? []
      : [{ payee: payment.payee, before: was, after: is }];
  });
}

const paidTo = (payment: ProposedPayment, other: ProposedPayment | undefined) => ({
  name: calledBeside(payment, other),
  account: giroText(payment),
  payeeVersion: payment.payeeVersion,
});

/** Versions that are another, that are new, or that are used no more. */
function inputChanges(before: Proposal, after: Proposal): Shown['inputs'] {
  const [old, now] = [versionsOf(before), versionsOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((stream) => old.get(stream) !== now.get(stream))
    .map((stream) => {
      const [was, is] = [old.get(stream), now.get(stream)];
      return {
        ...streamParts(stream),
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
      };
    });
}

/** By stream, the versions that a proposal rests on: `2`, or `1, 3` of a stream with several in force. */
const versionsOf = ({ restsOn }: Proposal): ReadonlyMap<string, string> => {
  const versions = new Map<string, string[]>();
  for (const { stream, version } of restsOn)
    versions.set(stream, [...(versions.get(stream) ?? []), String(version)]);
  return new Map([...versions].map(([stream, each]) => [stream, each.join(', ')]));
};
