import { dayInStockholm, type Instant, notBefore } from '../core/calendar/stockholm.ts';
import { canonical } from '../core/canonical.ts';
import { approvedProposal } from '../core/payment/approval.ts';
import { decide } from '../core/payment/decide.ts';
import { yearsDeducted } from '../core/payment/deduction.ts';
import type { CaseEvent, PayeeCode } from '../core/payment/events.ts';
import { type CaseState, standing } from '../core/payment/evolve.ts';
import { hasUndecided } from '../core/payment/lines.ts';
import type { PaymentProposal } from '../core/payment/proposal.ts';
import { orderOf, releaseOf, voucherOf } from '../core/payment/release.ts';
import { foldRoom, type RoomEvent } from '../core/payment/room.ts';
import { isStopped } from '../core/payment/stop-switch.ts';
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
  roomStream,
  switchStream,
} from '../core/record/case-id.ts';
import { fileHashOf } from './bank/payment-file.ts';
import { sendOrder } from './bank/send-order.ts';
import { APPROVALS_DO_NOT_HOLD, RELEASES_STOPPED } from './contract/errors.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase, tryCommand } from './shared/cases.ts';
import { beginDeductions } from './shared/deduction.ts';
import { readProposal } from './shared/documents.ts';
import { namedError } from './shared/errors.ts';
import { Inputs, outdated } from './shared/inputs.ts';
import { book, budgetYearOf } from './shared/journal.ts';
import { assertSums } from './shared/payment-draft.ts';
import { carriers, dueNow } from './shared/payout-context.ts';
import { type Ports, ports } from './shared/ports.ts';
import { readAhead } from './shared/read-ahead.ts';
import { takeRoom } from './shared/room.ts';
import { step } from './shared/step.ts';
import { readSwitch } from './shared/switch.ts';
import { movedBesideIt } from './shared/wait-for.ts';
import { warnsOfCredit } from './shared/warnings.ts';

type Released = Extract<CaseEvent, { type: 'release-ordered' }>;

/**
 * State "Release": the money leaves, exactly once.
 *
 * 1. `room-taken` is appended to the room of the budget year, refused where the appropriation and its credit lack it. From then on no
 *    other payment can be ordered that needs the same room, whatever becomes of this one.
 * 2. `release-ordered` is appended to the case, refused unless two people's approvals of the proposal's hash hold. From then on
 *    nobody can withdraw, reject or change.
 * 3. The order to the bank, its payment file and the voucher, in this order, follow from that event and the approved proposal's
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
  const { state, last } = await readCase(records, id);
  // What was approved while an outage kept it from being released was approved before it.
  const since = notBefore(now, last?.event.at);
  const released = state.released ?? (await order(ports, id, state, since));
  // Said once, by whoever ordered it, and not again by a retry that finds it ordered.
  if (!state.released) ports.metrics.count('PaymentsReleased', released.sent.length);
  const proposal = await readProposal(records, id, 'payment', released.proposal);
  const sent = await sendOrder(ports, orderOf(proposal, released), released);
  const voucher = await book(records, voucherOf(proposal, released));
  return { case: id, messageId: released.messageId, sent, voucher: voucher.number, watch: {} };
}

/**
 * What every release reads. The proposal is not among it: it is written before the event that names it, so it must be read after
 * that event, or it could seem to be missing. Nor is the switch: it is looked at when nothing else is in the way.
 */
function neededBy(id: CaseId): readonly StreamId[] {
  const year = caseYear(id);
  return [
    caseStream(id),
    bankOrderStream(id),
    ...[year, year - 1].flatMap((each) => [
      inputStream(each, 'appropriation'),
      journalStream(each),
      roomStream(each),
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

/** Takes the room and appends `release-ordered`, or throws. */
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
  const release = releaseOf(proposal, now, fileHashOf);
  const may = decide(caseKind(id), state, release);
  if (!may.ok) throw doNotHold(id, may.refusal.message);
  const { state: releases, last: seen } = await readSwitch(records);
  if (isStopped(releases)) throw stopped(id);
  const begun = await sayDeducted(ports, id, proposal, proposed.proposal, now);
  const taken = await takeRoomFor(ports, id, proposal, proposed.proposal, now);
  const ordered = await tryCommand(records, id, async (fresh, last) => {
    // Another proposal may have taken its place since we looked, approved or not: this order is not its order.
    if (!fresh.released && standing(fresh)?.proposed.proposal !== proposed.proposal)
      throw doNotHold(id, 'another proposal stands.');
    await assertNotStoppedSince(records, id, fresh, seen?.number ?? 0);
    return releaseOf(proposal, notBefore(now, begun, taken, last), fileHashOf);
  });
  if (!ordered.ok) throw doNotHold(id, ordered.refusal.message);
  if (!ordered.value.released) throw doNotHold(id, 'the release was not ordered.');
  return ordered.value.released;
}

/**
 * Refuses a release when the switch has been used since it was seen to allow releases: they were stopped then, and whether they still
 * are is for the wait to find out. Asked here, between the last look at the case and the append, and not before: a stop that comes
 * later than this comes after the order. What is refused for another reason is told that reason, so that it does not wait for a switch
 * that would not help it.
 */
async function assertNotStoppedSince(
  records: Ports['records'],
  id: CaseId,
  fresh: CaseState,
  seen: number,
): Promise<void> {
  const waitsForItOnly =
    !fresh.released && !fresh.closed && approvedProposal(caseKind(id), fresh).ok;
  // Asked and not read: what a call has read it does not read again.
  const [used] = await records.has([{ stream: switchStream, number: seen + 1 }]);
  if (waitsForItOnly && used) throw stopped(id);
}

const stopped = (id: CaseId) => namedError(RELEASES_STOPPED, `${id}: releases are stopped.`);

/**
 * Takes the room of the budget year, before the point of no return. A payment that comes to nothing takes none of its kronor, and its
 * place for what it pays and takes up; where there is no line at all nothing is to be held. Gives the moment at which it was taken.
 */
async function takeRoomFor(
  ports: Ports,
  id: CaseId,
  proposal: PaymentProposal,
  hash: string,
  now: CaseStep['now'],
): Promise<Instant | undefined> {
  if (proposal.payments.every(({ lines }) => lines.length === 0)) return undefined;
  const year = budgetYearOf(dayInStockholm(now));
  const asked = { ...proposal, proposal: hash };
  const taken = await takeRoom(ports.records, year, now, asked, warnsOfCredit(proposal.warnings));
  if (taken.ok) return foldRoom(await ports.records.read<RoomEvent>(roomStream(year))).get(id)?.at;
  if (taken.refusal === 'another-proposal') throw doNotHold(id, 'another proposal stands.');
  return voidFor(ports, id, now, noRoom[taken.refusal]);
}

const noRoom = {
  'held-by-another': 'another payment that is being released pays some of the same',
  'no-room': 'the appropriation has no room',
  'credit-unwarned': 'it takes credit of the appropriation that nobody was warned of',
} as const;

const doNotHold = (id: CaseId, why: string) => namedError(APPROVALS_DO_NOT_HOLD, `${id}: ${why}`);

/**
 * What was approved must still be so: its sums, the versions it rests on, that what it pays is still this payout's to pay, and the
 * budget year whose room it was approved for.
 */
async function assertStillTrue(
  ports: Ports,
  id: CaseId,
  proposal: PaymentProposal,
  now: CaseStep['now'],
): Promise<void> {
  assertSums(proposal);
  const { records } = ports;
  const changed = await outdated(records, new Inputs(records), proposal.restsOn);
  const today = dayInStockholm(now);
  const year = budgetYearOf(today);
  const otherYear = today >= proposal.payDay && year !== proposal.budgetYear;
  const isPayout = caseKind(id) === 'payout';
  const carrying = isPayout ? await carriers(ports, payoutMonth(id), now) : [];
  const due = isPayout ? await dueNow(ports, payoutMonth(id), now) : undefined;
  const taken = due ? proposal.paid.filter((key) => !due.keys.has(key)) : [];
  const reasons = [
    ...(await movedBeside(records, id)),
    ...taken.map((key) => `${key} is not this payout's to pay any more`),
    ...(canonical(carrying) === canonical(proposal.balancesFrom)
      ? []
      : ['what is carried to this payout is other than it was']),
    ...(due && canonical(due.truedUpYears) !== canonical(proposal.truesUp ?? [])
      ? ['another payout has paid of a year that this one settles']
      : []),
    ...proposal.paid
      .flatMap((key) => due?.decisions.get(key) ?? [])
      .filter((decision) => !proposal.decisions.includes(decision))
      .map((decision) => `${decision} decides by now what is paid`),
    ...changed.map(({ stream }) => `${stream} has a new version`),
    ...(otherYear
      ? [`it would be paid in the budget year ${year}; ${proposal.budgetYear} was approved`]
      : []),
  ];
  if (reasons.length > 0) await voidFor(ports, id, now, reasons.join('; '));
}

/**
 * Says in the reconciliation of the year that the forecast of rebates is about to be deducted, before anything is ordered: then the
 * settlement is made against it, or was signed without it. Said of no release that would be refused anyway, since the settlement waits
 * for what is under way. Gives the moment at which it was said.
 */
async function sayDeducted(
  ports: Ports,
  id: CaseId,
  { paid }: PaymentProposal,
  hash: string,
  now: CaseStep['now'],
): Promise<Instant> {
  const begun = await beginDeductions(ports.records, id, hash, yearsDeducted(paid), now);
  return begun ?? voidFor(ports, id, now, 'the reconciliation was signed without the deduction');
}

/** Ends the proposal that stands, with its approvals, and throws why. */
async function voidFor(
  { records }: Ports,
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
