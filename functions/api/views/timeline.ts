import type { Execution } from '../../adapters/execution-history.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { stateTexts } from '../../contract/api/state-texts.ts';

type Timeline = AnswerOf<'readTimeline'>;
type Entry = Timeline['entries'][number];

/** A visit of a state while its events are read. */
interface Visit {
  readonly state: string;
  readonly enteredAt: string;
  readonly kind: Entry['kind'] | 'choice';
  /** How often an attempt ended in an error, and the last one's name. */
  failures: number;
  error: string | undefined;
  succeeded: boolean;
  waits: boolean;
  leftAt: string | undefined;
}

const failed = new Set(['TaskFailed', 'TaskTimedOut', 'TaskStartFailed', 'TaskSubmitFailed']);

/** Executions as people read them: the states they went through, how long, with which errors. */
export const shownTimeline = (executions: readonly Execution[], language: Language): Timeline => ({
  executions: executions.map(({ events, ...execution }) => ({
    ...execution,
    transitions: events.filter(({ state }) => state !== undefined).length,
  })),
  entries: executions
    .flatMap((execution) => entriesOf(execution, language))
    // Sorting is stable: what happened at one moment stays in its order.
    .sort((a, b) => Number(a.enteredAt > b.enteredAt) - Number(a.enteredAt < b.enteredAt)),
});

function entriesOf({ name, events, status }: Execution, language: Language): Entry[] {
  const visits: Visit[] = [];
  for (const { type, state, at, error } of events) {
    const visit = visits.at(-1);
    if (state !== undefined) {
      if (visit) visit.leftAt ??= at;
      visits.push(begun(state, at, type));
    } else if (!visit) continue;
    else if (failed.has(type)) {
      visit.failures += 1;
      visit.error = error;
    } else if (type === 'TaskSucceeded') visit.succeeded = true;
    else if (type === 'TaskSubmitted') visit.waits = true;
    else if (type.endsWith('StateExited')) visit.leftAt = at;
    else if (type.startsWith('Execution')) visit.leftAt ??= at;
  }
  const last = visits.at(-1);
  return visits
    .filter(({ kind }) => kind !== 'choice')
    .map((visit) => entryOf(visit, name, visit === last ? status : 'SUCCEEDED', language));
}

const begun = (state: string, enteredAt: string, type: string): Visit => ({
  state,
  enteredAt,
  kind: kindOf(state, type),
  failures: 0,
  error: undefined,
  succeeded: false,
  waits: false,
  leftAt: undefined,
});

/** A state that an older definition had and this code does not know is shown by its name, as what the service says it is. */
function kindOf(state: string, type: string): Visit['kind'] {
  const known = stateTexts[state]?.kind;
  if (known) return known;
  if (type === 'WaitStateEntered') return 'wait';
  if (type === 'ChoiceStateEntered' || type === 'PassStateEntered') return 'choice';
  return type === 'SucceedStateEntered' || type === 'FailStateEntered' ? 'end' : 'task';
}

/** Errors before the last attempt were tried again. One that ended the visit was caught, unless it ended the execution. */
function entryOf(
  { state, enteredAt, kind, failures, error, succeeded, waits, leftAt }: Visit,
  execution: string,
  status: Execution['status'],
  language: Language,
): Entry {
  const over = leftAt !== undefined;
  const outcome = !over ? undefined : succeeded || failures === 0 ? ending(status) : caught(status);
  return {
    execution,
    state,
    text: stateTexts[state]?.[language] ?? state,
    kind: kind === 'choice' || (kind === 'task' && waits) ? 'wait' : kind,
    enteredAt,
    ...(over && { leftAt }),
    retries: over && !succeeded && failures > 0 ? failures - 1 : failures,
    ...(outcome && { outcome }),
    ...(error !== undefined && outcome !== 'succeeded' && { error }),
  };
}

const ending = (status: Execution['status']): Entry['outcome'] =>
  status === 'SUCCEEDED' || status === 'RUNNING' ? 'succeeded' : 'failed';

const caught = (status: Execution['status']): Entry['outcome'] =>
  status === 'SUCCEEDED' || status === 'RUNNING' ? 'caught' : 'failed';
