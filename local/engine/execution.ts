import type { State } from './definition.ts';
import { later } from './instant.ts';
import type { EndStatus, JournalLine } from './journal-line.ts';
import type { Json, JsonObject } from './json.ts';
import type { Run, Start } from './run.ts';
import { runState } from './run-state.ts';
import { runTask } from './run-task.ts';
import { StatesError } from './states-error.ts';
import { type Block, Strand } from './strand.ts';
import type { GivenToken } from './tokens.ts';
import { type Step, Visit } from './visit.ts';

/** What the engine does for an execution. */
export interface Surroundings {
  now(): string;
  append(line: JournalLine): void;
  /** Calls a function; throws a StatesError with what the function threw. */
  invoke(functionArn: string, event: Json): Promise<Json>;
  tokenFor(path: string): string;
  giveToken(token: GivenToken): void;
  findToken(token: string): GivenToken | undefined;
  ended(): void;
}

export interface End {
  readonly at: string;
  readonly status: EndStatus;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/** Events that the history of an execution may have, the one that ends it counted. */
const MOST_EVENTS = 25_000;

/** How long an execution may last: one year. */
const LONGEST_SECONDS = 365 * 24 * 60 * 60;

class TimedOut extends Error {}

/**
 * One execution, run from StartAt. What its journal holds is taken as it was; where the journal
 * ends the execution asks for its turn and goes on for real. So a restart is only a replay.
 */
export class Execution implements Run {
  readonly start: Start;
  readonly strand: Strand;
  end: End | undefined;
  /** What went wrong in the engine itself; an error of the execution is its end, not a fault. */
  fault: unknown;
  readonly #around: Surroundings;
  readonly #known = new Map<string, JournalLine>();
  readonly #deadline: string;
  #variables: JsonObject = {};
  /** The start of the execution is the first. */
  #events = 1;

  constructor(start: Start, around: Surroundings) {
    this.start = start;
    this.strand = new Strand(start.at);
    this.#around = around;
    const seconds = Math.min(start.definition.TimeoutSeconds ?? LONGEST_SECONDS, LONGEST_SECONDS);
    this.#deadline = later(start.at, seconds * 1000);
  }

  /** Takes in a line of an earlier process. */
  remember(line: JournalLine & { readonly path: string }): void {
    this.#known.set(`${line.kind} ${line.path}`, line);
  }

  /** Runs until it is over; parks on the way. Never throws: see `fault`. */
  async run(): Promise<void> {
    try {
      await this.#conclude(await this.#outcome());
    } catch (error) {
      this.fault = error;
    }
  }

  /** Ends the execution from outside (StopExecution), or from inside. */
  finish(end: End): void {
    this.end = end;
    this.#around.append({ kind: 'end', execution: this.start.arn, ...end });
    this.#around.ended();
  }

  async #conclude(end: Omit<End, 'at'>): Promise<void> {
    await this.turn();
    this.finish({ at: this.now(), ...end });
  }

  async #outcome(): Promise<Omit<End, 'at'>> {
    try {
      return { status: 'SUCCEEDED', output: await this.#states() };
    } catch (error) {
      if (error instanceof StatesError) {
        return { status: 'FAILED', error: error.error, cause: error.why };
      }
      if (error instanceof TimedOut) return { status: 'TIMED_OUT', error: 'States.Timeout' };
      throw error;
    }
  }

  async #states(): Promise<Json> {
    const { definition } = this.start;
    let name = definition.StartAt;
    let input = this.start.input;
    for (let visit = 1; ; visit++) {
      const state = definition.States[name] as State;
      const step = await this.#state(`${visit} ${name}`, name, state, input);
      this.#variables = { ...this.#variables, ...step.assigned };
      if (step.next === undefined) return step.output;
      name = step.next;
      input = step.output;
    }
  }

  async #state(path: string, name: string, state: State, input: Json): Promise<Step> {
    this.happened(1);
    const entered = await this.once('entered', path, () => ({
      kind: 'entered',
      execution: this.start.arn,
      path,
      at: this.now(),
    }));
    const visit = new Visit(this, path, name, input, entered.at, this.#variables);
    const step = state.Type === 'Task' ? await runTask(state, visit) : await runState(state, visit);
    this.happened(1);
    return step;
  }

  /** Counts events as the service does: a state is entered and left, and an attempt has some of its own. */
  happened(events: number): void {
    this.#events += events;
    if (this.#events < MOST_EVENTS) return;
    throw new StatesError(
      'States.Runtime',
      `The execution reached the maximum number of history events (${MOST_EVENTS}).`,
    );
  }

  now(): string {
    return this.#around.now();
  }

  /** The journalled line, or a new one: `make` is only called when it is this execution's turn. */
  async once<K extends JournalLine['kind']>(
    kind: K,
    path: string,
    make: () => JournalLine & { readonly kind: K; readonly path: string },
  ): Promise<JournalLine & { readonly kind: K }> {
    const known = this.recall(kind, path);
    if (known !== undefined) return known;
    await this.turn();
    const line = make();
    this.#around.append(line);
    this.remember(line);
    return line;
  }

  recall<K extends JournalLine['kind']>(
    kind: K,
    path: string,
  ): (JournalLine & { readonly kind: K }) | undefined {
    return this.#known.get(`${kind} ${path}`) as (JournalLine & { readonly kind: K }) | undefined;
  }

  /** Goes on only when it is this execution's turn, and not after its end. */
  async turn(): Promise<void> {
    await this.strand.turn();
    await this.#gone();
  }

  /** Gives the turn back until the block is lifted. */
  async park(block: Block): Promise<void> {
    const { until = this.#deadline } = block;
    const first = until < this.#deadline ? until : this.#deadline;
    await this.strand.park({ ...block, until: first });
    await this.#gone();
    if (this.#deadline <= this.now()) throw new TimedOut();
  }

  /** Waits until an instant; in a replay an instant that has passed does not wait. */
  async waitUntil(until: string): Promise<void> {
    while (until > this.now()) await this.park({ until });
    this.cameAt(until);
  }

  /** In a replay: the instant at which what was waited for came. It decides whose turn is next. */
  cameAt(instant: string): void {
    if (!this.strand.hasTurn && instant > this.strand.since) this.strand.since = instant;
  }

  invoke(functionArn: string, event: Json): Promise<Json> {
    return this.#around.invoke(functionArn, event);
  }

  tokenFor(path: string): string {
    return this.#around.tokenFor(path);
  }

  giveToken(token: GivenToken): void {
    this.#around.giveToken(token);
  }

  findToken(token: string): GivenToken | undefined {
    return this.#around.findToken(token);
  }

  /** An execution that was stopped from outside never goes on. */
  async #gone(): Promise<void> {
    if (this.end !== undefined) await this.strand.park(undefined);
  }
}
