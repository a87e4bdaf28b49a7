import { giroText } from '../../../core/inputs/giro.ts';
import type { PayeeCode } from '../../../core/payment/events.ts';
import type { PaymentProposal, Proposal, ProposedPayment } from '../../../core/payment/proposal.ts';
import type { Records } from '../../../core/ports.ts';
import { type CaseKind, proposalStream } from '../../../core/record/case-id.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import { type ReadCase, readCases } from './cases.ts';
import { readInputStream, shownVersions } from './input-view.ts';
import { proposalOf } from './proposals.ts';

type AccountChange = NonNullable<AnswerOf<'readProposal'>['accounts']>[number];

/** An earlier payment to somebody, and the run that released it. */
interface LastPaid {
  readonly run: string;
  readonly payment: ProposedPayment;
}

const paying: readonly CaseKind[] = ['payout', 'requisition', 'reissue'];

/**
 * The payees of a proposal that are new, or whose name, organisation number or account is another than in the last payment that was released to them before:
 * the old beside the new, who registered the account and who confirmed it. What people approve is where money goes as well as how much.
 */
export async function accountChanges(
  records: Records,
  read: ReadCase,
  { payments }: PaymentProposal,
): Promise<AccountChange[]> {
  const moving = payments.filter(({ totalSek }) => totalSek !== '0');
  const last = await lastPayments(records, read, moving);
  const changed = moving.filter((payment) => {
    const before = last.get(payment.payee)?.payment;
    return !before || accountOf(before) !== accountOf(payment);
  });
  if (changed.length === 0) return [];
  const versions = shownVersions(await readInputStream(records, 'all', 'payees'), 'en');
  return changed.map((payment) => {
    const before = last.get(payment.payee);
    const version = versions.find((each) => each.version === payment.payeeVersion);
    return {
      payee: payment.payee,
      name: calledBeside(payment, before?.payment),
      account: giroText(payment),
      ...(before && {
        before: {
          name: calledBeside(before.payment, payment),
          account: giroText(before.payment),
          run: before.run,
        },
      }),
      payeeVersion: payment.payeeVersion,
      ...(version && { registeredBy: version.registeredBy, registeredAt: version.registeredAt }),
      ...(version?.confirmedBy && { confirmedBy: version.confirmedBy }),
    };
  });
}

/** A payee's name, with its organisation number where that is another than in the other payment: the bank is told both. */
export const calledBeside = (payment: ProposedPayment, other: ProposedPayment | undefined) =>
  other && other.organisationNumber !== payment.organisationNumber
    ? `${payment.name}, ${payment.organisationNumber}`
    : payment.name;

const accountOf = (payment: ProposedPayment) =>
  `${payment.name} ${payment.organisationNumber} ${giroText(payment)}`;

/** The last payment to each of these payees that was released before this run's own release; of one never paid there is none. */
async function lastPayments(
  records: Records,
  read: ReadCase,
  payments: readonly ProposedPayment[],
): Promise<ReadonlyMap<PayeeCode, LastPaid>> {
  const asked = new Set<string>(payments.map(({ payee }) => payee));
  const until = read.state.released?.at;
  const year = Number((until ?? read.since ?? '').slice(0, 4));
  const released = (await readCases(records, [year - 1, year, year + 1], paying))
    .flatMap(({ id, state: { released: order } }) => (order ? [{ id, order }] : []))
    .filter(({ id, order }) => id !== read.id && (until === undefined || order.at < until))
    .sort((a, b) => (a.order.at < b.order.at ? 1 : -1));
  const found = new Map<PayeeCode, LastPaid>();
  for (const { id, order } of released) {
    if (found.size === asked.size) break;
    const wanted = order.sent
      .map(({ payee }) => payee)
      .filter((payee) => asked.has(payee) && !found.has(payee));
    if (wanted.length === 0) continue;
    const proposal = proposalOf(await records.read<Proposal>(proposalStream(id)), order.proposal);
    if (proposal?.kind !== 'payment')
      throw new RangeError(`${id}: the record holds no payment ${order.proposal}.`);
    for (const payment of proposal.payments)
      if (wanted.includes(payment.payee)) found.set(payment.payee, { run: id, payment });
  }
  return found;
}
