import { join } from 'node:path';
import { messageId } from '../../../core/bank/bank-ids.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { type Instant, instantInStockholm } from '../../../core/calendar/stockholm.ts';
import { type InputEvent, inputVersions } from '../../../core/inputs/input-stream.ts';
import { inputKinds } from '../../../core/inputs/kinds.ts';
import { rightsFor } from '../../../core/payment/rights.ts';
import {
  type CaseId,
  caseKind,
  inputStream,
  openingCase,
  payoutCase,
  reconciliationCase,
  requisitionCase,
} from '../../../core/record/case-id.ts';
import { sha256Of } from '../../../functions/adapters/sha256.ts';
import { run as ask } from '../../../functions/ask.lambda.ts';
import { run as closeCase } from '../../../functions/close-case.lambda.ts';
import { run as computeAllocation } from '../../../functions/compute-allocation.lambda.ts';
import { run as computeSettlement } from '../../../functions/compute-settlement.lambda.ts';
import { run as concludeCase } from '../../../functions/conclude-case.lambda.ts';
import type { AnswerCase, ConfirmInput } from '../../../functions/contract/doors.ts';
import type { Purpose } from '../../../functions/contract/steps.ts';
import { answerCase } from '../../../functions/doors/answer-case.ts';
import { confirmInput } from '../../../functions/doors/confirm-input.ts';
import { refuseInput } from '../../../functions/doors/refuse-input.ts';
import { registerInput } from '../../../functions/doors/register-input.ts';
import { reportPayment } from '../../../functions/doors/report-payment.ts';
import { resolveReturn } from '../../../functions/doors/resolve-return.ts';
import { startRequisition } from '../../../functions/doors/submit-requisition.ts';
import { run as openCase } from '../../../functions/open-case.lambda.ts';
import { run as preparePayment } from '../../../functions/prepare-payment.lambda.ts';
import { run as prepareReissue } from '../../../functions/prepare-reissue.lambda.ts';
import { run as prepareRequisition } from '../../../functions/prepare-requisition.lambda.ts';
import { run as releasePayment } from '../../../functions/release-payment.lambda.ts';
import { run as settlePayment } from '../../../functions/settle-payment.lambda.ts';
import type { WorkflowPorts } from '../../../functions/shared/workflow-ports.ts';
import { run as validateRequisition } from '../../../functions/validate-requisition.lambda.ts';
import { readInputs } from '../../../local/inputs/read-inputs.ts';
import type {
  InputRegistration,
  RequisitionRegistration,
} from '../../../local/inputs/registration.ts';
import { registrations } from '../../../local/inputs/registrations.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { asCalled, at, by, copyOf, newWorld, stateOf, type World } from './world.ts';

/** The cases of the sample that tests talk of. */
export const cases = {
  opening: openingCase(2021),
  march: payoutCase(parseMonth('2021-03')),
  april: payoutCase(parseMonth('2021-04')),
  february: payoutCase(parseMonth('2022-02')),
  may: payoutCase(parseMonth('2022-05')),
  sol: requisitionCase(2021, 'sol'),
  ihsi: requisitionCase(2021, 'ihsi'),
  reconciliation: reconciliationCase(2021),
} as const;

const sample = registrations(
  await readInputs(join(import.meta.dirname, '../../../local/sample-2021')),
);

/** An input of the sample as it is registered; `of` picks one where a kind comes more than once. */
export function inputOf(
  kind: InputRegistration['kind'],
  of: (registration: InputRegistration) => boolean = () => true,
): InputRegistration {
  const found = sample.find(
    (each): each is InputRegistration => each.kind === kind && of(each as InputRegistration),
  );
  if (!found) throw new RangeError(`The sample has no such ${kind}.`);
  return found;
}

/** SKR's requisition as the sample has it. */
export function requisitionOf(kind: 'sol' | 'ihsi') {
  const found = sample.find(
    (each): each is RequisitionRegistration =>
      each.kind === 'requisition' && each.requisition === kind,
  );
  if (!found) throw new RangeError(`The sample has no requisition of ${kind}.`);
  return found.content;
}

export const register = (
  world: WorkflowPorts,
  { kind, year, from, documentHash, content }: InputRegistration,
  when: Instant,
) =>
  registerInput(
    { kind, year, from, documentHash, content, ...by('registrar', when) },
    asCalled(world, 'api-inputs'),
  );

/** Registers an input with its document, which is kept. */
export const registerWith = (
  world: WorkflowPorts,
  { kind, year, from, content }: InputRegistration,
  document: { readonly name: string; readonly bytes: Uint8Array },
  when: Instant,
) =>
  registerInput(
    {
      ...{ kind, year, from, content, document, ...by('registrar', when) },
      documentHash: sha256Of(document.bytes),
    },
    asCalled(world, 'api-inputs'),
  );

/** A second person refuses a version, as they have read it. */
export const refuse = async (
  world: WorkflowPorts,
  { kind, year }: Pick<InputRegistration, 'kind' | 'year'>,
  version: number,
  when: Instant,
) =>
  refuseInput(
    {
      ...{ kind: kind as ConfirmInput['kind'], year, version, ...by('checker', when) },
      ...{ code: 'unlike-document', reason: 'The document says another account.' },
      hash: await hashOfVersion(world, { kind, year }, version),
    },
    asCalled(world, 'api-inputs'),
  );

/** A second person confirms a version, as they have read it. */
export const confirm = async (
  world: WorkflowPorts,
  { kind, year }: Pick<InputRegistration, 'kind' | 'year'>,
  version: number,
  when: Instant,
) =>
  confirmInput(
    {
      ...{ kind: kind as ConfirmInput['kind'], year, version, ...by('checker', when) },
      hash: await hashOfVersion(world, { kind, year }, version),
    },
    asCalled(world, 'api-inputs'),
  );

/** The hash of a version as the record holds it; of one that is not there, that of nothing. */
export async function hashOfVersion(
  { records }: Pick<WorkflowPorts, 'records'>,
  { kind, year }: Pick<InputRegistration, 'kind' | 'year'>,
  version: number,
): Promise<string> {
  const events = await records.read<InputEvent>(inputStream(year, kind));
  return inputVersions(kind, events)[version - 1]?.hash ?? '0'.repeat(64);
}

/** Registers an input, and has a second person confirm it where that is needed. */
export async function bring(world: WorkflowPorts, input: InputRegistration, when: Instant) {
  const { version } = await register(world, input, when);
  if (inputKinds[input.kind].confirmed) await confirm(world, input, version, when);
  return version;
}

/** Brings every input of the sample up to a day, each at eight on its day; requisitions are left out, and what is said. */
export async function bringAll(
  world: WorkflowPorts,
  until: string,
  leaveOut: (input: InputRegistration) => boolean = () => false,
) {
  for (const each of sample)
    if (each.kind !== 'requisition' && each.day <= until && !leaveOut(each))
      await bring(world, each, instantInStockholm(each.day, '08:00'));
}

/** Uppsala gets another account, as a registrar wrote it and a second person confirmed. */
export async function changeAccount(world: WorkflowPorts, when: Instant) {
  const payees = inputOf('payees');
  if (payees.kind !== 'payees') throw new RangeError('The sample has payees.');
  const { name, organisationNumber } = payees.content['03'];
  const account = { name, organisationNumber, bankgiro: '5050-1055' };
  return bring(world, { ...payees, content: { ...payees.content, '03': account } }, when);
}

export const say = (world: WorkflowPorts, said: AnswerCase) =>
  answerCase(said, asCalled(world, 'api-runs'));

/** One person's approval of the proposal that stands. */
export async function approve(
  world: WorkflowPorts,
  id: CaseId,
  index: 0 | 1,
  when: Instant,
): Promise<AnswerCase> {
  const right = rightsFor(caseKind(id))[index];
  const proposal = (await stateOf(world, id)).proposal?.proposed.proposal ?? '';
  const who = { attest: 'attestant', order: 'payer', 'sign-state': 'attestant' } as const;
  const holder = right === 'sign-skr' ? 'skrSignatory' : who[right];
  const said: AnswerCase = { kind: 'approve', case: id, right, proposal, ...by(holder, when) };
  await say(world, said);
  return said;
}

export async function approveBoth(world: WorkflowPorts, id: CaseId, when: Instant) {
  await approve(world, id, 0, when);
  await approve(world, id, 1, when);
}

/** Opens and prepares a case; gives what preparing answered. */
export async function prepare(world: WorkflowPorts, id: CaseId, now: Instant) {
  await openCase({ case: id, now }, asCalled(world, 'open-case'));
  const step = { case: id, now };
  switch (caseKind(id)) {
    case 'payout':
      return preparePayment(step, asCalled(world, 'prepare-payment'));
    case 'requisition':
      return prepareRequisition(step, asCalled(world, 'prepare-requisition'));
    case 'opening':
      return computeAllocation(step, asCalled(world, 'compute-allocation'));
    case 'reconciliation':
      return computeSettlement(step, asCalled(world, 'compute-settlement'));
    case 'reissue':
      return prepareReissue(step, asCalled(world, 'prepare-reissue'));
  }
}

export const release = (world: WorkflowPorts, id: CaseId, now: Instant) =>
  releasePayment({ case: id, now }, asCalled(world, 'release-payment'));

export const report = (
  world: WorkflowPorts,
  id: CaseId,
  when: Instant,
  returned: Parameters<typeof reportPayment>[0]['returned'] = [],
) =>
  reportPayment(
    {
      case: id,
      messageId: messageId(id),
      returned,
      reason: 'As the bank wrote.',
      ...by('checker', when),
    },
    asCalled(world, 'api-bank'),
  );

/** A case officer says what becomes of the payment that came back from a payee. */
export const resolve = (
  world: WorkflowPorts,
  id: CaseId,
  when: Instant,
  choice: 'reissue' | 'next-month' = 'next-month',
  payee: Parameters<typeof resolveReturn>[0]['payee'] = '03',
) =>
  resolveReturn(
    { case: id, payee, choice, reason: 'The account is closed.', ...by('checker', when) },
    asCalled(world, 'api-bank'),
  );

export const settle = (world: WorkflowPorts, id: CaseId, now: Instant) =>
  settlePayment({ case: id, now }, asCalled(world, 'settle-payment'));

export const close = (
  world: WorkflowPorts,
  id: CaseId,
  now: Instant,
  outcome: 'paid' | 'decided' | 'without-payment' | 'refused' = 'paid',
) => closeCase({ case: id, now, outcome }, asCalled(world, 'close-case'));

/** Takes a payment from its preparation to its end, on one day. */
export async function pay(world: WorkflowPorts, id: CaseId, day: string) {
  await prepare(world, id, at(day, '06:00'));
  await approveBoth(world, id, at(day, '07:00'));
  await release(world, id, at(day, '08:00'));
  await report(world, id, at(day, '09:00'));
  await settle(world, id, at(day, '10:00'));
  await close(world, id, at(day, '11:00'));
}

/** Proposes, approves and concludes a case that moves no money. */
export async function decideCase(world: WorkflowPorts, id: CaseId, day: string) {
  await prepare(world, id, at(day, '08:00'));
  await approveBoth(world, id, at(day, '09:00'));
  await concludeCase({ case: id, now: at(day, '10:00') }, asCalled(world, 'conclude-case'));
  await close(world, id, at(day, '11:00'), 'decided');
}

/** SKR submits, and the requisition is validated. */
export async function requisition(world: WorkflowPorts, kind: 'sol' | 'ihsi', when: Instant) {
  const id = requisitionCase(2021, kind);
  await startRequisition(
    { year: 2021, kind, requisition: requisitionOf(kind), ...by('skr', when) },
    asCalled(world, 'api-requisitions'),
  );
  await openCase({ case: id, now: when }, asCalled(world, 'open-case'));
  return validateRequisition({ case: id, now: when }, asCalled(world, 'validate-requisition'));
}

/** A stage that is built once and then copied for each test. */
function stage(build: () => Promise<World>): () => Promise<World> {
  let built: Promise<World> | undefined;
  return async () => {
    built ??= build();
    return copyOf(await built);
  };
}

/** The grants of 2021 are decided; the first payout is not open yet. */
export const granted = stage(async () => {
  const world = newWorld();
  await bringAll(world, '2021-02-18');
  await decideCase(world, cases.opening, '2021-02-18');
  return world;
});

/** March's payout stands before the two who approve. */
export const proposed = stage(async () => {
  const world = await granted();
  await prepare(world, cases.march, at('2021-02-22'));
  return world;
});

/** March's payout is approved by both. */
export const approved = stage(async () => {
  const world = await proposed();
  await approveBoth(world, cases.march, at('2021-02-23'));
  return world;
});

/** March's payout has left for the bank. */
export const released = stage(async () => {
  const world = await approved();
  await release(world, cases.march, at('2021-03-01', '06:00'));
  return world;
});

/** The rate is known and IHSI is approved, on its payment day. */
export const ihsiApproved = stage(async () => {
  const world = await granted();
  await requisition(world, 'ihsi', at('2021-06-08'));
  await bring(world, inputOf('rate'), at('2021-06-15', '09:00'));
  await prepare(world, cases.ihsi, at('2021-06-15', '09:30'));
  await approveBoth(world, cases.ihsi, at('2021-06-15', '10:00'));
  return world;
});

/** The decision that orders an interim instalment in May 2022. */
const interimOfMay = ({ kind, content }: InputRegistration): boolean =>
  kind === 'authorisation' && content.kind === 'interim' && content.firstMonth === '2022-05';

/**
 * May 2022 is approved without an interim instalment: the settlement takes more from the regions than they are due, so every
 * krona is carried forward and nobody is paid.
 */
export const approvedBelowZero = stage(async () => {
  const world = await ihsiApproved();
  await release(world, cases.ihsi, at('2021-06-15', '11:00'));
  await bringAll(world, '2022-04-21', interimOfMay);
  await decideCase(world, cases.reconciliation, '2022-04-22');
  await prepare(world, cases.may, at('2022-04-25'));
  await approveBoth(world, cases.may, at('2022-04-26'));
  return world;
});

/** A state of March's payout that waits under a token, as the workflow asks. */
export const wait = (
  world: WorkflowPorts,
  purpose: Purpose,
  now: Instant,
  { id = cases.march, token = `token of ${id}`, watch = {} }: Partial<Wait> = {},
) => ask({ case: id, now, token, purpose, watch }, asCalled(world, 'ask'));

interface Wait {
  readonly id: CaseId;
  readonly token: string;
  readonly watch: Record<string, number>;
}

/** March waits for approval, and both approvals are recorded; whoever recorded them died before waking the wait. */
export const approvedInSilence = stage(async () => {
  const world = await proposed();
  await wait(world, 'approval', at('2021-02-22', '09:00'));
  const tokens = { partition: 'TOKEN#2021', name: cases.march };
  const before = await world.records.read(tokens);
  await approveBoth(world, cases.march, at('2021-02-23'));
  // The record without what was noted of the wake: that was never done.
  const streams = await Promise.all(
    ['RUN#2021', 'INPUT#2021', 'INPUT#all', 'GRANT#2021', 'PROPOSAL#2021', 'AGENDA#all'].map(
      async (partition) =>
        [...(await world.records.readPartition(partition))].map(
          ([name, events]) => [`${partition}/${name}`, events] as const,
        ),
    ),
  );
  const silent = new Map([...streams.flat(), [`TOKEN#2021/${cases.march}`, before] as const]);
  return newWorld(new MemoryRecords(silent));
});

/** The bank has sent one region's payment back. */
export const returned = stage(async () => {
  const world = await released();
  await report(world, cases.march, at('2021-03-02'), [{ payee: '03', code: 'AC04' }]);
  return world;
});
