import type { Instant } from '../../core/calendar/stockholm.ts';
import { changeable } from '../../core/inputs/outdated.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { type CaseState, foldRecorded, standing } from '../../core/payment/evolve.ts';
import type { Proposal } from '../../core/payment/proposal.ts';
import type { Files, Records, StreamId } from '../../core/ports.ts';
import {
  type CaseId,
  type CaseKind,
  caseKind,
  caseStream,
  proposalStream,
  streamText,
} from '../../core/record/case-id.ts';
import { OverlayRecords } from '../adapters/overlay-records.ts';
import type { Workflows } from '../adapters/step-functions.ts';
import { INPUT_REJECTED } from '../contract/errors.ts';
import { collectFinals } from './collect-finals.ts';
import { computeAllocation } from './compute-allocation.ts';
import { computeSettlement } from './compute-settlement.ts';
import { hashOf } from './documents.ts';
import { preparePayment } from './prepare-payment.ts';
import { prepareReissue } from './prepare-reissue.ts';
import { prepareRequisition } from './prepare-requisition.ts';
import { neededStreams } from './wait-for.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** What would become of a case: its proposal before and after, and what it would lack. */
export interface Tried {
  readonly case: CaseId;
  readonly effect: 'proposed' | 'proposed-anew' | 'still-waiting' | 'unchanged' | 'nothing-due';
  readonly needs: readonly string[];
  readonly before?: Proposal;
  readonly after?: Proposal;
  readonly voidsApprovals: boolean;
}

/**
 * Does something to a stream of inputs as production does it, with its last write left out, and then what the state machines
 * would do next with every open case that rests on the stream or waits for it. Nobody is woken, started or told.
 */
export async function tryOut(
  ports: WorkflowPorts,
  cases: readonly CaseId[],
  stream: StreamId,
  at: Instant,
  change: (ports: WorkflowPorts) => Promise<void>,
): Promise<readonly Tried[]> {
  const records = new OverlayRecords(ports.records);
  const tried: WorkflowPorts = {
    ...{ ...ports, records },
    ...{ workflows: nobodyWoken, notifier: nobodyTold, metrics: nothingCounted },
    documents: documentsOver(ports.documents),
  };
  const before = await Promise.all(cases.map((id) => stateIn(ports.records, id)));
  await change(tried);
  const open = cases.flatMap((id, index) => {
    const state = before[index];
    return state && isConcerned(state, streamText(stream)) ? [{ id, state }] : [];
  });
  const results: Tried[] = [];
  // One after the other: cases of one budget year share its room, and read each other.
  for (const { id, state } of open)
    results.push(await triedCase(ports.records, tried, id, state, at));
  return results;
}

/** Documents as they would be: what is put is read again, and none of it is stored. */
function documentsOver(stored: Files): Files {
  const put = new Map<string, Uint8Array>();
  return {
    async put(name, bytes) {
      put.set(name, bytes);
    },
    read: async (name, version) => put.get(name) ?? stored.read(name, version),
  };
}

const nobodyWoken: Workflows = {
  start: () => Promise.resolve('under-way'),
  find: () => Promise.resolve(undefined),
  wake: () => Promise.resolve(),
  running: () => Promise.resolve([]),
};
const nobodyTold = { publish: () => Promise.resolve() };
const nothingCounted = { count: () => undefined, since: () => undefined };

const stateIn = async (records: Records, id: CaseId): Promise<CaseState> =>
  foldRecorded(await records.read<CaseEvent>(caseStream(id)));

/** Would the case be prepared again when the stream grows? What was released, decided or is to be closed would not. */
function isConcerned(state: CaseState, stream: string): boolean {
  if (state.closed || state.closeRequested || state.released || state.decided) return false;
  return (
    state.needs.flatMap(neededStreams).some((needed) => streamText(needed) === stream) ||
    changeable(state.proposal?.proposed.restsOn ?? []).some((each) => each.stream === stream)
  );
}

async function triedCase(
  real: Records,
  ports: WorkflowPorts,
  id: CaseId,
  before: CaseState,
  at: Instant,
): Promise<Tried> {
  const stood = standing(before);
  const answer = await preparedAgain(ports, id, at);
  const after =
    answer.proposal === undefined
      ? undefined
      : await documentOf(ports.records, id, answer.proposal);
  const was = stood && (await documentOf(real, id, stood.proposed.proposal));
  const effect = effectOf(answer, stood?.proposed.proposal);
  return {
    case: id,
    effect,
    needs: answer.needs,
    ...(was && { before: was }),
    ...(after && { after }),
    voidsApprovals: effect !== 'unchanged' && (stood?.approvals.size ?? 0) > 0,
  };
}

interface Prepared {
  readonly outcome: string;
  readonly needs: readonly string[];
  readonly proposal?: string | undefined;
}

function effectOf({ outcome, proposal }: Prepared, before: string | undefined): Tried['effect'] {
  if (outcome === 'waiting') return 'still-waiting';
  if (outcome !== 'proposed') return 'nothing-due';
  if (before === undefined) return 'proposed';
  return proposal === before ? 'unchanged' : 'proposed-anew';
}

/** The step by which each kind of case comes to a proposal, as its state machine has it. */
const steps: {
  readonly [kind in CaseKind]: (
    step: { case: CaseId; now: Instant },
    ports: WorkflowPorts,
  ) => Promise<object>;
} = {
  payout: preparePayment,
  requisition: prepareRequisition,
  reissue: prepareReissue,
  opening: computeAllocation,
  reconciliation: async (step, ports) => {
    const collected = await collectFinals(step, ports);
    return collected.outcome === 'complete' ? computeSettlement(step, ports) : collected;
  },
};

async function preparedAgain(ports: WorkflowPorts, id: CaseId, now: Instant): Promise<Prepared> {
  try {
    const answer = await steps[caseKind(id)]({ case: id, now }, ports);
    return { needs: [], outcome: '', ...answer };
  } catch (error) {
    // Figures that no grant can be made of: the run would go on waiting for others.
    if (!(error instanceof Error) || error.name !== INPUT_REJECTED) throw error;
    return { outcome: 'waiting', needs: [error.message] };
  }
}

async function documentOf(records: Records, id: CaseId, hash: string): Promise<Proposal> {
  const documents = await records.read<Proposal>(proposalStream(id));
  const found = documents.find(({ event }) => hashOf(event) === hash)?.event;
  if (!found) throw new RangeError(`${id}: the record holds no proposal ${hash}.`);
  return found;
}
