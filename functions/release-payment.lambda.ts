import { dayInStockholm } from '../core/calendar/stockholm.ts';
import { canonical, type Json } from '../core/canonical.ts';
import { Sek } from '../core/money/sek.ts';
import { type BankOrder, bankOrder, messageId } from '../core/payment/bank-order.ts';
import type { CaseEvent } from '../core/payment/events.ts';
import { type CaseState, standing } from '../core/payment/evolve.ts';
import type { PaymentProposal } from '../core/payment/proposal.ts';
import { paymentEntries } from '../core/payment/voucher.ts';
import { bankOrderStream, type CaseId, caseKind, payoutMonth } from '../core/record/case-id.ts';
import { isRegionCode } from '../core/regions.ts';
import { APPROVALS_DO_NOT_HOLD, RECORD_CONTRADICTS, SUMS_DO_NOT_HOLD } from './contract/errors.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase, tryCommand } from './shared/cases.ts';
import { hashOf, readProposal } from './shared/documents.ts';
import { namedError } from './shared/errors.ts';
import { Inputs, outdated } from './shared/inputs.ts';
import { book, budgetYearOf, roomFor } from './shared/journal.ts';
import { assertSums } from './shared/payment-draft.ts';
import { carriers } from './shared/payout-context.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

type Released = Extract<CaseEvent, { type: 'release-ordered' }>;

/**
 * State "Release": the money leaves, exactly once.
 *
 * 1. `release-ordered` is appended to the case, refused unless two people's approvals of the proposal's hash hold. From then on
 *    nobody can withdraw, reject or change.
 * 2. The order to the bank and the voucher follow from that event and the approved proposal's stored bytes alone: whoever
 *    comes after a crash finds them or writes the same bytes.
 *
 * Throws `ApprovalsDoNotHold` when the approvals, the inputs or the room do not hold any more: it is asked again, never paid.
 */
export async function run({ case: id, now }: CaseStep, ports: Ports) {
  const { records } = ports;
  const { state } = await readCase(records, id);
  const released = state.released ?? (await order(ports, id, state, now));
  const proposal = await readProposal(records, id, 'payment', released.proposal);
  const sent = bankOrder(proposal, released.at, released.paidOn);
  await storeBankOrder(ports, id, released, sent);
  const voucher = await book(records, {
    key: released.voucherKey,
    day: released.paidOn,
    case: id,
    proposal: released.proposal,
    entries: paymentEntries(proposal),
    cashSek: proposal.totalSek,
  });
  return { case: id, messageId: released.messageId, voucher: voucher.number, watch: {} };
}

/** Appends `release-ordered`, or throws. */
async function order(
  ports: Ports,
  id: CaseId,
  state: CaseState,
  now: CaseStep['now'],
): Promise<Released> {
  const { records } = ports;
  const proposed = standing(state)?.proposed;
  if (!proposed) throw doNotHold(id, 'no proposal stands.');
  const proposal = await readProposal(records, id, 'payment', proposed.proposal);
  await assertStillTrue(ports, id, proposal, now);
  const paidOn = dayInStockholm(now);
  const ordered = await tryCommand(records, id, {
    kind: 'release',
    at: now,
    today: paidOn,
    voucherKey: id,
    messageId: messageId(id),
    fileHash: hashOf(bankOrder(proposal, now, paidOn)),
    paid: proposal.paid,
    carried: proposal.payments.flatMap(({ payee, lines }) =>
      lines.flatMap(({ kind, sek, working }) =>
        kind === 'carried-forward' && isRegionCode(payee) ? [{ region: payee, sek, working }] : [],
      ),
    ),
  });
  if (!ordered.ok) throw doNotHold(id, ordered.refusal.message);
  if (!ordered.value.released) throw doNotHold(id, 'the release was not ordered.');
  return ordered.value.released;
}

const doNotHold = (id: CaseId, why: string) => namedError(APPROVALS_DO_NOT_HOLD, `${id}: ${why}`);

/** What was approved must still be so: its sums, the versions it rests on, and room for it in the budget year. */
async function assertStillTrue(
  { records }: Ports,
  id: CaseId,
  proposal: PaymentProposal,
  now: CaseStep['now'],
): Promise<void> {
  assertSums(proposal);
  const inputs = new Inputs(records);
  const changed = await outdated(records, inputs, proposal.restsOn);
  const room = await roomFor(
    records,
    inputs,
    budgetYearOf(dayInStockholm(now)),
    Sek.of(proposal.totalSek),
  );
  const carrying = caseKind(id) === 'payout' ? await carriers(records, payoutMonth(id)) : [];
  const reasons = [
    ...(canonical(carrying) === canonical(proposal.balancesFrom)
      ? []
      : ['another payout has carried kronor forward']),
    ...changed.map(({ stream }) => `${stream} has a new version`),
    ...(room === undefined || room.kind === 'beyond' ? ['the appropriation has no room'] : []),
  ];
  if (reasons.length === 0) return;
  const because = reasons.join('; ');
  await command(records, id, { kind: 'void', at: now, because });
  throw doNotHold(id, because);
}

/** Puts the order to the bank into the record if it is absent; if it is there it must be the same to the byte. */
async function storeBankOrder(
  { records }: Ports,
  id: CaseId,
  released: Released,
  sent: BankOrder,
): Promise<void> {
  if (sent.controlSumSek !== sumOf(sent))
    throw namedError(SUMS_DO_NOT_HOLD, `${id}: the order's transactions are not its control sum.`);
  const stream = bankOrderStream(id);
  const [before] = await records.read<BankOrder & Json>(stream);
  const bytes = before ? canonical(before.event) : canonical(sent);
  if (bytes !== canonical(sent) || hashOf(sent) !== released.fileHash)
    throw namedError(
      RECORD_CONTRADICTS,
      `${id}: the order to the bank in the record is not the released one.`,
    );
  if (!before) await records.append(stream, undefined, sent);
}

const sumOf = ({ transactions }: BankOrder) =>
  Sek.sum(transactions.map(({ sek }) => Sek.of(sek))).toString();

export const handler = step(CaseStep, run, ports);
