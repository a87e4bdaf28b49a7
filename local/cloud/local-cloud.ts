import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Engine } from '../engine/engine.ts';
import { Journal } from '../engine/journal.ts';
import type { Json } from '../engine/json.ts';
import { StatesError } from '../engine/states-error.ts';
import { Gateway } from '../gateway/gateway.ts';
import { CONSOLE_CLIENT, SKR_CLIENT } from '../issuer/clients.ts';
import type { Actor as ActorOf, OpenWait } from './actor.ts';
import type { BucketUse } from './buckets-template.ts';
import { Database, type OpenDatabase, type OpenedDatabase } from './database.ts';
import { FilesApi } from './files-api.ts';
import { LambdaHost } from './lambda-host.ts';
import type { LambdaFailure, LambdaOutcome } from './lambda-messages.ts';
import type { Meter } from './meter.ts';
import { NoticesApi } from './notices-api.ts';
import { objectCreated } from './object-created.ts';
import { lockRecords } from './records-lock.ts';
import { guardOf } from './rights/guard.ts';
import { Schedules } from './schedules.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { StepFunctionsApi } from './step-functions-api.ts';
import { Stopwatch } from './stopwatch.ts';
import { type FunctionResource, readTemplate, type Template } from './template.ts';
import { Timeline } from './timeline.ts';

export type { OpenWait } from './actor.ts';
export type Actor = ActorOf<LocalCloud>;

export interface LocalCloudOptions {
  /** The cloud assembly that `cdk synth` wrote. */
  readonly assembly: string;
  /** Directory of the journal, the table, the buckets' folders, the functions' log and the lock. */
  readonly records: string;
  /** Where the clock begins; records that were used before go on where they were. */
  readonly startAt: string;
  /** Whether a firing that would repeat the last one on the same state is left out; yes. */
  readonly skipIdenticalFirings?: boolean;
  /** Delivers each firing twice, to show that nothing changes. */
  readonly fireSchedulesTwice?: boolean;
  /** Calls each function twice with the same event and takes the second answer. */
  readonly invokeTwice?: boolean;
  /** Added to every function's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The issuer whose tokens the functions take, in place of the template's user pool: a URL on loopback. */
  readonly issuer?: string;
  /** The database that the record is kept in; the embedded one, when left out. */
  readonly database?: OpenDatabase;
  /** Directory of V8's compile cache; `.cache/compile` in the working directory without it. */
  readonly compileCache?: string;
  /** Told of everything that costs money in AWS; each call of a function then has an environment of its own. */
  readonly meter?: Meter;
}

export interface ExecutionSummary {
  readonly name: string;
  readonly stateMachine: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** The state machines, functions, schedules and table of a template, on this machine. */
export interface LocalCloud {
  /** The simulated instant, ISO 8601 in UTC with milliseconds. */
  now(): string;
  /**
   * Calls a function by its stable name (FunctionName, else POWERTOOLS_SERVICE_NAME, else logical
   * id) or logical id. Throws an Error whose name is the errorType.
   */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** The template's REST API. Refuses to be asked for when the template has none. */
  api(): Gateway;
  /**
   * Puts a file into a bucket, and tells the functions that the template's rules name, at the simulated instant. Done again it is told
   * again, so callers do it `once`; what was put before it could be told is then told at last. Refuses a key that holds other bytes:
   * S3 would keep both as versions, and here there are none.
   */
  putObject(bucket: BucketUse, key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file in a bucket; undefined when there is no such file. */
  readObject(bucket: BucketUse, key: string): Promise<Uint8Array | undefined>;
  /** Tasks that wait for an answer, oldest first. */
  waits(): readonly OpenWait[];
  /** Whether a task's token is one that was given out here. */
  gave(token: string): boolean;
  /** What the journal should know is gone, in part or all of it: no token is given out again that may have been given before. */
  noteLoss(): void;
  /** Sets the clock to a later instant, without what would have happened in between. */
  moveTo(instant: string): void;
  /** Ends the running execution of a name as ABORTED. */
  stop(execution: string, error: string, cause: string): void;
  /** Does an act once: one that finished is never done again, also after a restart. */
  once(id: string, act: () => Promise<void>): Promise<void>;
  done(id: string): boolean;
  /** Runs everything up to and including an instant. */
  runUntil(
    instant: string,
    actors: readonly Actor[],
    progress?: (now: string) => void,
  ): Promise<void>;
  /** When something happens next, now or later; undefined when nothing ever will. */
  nextAt(actors: readonly Actor[]): Promise<string | undefined>;
  executions(): ExecutionSummary[];
  /** Milliseconds by part (names end in Ms) and counts. Database time is part of the functions'. */
  timings(): Record<string, number>;
  /** `issuer` is null when the functions were given none. */
  endpoints(): { dynamodb: string; stepFunctions: string; files: string; issuer: string | null };
  close(): Promise<void>;
}

/** Opens the local cloud on a records directory; a second process on the same one is refused. */
export async function openLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const unlock = lockRecords(options.records);
  const opened: (() => Promise<void> | void)[] = [unlock];
  try {
    return await open(options, opened);
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

async function open(
  options: LocalCloudOptions,
  opened: (() => Promise<void> | void)[],
): Promise<LocalCloud> {
  const begun = performance.now();
  const records = resolve(options.records);
  const template = readTemplate(options.assembly);
  const journal = Journal.open(join(records, 'engine.jsonl'));
  opened.unshift(() => journal.close());
  const clock = new SimulatedClock(journal, options.startAt);
  const { meter } = options;
  const called: { in?: LambdaHost } = {};
  const guard = guardOf(template.rights, () => called.in?.called);
  const api = await StepFunctionsApi.open(guard, meter);
  opened.unshift(() => api.close());
  const announce = () => journal.append({ kind: 'wrote' });
  const embedded: OpenDatabase = (...given) => Database.open(...given, meter);
  const openDatabase = options.database ?? embedded;
  const table = join(records, 'table');
  const database = await openDatabase(table, template.tables, announce, guard);
  opened.unshift(() => database.close());
  const notices = await NoticesApi.open({
    file: join(records, 'notices.jsonl'),
    topicArns: template.functions.flatMap(({ environment }) => environment.NOTICES_TOPIC_ARN ?? []),
    now: () => clock.now(),
    ...{ guard, meter },
  });
  opened.unshift(() => notices.close());
  const { buckets } = template;
  const files = await FilesApi.open({ directory: records, buckets, guard, meter });
  opened.unshift(() => files.close());
  const compileCache = resolve(options.compileCache ?? join('.cache', 'compile'));
  mkdirSync(compileCache, { recursive: true });
  const host = new LambdaHost({
    functions: template.functions,
    log: join(records, 'functions.log'),
    compileCache,
    endpoints: {
      dynamodb: database.endpoint,
      stepFunctions: api.endpoint,
      notices: notices.endpoint,
      files: files.endpoint,
    },
    ...{ meter, now: () => clock.now() },
    // Said to whoever asks what time it is; no function goes by it.
    env: { CLOCK: 'simulated', ...options.env },
    insteadOfTemplate:
      options.issuer === undefined
        ? {}
        : {
            TOKEN_ISSUER: options.issuer,
            CONSOLE_CLIENT_ID: CONSOLE_CLIENT,
            SKR_CLIENT_ID: SKR_CLIENT,
          },
  });
  called.in = host;
  opened.unshift(() => host.close());

  const stopwatch = new Stopwatch();
  const invoke = async (arn: string, event: Json): Promise<LambdaOutcome> =>
    await stopwatch.run('functions', async () => {
      if (options.invokeTwice === true) await host.invoke(arn, event);
      return await host.invoke(arn, event);
    });
  const engine = await Engine.open({
    journal,
    machines: template.stateMachines,
    isFunction: (arn) => template.functions.some((each) => each.arn === arn),
    now: () => clock.now(),
    invoke: async (arn, event) => resultOf(await invoke(arn, event), asStatesError),
  });
  api.engine = engine;
  const schedules = new Schedules({
    schedules: template.schedules,
    journal,
    clock,
    invoke: async (arn, event) => resultOf(await invoke(arn, event), asError),
    skipIdenticalFirings: options.skipIdenticalFirings ?? true,
    fireTwice: options.fireSchedulesTwice ?? false,
  });
  const calls = [
    ...template.schedules.map(({ name, targetArn }) => [`Schedule "${name}"`, targetArn]),
    ...template.buckets.flatMap(({ use, told }) => told.map((arn) => [`The rule on ${use}`, arn])),
  ];
  for (const [what, called] of calls) {
    if (template.functions.some((each) => each.arn === called)) continue;
    throw new Error(`${what} calls ${called}, which is no function of the template.`);
  }
  const gateways = template.restApis.map(
    (api) => new Gateway({ api, now: () => clock.now(), invoke }),
  );
  const startMs = performance.now() - begun;
  return makeCloud({
    ...{
      template,
      journal,
      clock,
      api,
      database,
      files,
      host,
      stopwatch,
      invoke,
      engine,
      schedules,
    },
    ...{ gateways, startMs, opened },
    issuer: options.issuer ?? null,
    meter,
  });
}

interface Parts {
  readonly template: Template;
  readonly journal: Journal;
  readonly clock: SimulatedClock;
  readonly api: StepFunctionsApi;
  readonly database: OpenedDatabase;
  readonly files: FilesApi;
  readonly host: LambdaHost;
  readonly stopwatch: Stopwatch;
  readonly invoke: (arn: string, event: Json) => Promise<LambdaOutcome>;
  readonly engine: Engine;
  readonly schedules: Schedules;
  readonly gateways: readonly Gateway[];
  readonly issuer: string | null;
  readonly meter: Meter | undefined;
  readonly startMs: number;
  readonly opened: (() => Promise<void> | void)[];
}

function makeCloud(parts: Parts): LocalCloud {
  const { template, journal, clock, engine, stopwatch } = parts;
  const finished = new Set<string>();
  for (const line of journal.lines) if (line.kind === 'once') finished.add(line.id);
  const waits = (): OpenWait[] =>
    engine.openTokens().map(({ token, machine, name, state, payload, since }) => {
      return { token, execution: name, stateMachine: machine, state, payload, since };
    });
  const cloud: LocalCloud = {
    now: () => clock.now(),
    waits,
    gave: (token) => engine.gave(token),
    noteLoss: () => engine.noteLoss(randomUUID()),
    moveTo: (instant) => clock.advanceTo(instant),
    stop(execution, error, cause) {
      for (const { arn, name, end } of engine.executions())
        if (name === execution && end === undefined) engine.stopExecution(arn, error, cause);
    },
    async invoke(functionName, event) {
      const { arn } = functionNamed(template.functions, functionName);
      return resultOf(await parts.invoke(arn, event as Json), asError);
    },
    api() {
      const [gateway, ...more] = parts.gateways;
      if (gateway !== undefined && more.length === 0) return gateway;
      throw new Error(`The template has ${parts.gateways.length} REST APIs; one is served.`);
    },
    async putObject(use, key, bytes) {
      const { bucket, folder } = parts.files.of(use);
      if (!folder.putIfFree(key, bytes) && !folder.read(key)?.equals(bytes))
        throw new Error(`${key} lies among the ${use} already, with other bytes.`);
      parts.meter?.putFromOutside(clock.now(), bytes.length);
      const event = objectCreated(bucket.name, key, bytes, clock.now());
      for (const arn of bucket.told) resultOf(await parts.invoke(arn, event), asError);
    },
    readObject: async (use, key) => parts.files.of(use).folder.read(key),
    done: (id) => finished.has(id),
    async once(id, act) {
      if (finished.has(id)) return;
      await act();
      journal.append({ kind: 'once', id });
      finished.add(id);
    },
    runUntil: (instant, actors, progress) => timeline.runUntil(instant, actors, progress),
    nextAt: (actors) => timeline.nextAt(actors),
    executions: () =>
      engine.executions().map(({ name, machine, startedAt, end }) => ({
        ...{ name, stateMachine: machine, status: end?.status ?? 'RUNNING', startedAt },
        ...(end === undefined ? {} : { endedAt: end.at }),
        ...(end?.error === undefined ? {} : { error: end.error }),
        ...(end?.cause === undefined ? {} : { cause: end.cause }),
      })),
    timings: () => timingsOf(parts),
    endpoints: () => ({
      dynamodb: parts.database.endpoint,
      stepFunctions: parts.api.endpoint,
      files: parts.files.endpoint,
      issuer: parts.issuer,
    }),
    close: () => closeAll(parts.opened),
  };
  const timeline = new Timeline({
    ...{ cloud, journal, clock, engine, schedules: parts.schedules, stopwatch, waits },
  });
  return cloud;
}

function timingsOf(parts: Parts): Record<string, number> {
  const timings: Record<string, number> = { startMs: parts.startMs };
  for (const [part, ms] of Object.entries(parts.stopwatch.parts())) timings[`${part}Ms`] = ms;
  const { calls, importMs } = parts.host.counts;
  const { writes, busyMs, calls: requests } = parts.database.counts;
  const { delivered, skipped } = parts.schedules.counts();
  return {
    ...timings,
    importMs,
    databaseMs: busyMs,
    transitions: parts.engine.transitions,
    invocations: calls,
    deliveredFirings: delivered,
    skippedFirings: skipped,
    databaseRequests: requests,
    writes,
  };
}

function functionNamed(functions: readonly FunctionResource[], name: string): FunctionResource {
  const named = functions.filter((each) => each.stableName === name);
  const [found] = named.length > 0 ? named : functions.filter((each) => each.logicalId === name);
  if (found !== undefined && named.length <= 1) return found;
  const ids = (named.length > 1 ? named : functions).map(
    (each) => `${each.stableName} (${each.logicalId})`,
  );
  const what = named.length > 1 ? 'is the name of several functions' : 'is no function';
  throw new Error(`"${name}" ${what}; there are: ${ids.join(', ')}.`);
}

function resultOf(outcome: LambdaOutcome, raise: (failure: LambdaFailure) => Error): Json {
  if ('result' in outcome) return outcome.result;
  throw raise(outcome.failure);
}

/** A Lambda's error as Step Functions reports it: its type, and the rest as JSON text. */
function asStatesError(failure: LambdaFailure): Error {
  return new StatesError(failure.errorType, JSON.stringify(failure));
}

function asError({ errorType, errorMessage, trace }: LambdaFailure): Error {
  const error = new Error(errorMessage);
  error.name = errorType;
  if (trace.length > 0) error.stack = trace.join('\n');
  return error;
}

async function closeAll(opened: (() => Promise<void> | void)[]): Promise<void> {
  for (const close of opened.splice(0)) await close();
}
