import type { Rows } from '../../../../local/engine/conformance/row.ts';
import type { Json, JsonObject } from '../../../../local/engine/json.ts';
import { BenchTop, type Functions, machine } from '../bench-top.ts';

/** What is seen of a run besides its end, in the order in which it is noted. */
export type Note = (what: Json) => void;

/** A tiny definition, what happens to it from outside, and everything that must come of it. */
interface Scenario {
  /** States of the definition; the first is the one that it begins in. */
  readonly states: JsonObject;
  /** Further fields of the machine. */
  readonly machine?: JsonObject;
  readonly input?: Json;
  /** What the functions do; `f` gives its event back without this. */
  readonly functions?: Functions | ((bench: () => BenchTop) => Functions);
  /** Answers, heartbeats and passing time, once the execution waits for something. */
  readonly acts?: (bench: BenchTop, note: Note) => Promise<void> | void;
  /** What `acts` notes, exactly. */
  readonly notes?: readonly Json[];
  /** The events with which functions are called, exactly; not looked at without this. */
  readonly events?: readonly Json[];
  /** Simulated seconds from start to end; none without this. */
  readonly seconds?: number;
}

/** A check ends in exactly one way, and says which. */
export type Check = Scenario &
  (
    | { readonly gives: Json; readonly fails?: never }
    /** Error and, where it is laid down, cause. */
    | { readonly fails: readonly [error: string, cause?: string]; readonly gives?: never }
    | { readonly timesOut: true; readonly gives?: never; readonly fails?: never }
  );

/** A check that ends well. */
export type Gives = Extract<Check, { readonly gives: Json }>;

/** Checks for the rows of a chapter: each row has its own, or it does not compile. */
export type ChecksOf<Chapter extends Rows> = { readonly [Id in keyof Chapter]: Check };

/** The definition that a check runs. */
export const definitionOf = (check: Check): JsonObject => machine(check.states, check.machine);

/** What came of a run, in the form in which a check says what must. */
export interface Seen {
  readonly end: Json;
  readonly seconds: number;
  readonly notes: readonly Json[];
  readonly events: readonly Json[];
}

/** Runs the definition of a check on the engine, with a simulated clock, and tells what came of it. */
export async function run(check: Check): Promise<Seen> {
  const echo: Functions = { f: (event) => event };
  const opened: { bench?: BenchTop } = {};
  const theBench = (): BenchTop => {
    if (opened.bench === undefined) throw new Error('No function is called before the start.');
    return opened.bench;
  };
  const { functions = echo } = check;
  const called = typeof functions === 'function' ? functions(theBench) : functions;
  const bench = await BenchTop.open(definitionOf(check), called);
  opened.bench = bench;
  const notes: Json[] = [];
  try {
    bench.start(check.input ?? {});
    await bench.engine.runUntilBlocked();
    await check.acts?.(bench, (what) => notes.push(what));
    await bench.finish();
    const { end, startedAt } = bench.engine.executions()[0] ?? {};
    if (end === undefined || startedAt === undefined) throw new Error('The execution never ended.');
    return {
      end: endOf(end.status, end.output, end.error, end.cause),
      seconds: (Date.parse(end.at) - Date.parse(startedAt)) / 1000,
      notes,
      events: bench.calls.map(([, event]) => event),
    };
  } finally {
    bench.journal.close();
  }
}

function endOf(
  status: string,
  output: Json | undefined,
  error: string | undefined,
  cause: string | undefined,
): Json {
  if (status === 'SUCCEEDED') return { gives: output ?? null };
  return { [status === 'TIMED_OUT' ? 'timesOut' : 'fails']: [error ?? '', cause ?? ''] };
}

/** What must come of a run: everything of it that the check speaks of, and no other end. */
export function expected(check: Check, seen: Seen): Seen {
  const cause = (seen.end as { fails?: readonly string[] }).fails?.[1] ?? '';
  const end: Json =
    'timesOut' in check
      ? { timesOut: ['States.Timeout', ''] }
      : check.fails === undefined
        ? { gives: check.gives ?? null }
        : { fails: [check.fails[0], check.fails[1] ?? cause] };
  return {
    end,
    seconds: check.seconds ?? 0,
    notes: check.notes ?? [],
    events: check.events ?? seen.events,
  };
}
