import { bankOrder, sentBy } from '../core/bank/bank-order.ts';
import { dayInStockholm } from '../core/calendar/stockholm.ts';
import { canonical } from '../core/canonical.ts';
import { Sek } from '../core/money/sek.ts';
import { approvedProposal } from '../core/payment/approval.ts';
import { decide } from '../core/payment/decide.ts';
import type { CommandOf } from '../core/payment/decision.ts';
import { yearsDeducted } from '../core/payment/deduction.ts';
import type { CaseEvent, PayeeCode } from '../core/payment/events.ts';
import { type CaseState, standing } from '../core/payment/evolve.ts';
import { hasUndecided } from '../core/payment/lines.ts';
import type { PaymentProposal } from '../core/payment/proposal.ts';
import { isStopped } from '../core/payment/stop-switch.ts';
import { paymentEntries } from '../core/payment/voucher.ts';
import type { StreamId } from '../core/ports.ts';
import {
  bankOrderStream,
  type CaseId,
  caseKind,
  casePartition,
  caseStream,
  caseYear,
  inputStream,
  journalStream,
  payoutMonth,
  reissued,
} from '../core/record/case-id.ts';
import { isRegionCode } from '../core/regions.ts';
import { paymentFile } from './bank/payment-file.ts';
import { sendOrder } from './bank/send-order.ts';
import { APPROVALS_DO_NOT_HOLD, RELEASES_STOPPED } from './contract/errors.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase, tryCommand } from './shared/cases.ts';
import { beginDeductions } from './shared/deduction.ts';
import { readProposal } from './shared/documents.ts';
import { namedError } from './shared/errors.ts';
import { Inputs, outdated } from './shared/inputs.ts';
import { book, budgetYearOf, roomFor } from './shared/journal.ts';
import { assertSums } from './shared/payment-draft.ts';
import { carriers, dueNow } from './shared/payout-context.ts';
import { type Ports, ports } from './shared/ports.ts';
import { readAhead } from './shared/read-ahead.ts';
import { step } from './shared/step.ts';
import { readSwitch } from './shared/switch.ts';
import { movedBesideIt } from './shared/wait-for.ts';
import { warnsOfCredit } from './shared/warnings.ts';

type Released = Extract<CaseEvent, { type: 'release-ordered' }>;

/**
 * State "Release": the money leaves, exactly once.
 *
 * 1. `release-ordered` is appended to the case, refused unless two people's approvals of the proposal's hash hold. From then on
 *    nobody can withdraw, reject or change.
 * 2. The order to the bank, its payment file and the voucher, in this order, follow from that event and the approved proposal's
 *    stored bytes alone: whoever comes after a crash finds them or writes the same bytes.
 *
 * Where no payee is paid more than zero there is no file and nothing to wait for; `sent` says so.
 *
 * Throws `ApprovalsDoNotHold` when the approvals, the inputs or the room do not hold any more: it is asked again, never paid.
 * Throws `ReleasesStopped` when nothing but the switch is in the way: it waits, with its approvals, until the stop is lifted.
 * Throws `PaymentFileImpossible` before anything is ordered when a bank would refuse the file.
 */
export async function run({ case: id, now }: CaseStep, ports: Ports) {
  const { records } = ports;
  readAhead(records, neededBy(id), runsBefore(id));
  const { state } = await readCase(records, id);
  const released = state.released ?? (await order(ports, id, state, now));
  // Said once, by whoever ordered it, and not again by a retry that finds it ordered.
  if (!state.released) ports.metrics.count('PaymentsReleased', released.sent.length);
  const proposal = await readProposal(records, id, 'payment', released.proposal);
  const ordered = bankOrder(proposal, released.at, released.paidOn);
  const sent = await sendOrder(ports, ordered, released);
  const voucher = await book(records, {
    key: released.voucherKey,
    day: released.paidOn,
    case: id,
    proposal: released.proposal,
    entries: paymentEntries(proposal),
    cashSek: proposal.totalSek,
  });
  return { case: id, messageId: released.messageId, sent, voucher: voucher.number, watch: {} };
}

/**
 * What every release reads. The proposal is not among it: it is written before the event that names it, so it must be read after
 * that event, or it could seem to be missing. Nor is the switch: it is looked at last of all.
 */
function neededBy(id: CaseId): readonly StreamId[] {
  const year = caseYear(id);
  return [
    caseStream(id),
    bankOrderStream(id),
    ...[year, year - 1].flatMap((each) => [
      inputStream(each, 'appropriation'),
      journalStream(each),
    ]),
  ];
}

const runsBefore = (id: CaseId): readonly string[] =>
  caseKind(id) === 'payout'
    ? [caseYear(id), caseYear(id) - 1].flatMap((year) => [
        casePartition('payout', year),
        casePartition('reissue', year),
      ])
    : [];

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
  const toBank = bankOrder(proposal, now, paidOn);
  const release: CommandOf<'release'> = {
    kind: 'release',
    at: now,
    today: paidOn,
    voucherKey: id,
    messageId: toBank.messageId,
    // Made before it is ordered: what cannot be written is never ordered.
    fileHash: paymentFile(toBank).hash,
    sent: sentBy(toBank),
    paid: proposal.paid,
    carried: proposal.payments.flatMap(({ payee, lines }) =>
      lines.flatMap(({ kind, sek, working }) =>
        kind === 'carried-forward' && isRegionCode(payee) ? [{ region: payee, sek, working }] : [],
      ),
    ),
  };
  await assertDeductible(records, id, state, release, now);
  const ordered = await tryCommand(records, id, async (fresh) => {
    // Another proposal may have taken its place since we looked, approved or not: this order is not its order.
    if (!fresh.released && standing(fresh)?.proposed.proposal !== proposed.proposal)
      throw doNotHold(id, 'another proposal stands.');
    await assertNotStopped(records, id, fresh);
    return release;
  });
  if (!ordered.ok) throw doNotHold(id, ordered.refusal.message);
  if (!ordered.value.released) throw doNotHold(id, 'the release was not ordered.');
  return ordered.value.released;
}

/**
 * Refuses a release that only the switch stands in the way of. Read here, between the last look at the case and the append, and not
 * before: a stop that comes later than this comes after the order. What is refused for another reason is told that reason, so that
 * it does not wait for a switch that would not help it.
 */
async function assertNotStopped(
  records: Ports['records'],
  id: CaseId,
  fresh: CaseState,
): Promise<void> {
  const waitsForItOnly =
    !fresh.released && !fresh.closed && approvedProposal(caseKind(id), fresh).ok;
  if (waitsForItOnly && isStopped((await readSwitch(records)).state))
    throw namedError(RELEASES_STOPPED, `${id}: releases are stopped.`);
}

const doNotHold = (id: CaseId, why: string) => namedError(APPROVALS_DO_NOT_HOLD, `${id}: ${why}`);

/**
 * What was approved must still be so: its sums, the versions it rests on, that what it pays is still this payout's to pay, and
 * room for it in the budget year without credit that nobody was warned of.
 */
async function assertStillTrue(
  ports: Ports,
  id: CaseId,
  proposal: PaymentProposal,
  now: CaseStep['now'],
): Promise<void> {
  assertSums(proposal);
  const { records } = ports;
  const inputs = new Inputs(records);
  const changed = await outdated(records, inputs, proposal.restsOn);
  const year = budgetYearOf(dayInStockholm(now));
  const room = await roomFor(records, inputs, year, Sek.of(proposal.totalSek));
  const unwarned =
    room?.kind === 'into-credit' &&
    year === proposal.budgetYear &&
    !warnsOfCredit(proposal.warnings);
  const isPayout = caseKind(id) === 'payout';
  const carrying = isPayout ? await carriers(ports, payoutMonth(id)) : [];
  const due = isPayout ? await dueNow(ports, payoutMonth(id)) : undefined;
  const taken = due ? proposal.paid.filter((key) => !due.keys.has(key)) : [];
  const reasons = [
    ...(await movedBeside(records, id)),
    ...taken.map((key) => `${key} is not this payout's to pay any more`),
    ...(canonical(carrying) === canonical(proposal.balancesFrom)
      ? []
      : ['another payout has carried kronor forward']),
    ...(due && canonical(due.truedUpYears) !== canonical(proposal.truesUp ?? [])
      ? ['another payout has paid of a year that this one settles']
      : []),
    ...changed.map(({ stream }) => `${stream} has a new version`),
    ...(unwarned ? ['it takes credit of the appropriation that nobody was warned of'] : []),
    ...(room === undefined || room.kind === 'beyond' ? ['the appropriation has no room'] : []),
  ];
  if (reasons.length > 0) await giveUp(records, id, now, reasons.join('; '));
}

/**
 * Says in the reconciliation of the year that the forecast of rebates is about to be deducted, before anything is ordered: then the
 * settlement is made against it, or was signed without it. Nothing is said of a release that would be refused anyway, since the
 * settlement waits for what is under way.
 */
async function assertDeductible(
  records: Ports['records'],
  id: CaseId,
  state: CaseState,
  release: CommandOf<'release'>,
  now: CaseStep['now'],
): Promise<void> {
  const years = yearsDeducted(release.paid);
  const proposed = standing(state)?.proposed;
  if (years.length === 0 || !proposed) return;
  const possible = decide(caseKind(id), state, release);
  if (!possible.ok) throw doNotHold(id, possible.refusal.message);
  if (await beginDeductions(records, id, proposed.proposal, years, now)) return;
  await giveUp(records, id, now, 'the reconciliation was signed without the deduction');
}

/** What stands is approved no longer, and goes back to be prepared. */
async function giveUp(
  records: Ports['records'],
  id: CaseId,
  now: CaseStep['now'],
  because: string,
): Promise<never> {
  await command(records, id, { kind: 'void', at: now, because });
  throw doNotHold(id, because);
}

/** A payment that is sent again may have been carried out by the bank meanwhile: then somebody says what moved first. */
async function movedBeside(records: Ports['records'], id: CaseId): Promise<readonly string[]> {
  if (caseKind(id) !== 'reissue') return [];
  const { from, payee } = reissued(id);
  const line = (await readCase(records, from)).state.lines.get(payee as PayeeCode);
  return line && hasUndecided(line) ? [movedBesideIt] : [];
}

export const handler = step(CaseStep, run, ports);
