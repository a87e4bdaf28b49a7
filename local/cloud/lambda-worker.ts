/**
 * Runs inside the worker thread: imports the bundles and handles one event at a time, each under
 * its own function's environment.
 *
 * In AWS each function has a process of its own, so whatever a call leaves running can only harm its own function. Here it keeps its
 * own function's environment, and when it fails after its call was answered, that is written to the log and is nobody else's failure.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { openSync, writeSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import './private-socket.ts'; // So that the bundles' clients reach the services of this process.
import type {
  FromWorker,
  LambdaFailure,
  ToWorker,
  WorkerFunction,
  WorkerSetup,
} from './lambda-messages.ts';

type Handler = (event: unknown, context: object) => unknown;

const setup = workerData as WorkerSetup;
const parent = parentPort as MessagePort;
const log = openSync(setup.log, 'a');
const imported = new Map<number, Promise<Handler>>();
const waiting: Extract<ToWorker, { kind: 'invoke' }>[] = [];
let working = false;
let importMs = 0;

const logged: string[] = [];
let importCpuUs = 0;

/** Whose code runs: a function's, called or only being imported. What it leaves running stays its own. */
interface Running {
  readonly target: WorkerFunction;
  readonly call?: number;
}
const running = new AsyncLocalStorage<Running>();
/** The call that has not been answered yet. */
let answering: number | undefined;

Object.defineProperty(process, 'env', {
  get: () => running.getStore()?.target.environment ?? {},
});
process.on('unhandledRejection', failed);
process.on('uncaughtException', failed);

if (!setup.cold) enableCompileCache(setup.compileCache);

// Written at once, not sent to the other thread, so that a kill loses no line.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    writeSync(log, text);
    if (setup.cold) logged.push(text);
    for (const callback of rest) if (typeof callback === 'function') callback();
    return true;
  }) as typeof stream.write;
}

parent.on('message', (message: ToWorker) => {
  if (message.kind === 'close') {
    flushCompileCache();
    send({ kind: 'closed' });
  } else {
    waiting.push(message);
    void work();
  }
});
void work();

/** Events come first; between them the bundles that were not needed yet are imported. */
async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let next = 0; waiting.length > 0 || next < setup.functions.length; ) {
    const event = waiting.shift();
    if (event !== undefined) await handle(event);
    else if (setup.cold) break;
    // A bundle that cannot be imported says so when it is called.
    else await handlerOf(next++).catch(() => undefined);
    await new Promise(setImmediate);
  }
  working = false;
  // Set only once, when everything is imported.
  if (importMs > 0) send({ kind: 'imported', ms: importMs });
  importMs = 0;
}

async function handle(message: Extract<ToWorker, { kind: 'invoke' }>): Promise<void> {
  const { call, index, event, limitMs } = message;
  let begun = process.threadCpuUsage();
  try {
    const handler = await handlerOf(index);
    importCpuUs = cpuUsSince(begun);
    begun = process.threadCpuUsage();
    const target = setup.functions[index] as WorkerFunction;
    answering = call;
    const value = await running.run({ target, call }, () =>
      handler(JSON.parse(event), contextOf(target, call, limitMs)),
    );
    const callCpuUs = cpuUsSince(begun);
    if (setup.cold) send({ kind: 'took', importCpuUs, callCpuUs, logged });
    // A handler that returns nothing answers null, as Lambda does.
    send({ kind: 'answer', call, result: JSON.stringify(value) ?? 'null' });
  } catch (error) {
    const callCpuUs = cpuUsSince(begun);
    if (setup.cold) send({ kind: 'took', importCpuUs, callCpuUs, logged });
    send({ kind: 'failure', call, failure: failureOf(error) });
  } finally {
    answering = undefined;
  }
}

/** Ends the environment, as Lambda does, unless the call that left this running has been answered. */
function failed(error: unknown): void {
  const left = running.getStore();
  if (left?.call === undefined || left.call === answering) throw error;
  const { errorType, trace } = failureOf(error);
  const places = trace.filter((line) => line.startsWith('at ')).join('\n  ');
  process.stderr.write(
    `${left.target.name}: what call ${left.call} left running failed after its answer: ${errorType}\n  ${places}\n`,
  );
}

/** Of this thread alone: what the garbage collector and the compiler do beside it is not in it. */
function cpuUsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(begun);
  return user + system;
}

function handlerOf(index: number): Promise<Handler> {
  const known = imported.get(index);
  if (known !== undefined) return known;
  const target = setup.functions[index] as WorkerFunction;
  const fresh = running.run({ target }, () => importHandler(target));
  imported.set(index, fresh);
  return fresh;
}

async function importHandler(target: WorkerFunction): Promise<Handler> {
  const begun = performance.now();
  const bundle = await import(pathToFileURL(target.file).href).catch((error: unknown) => {
    throw named('Runtime.ImportModuleError', error);
  });
  importMs += performance.now() - begun;
  const handler: unknown = bundle[target.exported];
  if (typeof handler === 'function') return handler as Handler;
  throw named('Runtime.HandlerNotFound', `${target.file} exports no "${target.exported}".`);
}

function contextOf(target: WorkerFunction, call: number, limitMs: number): object {
  const ends = performance.now() + limitMs;
  return {
    functionName: target.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: target.arn,
    memoryLimitInMB: String(target.memoryMb),
    awsRequestId: `00000000-0000-4000-8000-${String(call).padStart(12, '0')}`,
    logGroupName: `/aws/lambda/${target.name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(ends - performance.now())),
  };
}

function named(name: string, given: unknown): Error {
  const error = new Error(given instanceof Error ? given.message : String(given));
  error.name = name;
  return error;
}

function failureOf(error: unknown): LambdaFailure {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  const trace = (error.stack ?? '').split('\n').map((line) => line.trim());
  return { errorType: error.name, errorMessage: error.message, trace };
}

function send(message: FromWorker): void {
  parent.postMessage(message);
}
