import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine, type Machine } from '../../../local/engine/engine.ts';
import { later } from '../../../local/engine/instant.ts';
import { Journal } from '../../../local/engine/journal.ts';
import type { Json, JsonObject } from '../../../local/engine/json.ts';
import { StatesError } from '../../../local/engine/states-error.ts';

export const START_AT = '2021-02-01T06:00:00.000Z';
const ARN = 'arn:aws:states:eu-north-1:000000000000:stateMachine:M';

/** What the functions of a test do; a StatesError is what a function throws. */
export type Functions = { readonly [name: string]: (event: Json) => Json | Promise<Json> };

/** An engine on a journal of its own, with a clock that a test moves and functions it writes. */
export class BenchTop {
  readonly journal: Journal;
  readonly engine: Engine;
  /** Every call of a function: its name and its event. */
  readonly calls: [string, Json][];
  readonly #clock: { now: string };

  private constructor(
    journal: Journal,
    engine: Engine,
    clock: { now: string },
    calls: [string, Json][],
  ) {
    this.journal = journal;
    this.engine = engine;
    this.#clock = clock;
    this.calls = calls;
  }

  /** @param file a journal to go on with; an empty one of its own without it */
  static async open(
    definition: Json,
    functions: Functions,
    file: string = join(mkdtempSync(join(tmpdir(), 'statsbidrag-engine-')), 'engine.jsonl'),
  ): Promise<BenchTop> {
    const journal = Journal.open(file);
    const known = journal.lines.findLast((line) => line.kind === 'clock');
    const clock = { now: known?.now ?? START_AT };
    if (known === undefined) journal.append({ kind: 'clock', now: START_AT });
    const calls: [string, Json][] = [];
    const machines: Machine[] = [{ name: 'M', arn: ARN, definition }];
    const engine = await Engine.open({
      ...{ journal, machines, isFunction: (arn) => arn in functions, now: () => clock.now },
      invoke: async (name, event) => {
        calls.push([name, event]);
        const run = functions[name];
        if (run === undefined) throw new Error(`No function ${name}.`);
        return await run(event);
      },
    });
    return new BenchTop(journal, engine, clock, calls);
  }

  get now(): string {
    return this.#clock.now;
  }

  start(input: Json = {}, name = 'run'): void {
    this.engine.startExecution(ARN, name, input);
  }

  /** Moves the clock by some seconds, as far as it goes, and runs what can run. */
  async pass(seconds: number): Promise<void> {
    this.moveTo(later(this.now, seconds * 1000));
    await this.engine.runUntilBlocked();
  }

  moveTo(instant: string): void {
    this.#clock.now = instant;
    this.journal.append({ kind: 'clock', now: instant });
  }

  /** Runs on until nothing is left to run and no timer is left, and says how the run ended. */
  async finish(name = 'run'): Promise<Json> {
    for (;;) {
      await this.engine.runUntilBlocked();
      const next = this.engine.nextTimer();
      if (next === undefined) break;
      if (next > this.now) this.moveTo(next);
    }
    const end = this.engine.executions().find((each) => each.name === name)?.end;
    if (end === undefined) return 'RUNNING';
    if (end.status === 'SUCCEEDED') return end.output ?? null;
    return { status: end.status, error: end.error ?? '', cause: end.cause ?? '' };
  }
}

/** Runs a definition to its end and gives its output, or how it failed. */
export async function runToEnd(
  definition: Json,
  functions: Functions = {},
  input: Json = {},
): Promise<Json> {
  const bench = await BenchTop.open(definition, functions);
  bench.start(input);
  const end = await bench.finish();
  bench.journal.close();
  return end;
}

/** A machine of the states given, which begins with the first of them. */
export function machine(states: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    QueryLanguage: 'JSONata',
    StartAt: Object.keys(states)[0] ?? '',
    States: states,
    ...more,
  };
}

/** A task that calls `f` with a payload. */
export function task(payload: Json, more: JsonObject = { End: true }): JsonObject {
  const Arguments = { FunctionName: 'f', Payload: payload };
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments, ...more };
}

/** A task that calls `f` with its token and waits. */
export function asks(more: JsonObject = { End: true }): JsonObject {
  return {
    ...task({ token: '{% $states.context.Task.Token %}' }, more),
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  };
}

/** Throws as a Lambda does whose errorType is the name given. */
export function throwing(name: string, message = 'no'): never {
  const cause = { errorType: name, errorMessage: message, trace: [] };
  throw new StatesError(name, JSON.stringify(cause));
}
