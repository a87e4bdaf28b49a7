import { createServer, type IncomingMessage, type Server } from 'node:http';
import { ApiError } from '../engine/api-error.ts';
import { DATA_LIMIT_BYTES } from '../engine/data-limit.ts';
import type { Engine, ExecutionView } from '../engine/engine.ts';
import { isObject, type Json, type JsonObject } from '../engine/json.ts';
import { type Meter, tellOf } from './meter.ts';
import { listenPrivately } from './private-socket.ts';
import { type Guard, noGuard } from './rights/guard.ts';
import type { Asked } from './rights/rights.ts';

type Operation = (engine: Engine, given: JsonObject) => JsonObject;

/**
 * The operations of the Step Functions API that are served, by name (AWS JSON 1.0,
 * `x-amz-target: AWSStepFunctions.<name>`). Instants in answers are simulated, in epoch seconds.
 */
const operations: { readonly [name: string]: Operation } = {
  StartExecution: (engine, given) => {
    const input = json(text(given, 'input', '{}'), 'InvalidExecutionInput');
    const name = given.name === undefined ? undefined : text(given, 'name');
    const started = engine.startExecution(text(given, 'stateMachineArn'), name, input);
    return { executionArn: started.arn, startDate: seconds(started.startedAt) };
  },
  SendTaskSuccess: (engine, given) => {
    const result = json(text(given, 'output'), 'InvalidOutput');
    engine.answer(text(given, 'taskToken'), { result });
    return {};
  },
  SendTaskFailure: (engine, given) => {
    const error = { Error: text(given, 'error', ''), Cause: text(given, 'cause', '') };
    engine.answer(text(given, 'taskToken'), { error });
    return {};
  },
  SendTaskHeartbeat: (engine, given) => {
    engine.heartbeat(text(given, 'taskToken'));
    return {};
  },
  DescribeExecution: (engine, given) => {
    const execution = engine.find(text(given, 'executionArn'));
    const { end } = execution;
    return {
      ...summary(execution),
      input: JSON.stringify(execution.input),
      ...(end?.output === undefined ? {} : { output: JSON.stringify(end.output) }),
      ...(end?.error === undefined ? {} : { error: end.error }),
      ...(end?.cause === undefined ? {} : { cause: end.cause }),
    };
  },
  ListExecutions: (engine, given) => {
    const machine = text(given, 'stateMachineArn');
    const status = given.statusFilter;
    const all = engine.executions().filter((each) => each.machineArn === machine);
    const chosen = all.map(summary).filter((each) => !status || each.status === status);
    // Newest first, as the service lists them; everything is on one page.
    return { executions: chosen.reverse() };
  },
  GetExecutionHistory: (engine, given) => {
    const all = engine.history(text(given, 'executionArn'));
    const shown = given.includeExecutionData === false ? all.map(withoutData) : all;
    return page(given.reverseOrder === true ? [...shown].reverse() : shown, given);
  },
  StopExecution: (engine, given) => {
    const [error, cause] = ['error', 'cause'].map((field) =>
      given[field] === undefined ? undefined : text(given, field),
    );
    const at = engine.stopExecution(text(given, 'executionArn'), error, cause);
    return { stopDate: seconds(at) };
  },
};

/** What went in and came out, and what a program says of its error, is data of the execution. */
const data = new Set(['input', 'output', 'cause']);

function withoutData(event: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      isObject(value)
        ? Object.fromEntries(Object.entries(value).filter(([field]) => !data.has(field)))
        : value,
    ]),
  );
}

/** So many events as were asked for, 100 when none were, from where the last page ended. */
function page(events: readonly JsonObject[], { maxResults, nextToken }: JsonObject): JsonObject {
  const size = maxResults === undefined || maxResults === 0 ? 100 : maxResults;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0 || size > 1000)
    throw new ApiError('ValidationException', `maxResults is 0 to 1000, given ${String(size)}.`);
  const from = nextToken === undefined ? 0 : Number(nextToken);
  if (!Number.isInteger(from) || from < 0 || from > events.length)
    throw new ApiError('InvalidToken', `Invalid Token: '${String(nextToken)}'`);
  const end = from + size;
  return {
    events: events.slice(from, end),
    ...(end < events.length ? { nextToken: String(end) } : {}),
  };
}

/** Serves the Step Functions API to this process, for `AWS_ENDPOINT_URL_SFN`. */
export class StepFunctionsApi {
  readonly endpoint: string;
  readonly #server: Server;
  /** Set once the engine has been opened; no function is called before. */
  engine: Engine | undefined;

  private constructor(server: Server, endpoint: string) {
    this.#server = server;
    this.endpoint = endpoint;
  }

  static async open(guard: Guard = noGuard, meter?: Meter): Promise<StepFunctionsApi> {
    let api: StepFunctionsApi | undefined;
    const server = createServer((request, response) => {
      void answer(request, api?.engine, guard).then(({ status, body }) => {
        const type = 'application/x-amz-json-1.0';
        response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
      });
    });
    api = new StepFunctionsApi(server, await listenPrivately(server, tellOf(meter, 'states')));
    return api;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

async function answer(
  request: IncomingMessage,
  engine: Engine | undefined,
  guard: Guard,
): Promise<{ status: number; body: JsonObject }> {
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const [service, name = ''] = String(request.headers['x-amz-target']).split('.');
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (service !== 'AWSStepFunctions' || operation === undefined) {
      const known = Object.keys(operations).join(', ');
      throw new ApiError(
        'UnknownOperationException',
        `"${name}" is not served; there are: ${known}.`,
      );
    }
    if (engine === undefined)
      throw new ApiError('ServiceUnavailable', 'The engine is not open yet.');
    const given = json(Buffer.concat(parts).toString(), 'SerializationException');
    if (!isObject(given)) throw new ApiError('SerializationException', 'The body is no object.');
    const refused = guard(request.headers, () => asked(name, given));
    if (refused !== undefined) throw new ApiError('AccessDeniedException', refused);
    return { status: 200, body: operation(engine, given) };
  } catch (error) {
    const known = error instanceof ApiError;
    const { name, message } = error as Error;
    const body = { __type: known ? name : 'InternalFailure', message };
    return { status: known ? 400 : 500, body };
  }
}

/** A token does not tell whose it is, so an answer is asked about without a resource. */
function asked(name: string, { stateMachineArn, executionArn }: JsonObject): Asked {
  const resource = stateMachineArn ?? executionArn;
  return { action: `states:${name}`, ...(typeof resource === 'string' && { resource }) };
}

function summary(execution: ExecutionView) {
  const { arn, machineArn, name, startedAt, end } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status: end?.status ?? 'RUNNING',
    startDate: seconds(startedAt),
    ...(end === undefined ? {} : { stopDate: seconds(end.at) }),
  };
}

function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}

function text(given: JsonObject, field: string, otherwise?: string): string {
  const value = given[field] ?? otherwise;
  if (typeof value === 'string') return value;
  throw new ApiError(
    'ValidationException',
    `"${field}" must be a text, given ${JSON.stringify(given[field])}.`,
  );
}

function json(given: string, error: string): Json {
  if (Buffer.byteLength(given) > DATA_LIMIT_BYTES) {
    throw new ApiError(error, `More than ${DATA_LIMIT_BYTES} bytes.`);
  }
  try {
    return JSON.parse(given);
  } catch {
    throw new ApiError(error, `This is no JSON: ${given.slice(0, 80)}`);
  }
}
