import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { Definition } from './definition.ts';
import { type End, Execution } from './execution.ts';
import { historyOf } from './history.ts';
import { type Journal, JournalDamaged } from './journal.ts';
import type { JournalLine, Outcome } from './journal-line.ts';
import type { Json, JsonObject } from './json.ts';
import { loadDefinition } from './load-definition.ts';
import type { Start } from './run.ts';
import { type GivenToken, Tokens, tokenOf } from './tokens.ts';

/** A state machine as the template describes it. */
export interface Machine {
  readonly name: string;
  readonly arn: string;
  readonly definition: Json;
}

export interface EngineOptions {
  readonly journal: Journal;
  readonly machines: readonly Machine[];
  readonly isFunction: (arn: string) => boolean;
  readonly now: () => string;
  /** Calls a function; throws a StatesError when the function throws. */
  readonly invoke: (functionArn: string, event: Json) => Promise<Json>;
}

/** An execution as the API shows it. */
export interface ExecutionView {
  readonly arn: string;
  readonly machine: string;
  readonly machineArn: string;
  readonly name: string;
  readonly input: Json;
  readonly startedAt: string;
  readonly end: End | undefined;
}

/**
 * All executions of all state machines: starts them, gives them turns one after the other, and
 * takes the answers to their tokens. What it did before is read from the journal on opening.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #definitions = new Map<string, { definition: Definition; hash: string }>();
  readonly #stored = new Map<string, Definition>();
  readonly #executions = new Map<string, Execution>();
  readonly #tokens = new Tokens();
  #interrupted: string | undefined;
  #loss: string | undefined;
  #transitions = 0;

  private constructor(options: EngineOptions) {
    this.#options = options;
    for (const { name, definition } of options.machines) {
      const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex');
      const loaded = loadDefinition(name, definition, options.isFunction);
      this.#definitions.set(name, { definition: loaded, hash });
    }
  }

  /** Checks every definition, and replays the executions that are not over up to where they were. */
  static async open(options: EngineOptions): Promise<Engine> {
    const engine = new Engine(options);
    const { journal } = options;
    try {
      await engine.#replay(journal);
      return engine;
    } catch (error) {
      throw new JournalDamaged(
        journal.path,
        `cannot be what the engine wrote: ${(error as Error).message}`,
        { cause: error },
      );
    }
  }

  async #replay(journal: Journal): Promise<void> {
    const answers: (JournalLine & { kind: 'answer' | 'heartbeat' })[] = [];
    for (const line of journal.lines) this.#recall(line, answers);
    for (const line of answers) {
      const given = this.#tokens.find(line.token);
      if (given === undefined) continue;
      if (line.kind === 'heartbeat') given.heartbeat = line.at;
      else given.answer = line;
    }
    for (const execution of this.#executions.values()) {
      if (execution.end !== undefined) this.#tokens.close(execution.start.arn);
      else await this.#begin(execution);
    }
  }

  #recall(line: JournalLine, answers: (JournalLine & { kind: 'answer' | 'heartbeat' })[]): void {
    if (line.kind === 'definition') {
      const loaded = loadDefinition('journal', line.definition, this.#options.isFunction);
      this.#stored.set(line.hash, loaded);
    } else if (line.kind === 'start') {
      this.#add(line);
    } else if (line.kind === 'answer' || line.kind === 'heartbeat') {
      answers.push(line);
    } else if (line.kind === 'loss') {
      this.#loss = line.id;
    } else if (line.kind === 'turn') {
      this.#interrupted = line.of;
    } else if (line.kind === 'clock') {
      this.#interrupted = undefined;
    } else if (line.kind === 'end') {
      const { at, status, output, error, cause } = line;
      this.#execution(line.execution).end = {
        ...{ at, status },
        ...(output === undefined ? {} : { output }),
        ...(error === undefined ? {} : { error }),
        ...(cause === undefined ? {} : { cause }),
      };
    } else if ('execution' in line) {
      if (line.kind === 'entered') this.#transitions++;
      if (line.kind === 'token') this.#recallToken(line);
      this.#execution(line.execution).remember(line);
    }
  }

  /** Only so much as an answer needs; the replay fills in what the function was given. */
  #recallToken(line: JournalLine & { kind: 'token' }): void {
    const { machine, name } = this.#execution(line.execution).start;
    const { token, execution, at } = line;
    this.#tokens.add({ token, execution, machine, name, state: '', payload: null, since: at });
  }

  #add(line: JournalLine & { kind: 'start' }): Execution {
    const definition = this.#stored.get(line.definition);
    if (definition === undefined) {
      throw new Error(`The journal starts ${line.execution} with a definition it does not hold.`);
    }
    const start: Start = {
      arn: line.execution,
      machine: line.machine,
      machineArn: line.execution.replace(':execution:', ':stateMachine:').replace(/:[^:]*$/, ''),
      name: line.name,
      definition,
      input: line.input,
      at: line.at,
    };
    const { journal, now, invoke } = this.#options;
    const execution = new Execution(start, {
      now,
      invoke,
      append: (each) => {
        if (each.kind === 'entered') this.#transitions++;
        journal.append(each);
      },
      tokenFor: (path) => tokenOf(start.arn, path, this.#loss),
      giveToken: (token) => this.#tokens.add(token),
      findToken: (token) => this.#tokens.find(token),
      ended: () => this.#tokens.close(start.arn),
    });
    this.#executions.set(start.arn, execution);
    return execution;
  }

  async #begin(execution: Execution): Promise<void> {
    await execution.strand.begin(() => execution.run());
    if (execution.fault !== undefined) throw execution.fault;
  }

  #execution(arn: string): Execution {
    const execution = this.#executions.get(arn);
    if (execution !== undefined) return execution;
    throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }

  /**
   * Starts an execution, to run when it is its turn. The same name with the same input while it
   * runs is the same execution; a name that was used otherwise is refused, for good.
   */
  startExecution(machineArn: string, givenName: string | undefined, input: Json): ExecutionView {
    const machine = this.#options.machines.find((each) => each.arn === machineArn);
    const current = machine && this.#definitions.get(machine.name);
    if (machine === undefined || current === undefined) {
      const known = this.#options.machines.map((each) => each.arn).join(', ');
      throw new ApiError(
        'StateMachineDoesNotExist',
        `State Machine Does Not Exist: '${machineArn}'; there are: ${known}.`,
      );
    }
    const name = givenName ?? `unnamed-${String(this.#executions.size + 1).padStart(6, '0')}`;
    if (!/^[0-9A-Za-z._-]{1,80}$/.test(name)) {
      throw new ApiError(
        'InvalidName',
        `Invalid Name: '${name}'; 1 to 80 letters, digits, '.', '-' and '_' are allowed.`,
      );
    }
    const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const earlier = this.#executions.get(arn);
    if (earlier !== undefined) {
      const same = JSON.stringify(earlier.start.input) === JSON.stringify(input);
      if (same && earlier.end === undefined) return view(earlier);
      throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    return view(this.#start(arn, machine.name, name, current, input));
  }

  #start(
    execution: string,
    machine: string,
    name: string,
    current: { definition: Definition; hash: string },
    input: Json,
  ): Execution {
    const { journal, machines, now } = this.#options;
    if (!this.#stored.has(current.hash)) {
      const definition = machines.find((each) => each.name === machine)?.definition ?? null;
      journal.append({ kind: 'definition', hash: current.hash, definition });
      this.#stored.set(current.hash, current.definition);
    }
    const line = {
      ...({ kind: 'start', execution, machine, name } as const),
      ...{ definition: current.hash, input, at: now() },
    };
    journal.append(line);
    return this.#add(line);
  }

  /** Takes the answer to a token: SendTaskSuccess or SendTaskFailure. */
  answer(token: string, outcome: Outcome): void {
    const { journal, now } = this.#options;
    const given = this.#tokens.forAnswer(token, now());
    journal.append({ kind: 'answer', token, at: now(), outcome });
    given.answer = { at: now(), outcome };
    const { strand } = this.#execution(given.execution);
    if (strand.block?.token === token) strand.release(now());
  }

  /** Whether a token was ever given out, by this process or an earlier one, as far as the journal knows. */
  gave(token: string): boolean {
    return this.#tokens.find(token) !== undefined;
  }

  /** The journal has lost lines: tokens that it gave out may be known to others, and are not given out again. */
  noteLoss(id: string): void {
    this.#options.journal.append({ kind: 'loss', id });
    this.#loss = id;
  }

  /** A sign of life: the time for the next one counts from now. */
  heartbeat(token: string): void {
    const { journal, now } = this.#options;
    const given = this.#tokens.forAnswer(token, now());
    journal.append({ kind: 'heartbeat', token, at: now() });
    given.heartbeat = now();
    // Woken to count its deadline anew; it parks again at once.
    const { strand } = this.#execution(given.execution);
    if (strand.block?.token === token) strand.release(now());
  }

  /** Ends a running execution as ABORTED and gives the instant of its end. */
  stopExecution(arn: string, error: string | undefined, cause: string | undefined): string {
    const execution = this.#execution(arn);
    if (execution.end !== undefined) return execution.end.at;
    const at = this.#options.now();
    execution.finish({
      ...{ at, status: 'ABORTED' as const },
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
    return at;
  }

  /** Runs until every execution is over or waits for something that has not come yet. */
  async runUntilBlocked(): Promise<void> {
    for (;;) {
      const next = this.#next();
      if (next === undefined) return;
      // A turn that a kill interrupted goes on; it is the same turn.
      if (next.start.arn !== this.#interrupted) {
        this.#options.journal.append({ kind: 'turn', of: next.start.arn });
      }
      this.#interrupted = undefined;
      if (!next.strand.begun) await this.#begin(next);
      await next.strand.step();
      if (next.fault !== undefined) throw next.fault;
    }
  }

  /** Whoever has been able to run longest; at the same instant whoever was started first. */
  #next(): Execution | undefined {
    const now = this.#options.now();
    let best: { execution: Execution; since: string } | undefined;
    for (const execution of this.#executions.values()) {
      if (execution.end !== undefined) continue;
      const { block, since } = execution.strand;
      const from = block === undefined ? since : block.until;
      if (from === undefined || from > now) continue;
      // It was in the middle of its turn when the process died.
      if (block === undefined && execution.start.arn === this.#interrupted) return execution;
      if (best === undefined || from < best.since) best = { execution, since: from };
    }
    return best?.execution;
  }

  /** The next instant at which a wait, a delay or a limit is over. */
  nextTimer(): string | undefined {
    let next: string | undefined;
    for (const { end, strand } of this.#executions.values()) {
      if (end !== undefined) continue;
      const until = strand.block === undefined ? strand.since : strand.block.until;
      if (until !== undefined && (next === undefined || until < next)) next = until;
    }
    return next;
  }

  /** Tokens that wait for an answer, oldest first. */
  openTokens(): readonly GivenToken[] {
    return this.#tokens.open();
  }

  executions(): ExecutionView[] {
    return [...this.#executions.values()].map(view);
  }

  find(arn: string): ExecutionView {
    return view(this.#execution(arn));
  }

  /** The events of an execution, oldest first, in the form of GetExecutionHistory. */
  history(arn: string): readonly JsonObject[] {
    const { definition } = this.#execution(arn).start;
    return historyOf(this.#options.journal, arn, definition);
  }

  machines(): readonly Machine[] {
    return this.#options.machines;
  }

  /** How many states have been entered so far, in all executions and processes. */
  get transitions(): number {
    return this.#transitions;
  }
}

function view(execution: Execution): ExecutionView {
  const { arn, machine, machineArn, name, input, at } = execution.start;
  return { arn, machine, machineArn, name, input, startedAt: at, end: execution.end };
}
