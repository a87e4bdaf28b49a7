import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Json } from '../engine/json.ts';
import { ACCOUNT, REGION } from './intrinsics.ts';
import type {
  FromWorker,
  LambdaFailure,
  LambdaOutcome,
  ToWorker,
  WorkerFunction,
} from './lambda-messages.ts';
import type { Meter } from './meter.ts';
import { FUNCTION_ACCESS_KEY } from './rights/guard.ts';
import type { FunctionResource } from './template.ts';

export interface LambdaHostOptions {
  readonly functions: readonly FunctionResource[];
  readonly log: string;
  readonly compileCache: string;
  readonly endpoints: {
    readonly dynamodb: string;
    readonly stepFunctions: string;
    readonly notices: string;
    readonly files: string;
  };
  /** Added to every function's environment; the template's own variables win. */
  readonly env: { readonly [name: string]: string };
  /** Values that take the place of the template's, for functions whose template has the name. */
  readonly insteadOfTemplate: { readonly [name: string]: string };
  /** Told of every call; then each call has an environment of its own, as after a pause in Lambda. */
  readonly meter?: Meter | undefined;
  /** The simulated instant, for the meter. */
  readonly now: () => string;
}

interface Pending {
  readonly call: number;
  readonly finish: (outcome: LambdaOutcome) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Runs the deployed bundles in one worker thread, one event at a time, each function under its own
 * environment. One worker and not one each: 24 workers take 1.2 s and 600 MB to start where one
 * takes 0.5 s and 140 MB, and only one event is ever in flight (ADR 5). With a meter it is a new worker for every call: in AWS months
 * go by between most calls of a function, so nearly all begin cold, and what a warm one remembers would not be read and not be counted.
 */
export class LambdaHost {
  readonly #options: LambdaHostOptions;
  readonly #targets: readonly WorkerFunction[];
  #worker: Worker | undefined;
  #pending: Pending | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #calls = 0;
  #called: string | undefined;
  #importMs = 0;
  #invokeMs = 0;

  /** Starts the worker; it imports the bundles while the caller goes on. */
  constructor(options: LambdaHostOptions) {
    this.#options = options;
    this.#targets = options.functions.map((each) => target(each, options));
    this.#worker = this.#begin();
  }

  /** Number of calls, ms that they took, and ms that the worker spent on importing bundles. */
  get counts(): { calls: number; invokeMs: number; importMs: number } {
    return { calls: this.#calls, invokeMs: this.#invokeMs, importMs: this.#importMs };
  }

  /** The function that was called last; it may still be working. */
  get called(): string | undefined {
    return this.#called;
  }

  /** Calls a function by its ARN with a JSON event. What it throws comes back as a failure. */
  invoke(arn: string, event: Json): Promise<LambdaOutcome> {
    const index = this.#targets.findIndex((each) => each.arn === arn);
    const resource = this.#options.functions[index];
    if (resource === undefined) {
      const known = this.#targets.map((each) => each.arn).join(', ');
      throw new Error(`There is no function ${arn}; there are: ${known}.`);
    }
    const outcome = this.#queue.then(() => this.#call(index, resource, event));
    this.#queue = outcome;
    return outcome;
  }

  async close(): Promise<void> {
    await this.#queue;
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#worker = undefined;
    await new Promise<void>((resolve) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'closed') resolve();
      });
      worker.on('exit', () => resolve());
      send(worker, { kind: 'close' });
    });
    await worker.terminate();
  }

  async #call(index: number, resource: FunctionResource, event: Json): Promise<LambdaOutcome> {
    this.#worker ??= this.#begin();
    const worker = this.#worker;
    const call = ++this.#calls;
    this.#called = resource.arn;
    const limitMs = resource.timeoutSeconds * 1000;
    const begun = performance.now();
    const { meter, now } = this.#options;
    const { stableName: functionName, memoryMb } = resource;
    meter?.begins({ functionName, memoryMb, at: now() });
    const outcome = await new Promise<LambdaOutcome>((finish) => {
      const timer = setTimeout(() => this.#timeOut(worker, resource.timeoutSeconds), limitMs);
      this.#pending = { call, finish, timer };
      send(worker, { kind: 'invoke', call, index, event: JSON.stringify(event), limitMs });
    });
    this.#invokeMs += performance.now() - begun;
    if (meter !== undefined) await this.#beginAnew(worker);
    return outcome;
  }

  async #beginAnew(used: Worker): Promise<void> {
    if (this.#worker === used) this.#worker = this.#begin();
    await used.terminate();
  }

  #begin(): Worker {
    const { log, compileCache } = this.#options;
    const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
      workerData: {
        ...{ functions: this.#targets, log, compileCache },
        cold: this.#options.meter !== undefined,
      },
      env: {},
      stdout: true,
      stderr: true,
    });
    worker.on('message', (message: FromWorker) => this.#hear(message));
    worker.on('error', (error: Error) => this.#died(worker, error.message));
    worker.on('exit', (code) => this.#died(worker, `exit code ${code}`));
    return worker;
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'imported') this.#importMs += message.ms;
    if (message.kind === 'took') this.#options.meter?.ends(message);
    if (message.kind !== 'answer' && message.kind !== 'failure') return;
    if (message.call !== this.#pending?.call) return;
    if (message.kind === 'answer') this.#finish({ result: JSON.parse(message.result) });
    else this.#finish({ failure: message.failure });
  }

  /** Lambda ends the whole environment when a function takes too long; so does this. */
  #timeOut(worker: Worker, seconds: number): void {
    this.#worker = undefined;
    void worker.terminate();
    const message = `Task timed out after ${seconds.toFixed(2)} seconds`;
    this.#fail({ errorType: 'Sandbox.Timedout', errorMessage: message, trace: [] });
  }

  #died(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const message = `The function ended its environment: ${why}`;
    this.#fail({ errorType: 'Runtime.ExitError', errorMessage: message, trace: [] });
  }

  #fail(failure: LambdaFailure): void {
    this.#finish({ failure });
  }

  #finish(outcome: LambdaOutcome): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    pending.finish(outcome);
  }
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

/** The environment that Lambda gives a function, with the endpoints of this machine. */
function target(resource: FunctionResource, options: LambdaHostOptions): WorkerFunction {
  const { name, arn, memoryMb, directory, handler } = resource;
  const [file = '', exported = ''] = handler.split('.');
  const bundle = ['.mjs', '.js'].map((end) => join(directory, file + end)).find(existsSync);
  if (bundle === undefined || exported === '') {
    throw new Error(`Handler "${handler}" of "${name}": no ${file}.mjs or .js in ${directory}.`);
  }
  const nowhere = join(directory, 'no-aws-configuration');
  return {
    ...{ name, arn, memoryMb, exported, file: bundle },
    environment: {
      TZ: ':UTC',
      LANG: 'en_US.UTF-8',
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ACCOUNT_ID: ACCOUNT,
      AWS_ACCESS_KEY_ID: FUNCTION_ACCESS_KEY,
      AWS_SECRET_ACCESS_KEY: 'local',
      // The developer's own profiles must not reach a function.
      AWS_CONFIG_FILE: nowhere,
      AWS_SHARED_CREDENTIALS_FILE: nowhere,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      LAMBDA_TASK_ROOT: directory,
      AWS_ENDPOINT_URL_DYNAMODB: options.endpoints.dynamodb,
      AWS_ENDPOINT_URL_SFN: options.endpoints.stepFunctions,
      AWS_ENDPOINT_URL_SNS: options.endpoints.notices,
      AWS_ENDPOINT_URL_S3: options.endpoints.files,
      ...options.env,
      ...resource.environment,
      ...Object.fromEntries(
        Object.entries(options.insteadOfTemplate).filter(([key]) => key in resource.environment),
      ),
    },
  };
}
