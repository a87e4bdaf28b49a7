import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import { isApproved } from '../../core/payment/decide.ts';
import { type CaseState, standing } from '../../core/payment/evolve.ts';
import { heldLines, unansweredLines } from '../../core/payment/lines.ts';
import { isStopped } from '../../core/payment/stop-switch.ts';
import { NumberTaken, type Recorded, type Records, type StreamId } from '../../core/ports.ts';
import { type CaseId, caseKind, parseCaseId, tokenStream } from '../../core/record/case-id.ts';
import type { Purpose, Watch } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import { readSwitch } from './switch.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/**
 * Tokens lie apart from the record: they open a wait and prove nothing. `asked` holds one, `woken` says that its wait was
 * answered.
 */
export type TokenEvent =
  | {
      readonly type: 'asked';
      readonly at: Instant;
      readonly purpose: Purpose;
      readonly token: string;
      readonly watch: Watch;
    }
  | { readonly type: 'woken'; readonly asked: number };

/** A wait that nobody has answered yet. */
export interface OpenAsk {
  readonly case: CaseId;
  readonly asked: Recorded<Extract<TokenEvent, { type: 'asked' }>>;
}

/** The waits of a token stream that nobody has answered yet. */
function openAsks(events: readonly Recorded<TokenEvent>[]): OpenAsk[] {
  const woken = new Set(
    events.flatMap(({ event }) => (event.type === 'woken' ? [event.asked] : [])),
  );
  return events
    .filter(
      (recorded): recorded is OpenAsk['asked'] =>
        recorded.event.type === 'asked' && !woken.has(recorded.number),
    )
    .map((asked) => ({ case: parseCaseId(asked.stream.name), asked }));
}

/** Has what the wait is for happened in its case? The record says so, never the one who answers. */
async function caseSaysSo(records: Records, { case: id, asked }: OpenAsk): Promise<boolean> {
  const { state } = await readCase(records, id);
  if (state.closed || state.closeRequested) return true;
  return asked.event.purpose === 'switch'
    ? !(await isHeld(records, id, state))
    : hasHappened(asked.event.purpose, id, state);
}

/**
 * Does nothing but the switch hold this payment? When its approvals do not hold any more, or another execution has released it,
 * it need not wait for the switch to be told so.
 */
async function isHeld(records: Records, id: CaseId, state: CaseState): Promise<boolean> {
  if (state.released || !isApproved(caseKind(id), state)) return false;
  return isStopped((await readSwitch(records)).state);
}

/** Has a stream grown that the wait depends on? */
const watchedHasGrown = (records: Records, { asked }: OpenAsk): Promise<boolean> =>
  hasGrown(records, asked.event.watch, Object.keys(asked.event.watch));

async function hasGrown(
  records: Records,
  watch: Watch,
  names: readonly string[],
): Promise<boolean> {
  const next = names.map((name) => ({
    stream: streamNamed(name),
    number: (watch[name] ?? 0) + 1,
  }));
  return (await records.has(next)).includes(true);
}

const isOver = async (records: Records, ask: OpenAsk): Promise<boolean> =>
  (await caseSaysSo(records, ask)) || (await watchedHasGrown(records, ask));

function hasHappened(purpose: Exclude<Purpose, 'switch'>, id: CaseId, state: CaseState): boolean {
  switch (purpose) {
    case 'inputs':
      return state.needs.some(({ need }) =>
        state.goingWithout.some(({ needs }) => needs.includes(need)),
      );
    case 'approval':
      return !standing(state) || isApproved(caseKind(id), state);
    case 'change':
      return !state.proposal?.rejected;
    case 'bank':
      return state.released !== undefined && unansweredLines(state.lines).length === 0;
    case 'return':
      return heldLines(state.lines).length === 0;
  }
}

const streamNamed = (name: string): StreamId => {
  const at = name.indexOf('/');
  return { partition: name.slice(0, at), name: name.slice(at + 1) };
};

/** Wakes those of the waits whose time has come, and notes it. Asking twice wakes nobody twice. */
async function wakeThose(
  ports: WorkflowPorts,
  asks: readonly OpenAsk[],
  over: (records: Records, ask: OpenAsk) => Promise<boolean>,
): Promise<OpenAsk[]> {
  const woken: OpenAsk[] = [];
  for (const ask of asks) {
    if (!(await over(ports.records, ask))) continue;
    await ports.workflows.wake(ask.asked.event.token);
    await noteWoken(ports.records, ask);
    woken.push(ask);
  }
  return woken;
}

/**
 * Notes that a wait was answered. Whoever notes it at the same moment is as good as us; and were it lost, the wait would
 * only be answered once more, which does nothing.
 */
async function noteWoken(records: Records, ask: OpenAsk): Promise<void> {
  const stream = tokenStream(ask.case);
  const last = (await records.read<TokenEvent>(stream)).at(-1);
  try {
    await records.append<TokenEvent>(stream, last, { type: 'woken', asked: ask.asked.number });
  } catch (error) {
    if (!(error instanceof NumberTaken)) throw error;
  }
}

/** After something has happened in a case: wakes its wait if that was what it waited for. */
export async function wakeCase(ports: WorkflowPorts, id: CaseId): Promise<void> {
  const events = await ports.records.read<TokenEvent>(tokenStream(id));
  await wakeThose(ports, openAsks(events), caseSaysSo);
}

/** When a wait begins: what it is for may have happened while it was on its way, and nobody would wake it. */
export async function wakeIfOver(
  ports: WorkflowPorts,
  events: readonly Recorded<TokenEvent>[],
): Promise<void> {
  await wakeThose(ports, openAsks(events), isOver);
}

/**
 * After a stream has grown: wakes the waits that watch it and have not seen it so long. Cases of the year before and after `year` are
 * looked at.
 */
export async function wakeWatchers(
  ports: WorkflowPorts,
  grown: string,
  year: number,
): Promise<void> {
  const asks = await openAsksOf(ports.records, [year - 1, year, year + 1]);
  await wakeThose(
    ports,
    asks.filter(({ asked }) => grown in asked.event.watch),
    (records, { asked }) => hasGrown(records, asked.event.watch, [grown]),
  );
}

/**
 * Wakes the payouts that have waited for something since before another one was released: that may have paid what they wait with. Each
 * then finds what is left to it, and waits on, is proposed, or has nothing due and ends.
 */
export async function wakeAfterReleases(
  ports: WorkflowPorts,
  payouts: ReadonlyMap<CaseId, CaseState>,
): Promise<void> {
  const unreleased = [...payouts].filter(([, { opened, released, closed, needs }]) => {
    return opened && !released && !closed && needs.length > 0;
  });
  const streams = await Promise.all(
    unreleased.map(async ([id]) => ports.records.read<TokenEvent>(tokenStream(id))),
  );
  const asks = streams.flatMap(openAsks).filter(({ asked }) => asked.event.purpose === 'inputs');
  const releases = [...payouts.values()].flatMap(({ released }) => released?.at ?? []).sort();
  const last = releases.at(-1) ?? '';
  await wakeThose(ports, asks, async (_records, { asked }) => last >= asked.event.at);
}

/**
 * After the stop of releases was lifted: wakes the payments that waited for it, of the year of that moment and those around it; the
 * rest is left to the hourly redelivery.
 */
export async function wakeWhoeverMayRelease(ports: WorkflowPorts, at: Instant): Promise<void> {
  const year = Number(dayInStockholm(at).slice(0, 4));
  const asks = await openAsksOf(ports.records, [year - 1, year, year + 1]);
  await wakeThose(
    ports,
    asks.filter(({ asked }) => asked.event.purpose === 'switch'),
    caseSaysSo,
  );
}

/**
 * Wakes every wait of these cases that should have been woken: an answer may have been recorded and never delivered. Gives those, and
 * the waits that go on.
 */
export async function redeliver(
  ports: WorkflowPorts,
  cases: readonly CaseId[],
): Promise<{ readonly woken: readonly OpenAsk[]; readonly waiting: readonly OpenAsk[] }> {
  const streams = await Promise.all(
    cases.map(async (id) => ports.records.read<TokenEvent>(tokenStream(id))),
  );
  const asks = streams.flatMap(openAsks);
  const woken = await wakeThose(ports, asks, isOver);
  return { woken, waiting: asks.filter((ask) => !woken.includes(ask)) };
}

async function openAsksOf(records: Records, years: readonly number[]): Promise<OpenAsk[]> {
  const partitions = await Promise.all(
    years.map((year) => records.readPartition<TokenEvent>(`TOKEN#${year}`)),
  );
  return partitions.flatMap((streams) => [...streams.values()].flatMap(openAsks));
}
