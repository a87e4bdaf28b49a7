import { EventEmitter, once } from 'node:events';
import { rmSync } from 'node:fs';
import {
  type IncomingMessage,
  type RequestListener,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createRequire } from 'node:module';
import dynalite from 'dynalite';
import type { Json } from '../engine/json.ts';
import type { Meter } from './meter.ts';
import { listenPrivately } from './private-socket.ts';
import { ReadCache } from './read-cache.ts';
import { askedOfTable } from './rights/asked-of-table.ts';
import { type Guard, noGuard } from './rights/guard.ts';
import type { TableResource } from './template.ts';

/** Operations that read items; their answers are kept until the next write. */
const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem']);
/** These only read as well, but a table's state also changes by itself. */
const LOOKS = new Set(['DescribeTable', 'DescribeTimeToLive', 'ListTables', 'ListTagsOfResource']);

/** A database that speaks DynamoDB's protocol, as the local cloud uses one. */
export interface OpenedDatabase {
  readonly endpoint: string;
  /** Write requests, all requests, and ms from a request's arrival to its answer. */
  readonly counts: { readonly writes: number; readonly busyMs: number; readonly calls: number };
  close(): Promise<void>;
}

/** Opens a database with these tables; `beforeWrite` is called before each write is done, and `guard` is asked of each request first. */
export type OpenDatabase = (
  directory: string,
  tables: readonly TableResource[],
  beforeWrite: () => void,
  guard: Guard,
) => Promise<OpenedDatabase>;

/** Whether a request may change items, by its `x-amz-target`. */
export function isWrite(target: string): boolean {
  const operation = target.slice(target.indexOf('.') + 1);
  return !READS.has(operation) && !LOOKS.has(operation);
}

/**
 * The embedded DynamoDB: dynalite on LevelDB on disk, over HTTP on a private socket.
 *
 * It never forces data to the disk, so like the journal it outlives a kill -9 but need not outlive
 * a loss of power. `beforeWrite` is called before a write is done, so that nothing can have been
 * written that was not announced. `guard` is asked of each request first, as the service asks IAM; `meter` is told of every one that it
 * lets through, and of its answer.
 */
export class Database implements OpenedDatabase {
  readonly endpoint: string;
  readonly #server: Server;
  readonly #counts: { writes: number; busyMs: number; calls: number };

  private constructor(endpoint: string, server: Server, counts: Database['counts']) {
    this.endpoint = endpoint;
    this.#server = server;
    this.#counts = counts;
  }

  /** Opens the store in a directory and creates the tables that are not there yet. */
  static async open(
    directory: string,
    tables: readonly TableResource[],
    beforeWrite: () => void = () => undefined,
    guard: Guard = noGuard,
    meter?: Meter,
  ): Promise<Database> {
    const first = await Database.#openStore(directory, beforeWrite, guard, meter);
    if (await first.#createTables(tables)) return first;
    // Killed while a table was being created: it cannot hold anything yet, so begin again.
    await first.close();
    rmSync(directory, { recursive: true });
    const second = await Database.#openStore(directory, beforeWrite, guard, meter);
    if (await second.#createTables(tables)) return second;
    throw new Error(`The tables in ${directory} do not become active.`);
  }

  static async #openStore(
    directory: string,
    beforeWrite: () => void,
    guard: Guard,
    meter: Meter | undefined,
  ): Promise<Database> {
    await assertOpens(directory);
    const server = dynalite({ path: directory, createTableMs: 0 });
    const [handler] = server.listeners('request') as RequestListener[];
    if (handler === undefined) throw new Error('dynalite handles no requests.');
    server.removeAllListeners('request');
    const counts = { writes: 0, busyMs: 0, calls: 0 };
    const cache = new ReadCache();
    server.on('request', (request, response) => {
      serve(request, response, { handler, cache, counts, beforeWrite, guard, meter });
    });
    return new Database(await listenPrivately(server), server, counts);
  }

  /** Write requests, all requests, and ms from a request's arrival to its answer. */
  get counts(): { writes: number; busyMs: number; calls: number } {
    return { ...this.#counts };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve, reject) => {
      this.#server.close((error) => (error ? reject(error) : resolve()));
      this.#server.closeAllConnections();
    });
  }

  /** False when a table is there but was left half created. */
  async #createTables(tables: readonly TableResource[]): Promise<boolean> {
    for (const { name, keySchema, attributes } of tables) {
      const before = await this.#status(name);
      if (before === 'ACTIVE') continue;
      if (before !== undefined) return false;
      await this.#call('CreateTable', {
        TableName: name,
        KeySchema: keySchema,
        AttributeDefinitions: attributes,
        BillingMode: 'PAY_PER_REQUEST',
      });
      while ((await this.#status(name)) !== 'ACTIVE') await new Promise(setImmediate);
    }
    return true;
  }

  async #status(name: string): Promise<string | undefined> {
    const described = await this.#call('DescribeTable', { TableName: name });
    return (described as { Table?: { TableStatus: string } }).Table?.TableStatus;
  }

  async #call(operation: string, body: Json): Promise<unknown> {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20210101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
    };
    const asked = request(this.endpoint, { method: 'POST', headers }).end(JSON.stringify(body));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const value = JSON.parse((await answer.toArray()).join('')) as { __type?: string };
    const missing = value.__type?.endsWith('#ResourceNotFoundException') === true;
    if (answer.statusCode === 200 || missing) return value;
    throw new Error(`${operation} failed: ${JSON.stringify(value)}`);
  }
}

/** The store that dynalite keeps its tables in. */
const { Level } = createRequire(import.meta.resolve('dynalite'))('level') as {
  readonly Level: new (path: string) => { open(): Promise<void>; close(): Promise<void> };
};

/** Throws why a store does not open, for dynalite does not: it fails at whatever it is asked first. */
async function assertOpens(directory: string): Promise<void> {
  const store = new Level(directory);
  await store.open();
  await store.close();
}

/** Whether the guard refuses a request to the table, which is then answered as the service answers it. */
export function isRefused(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  guard: Guard,
): boolean {
  const target = String(request.headers['x-amz-target']);
  const operation = target.slice(target.indexOf('.') + 1);
  const refused = guard(request.headers, () => askedOfTable(operation, body.toString()));
  if (refused === undefined) return false;
  const __type = 'com.amazon.coral.service#AccessDeniedException';
  const type = { 'content-type': 'application/x-amz-json-1.0' };
  response.writeHead(400, type).end(JSON.stringify({ __type, Message: refused }));
  return true;
}

/** A key value may have 2 048 bytes at most. */
const LONGEST_KEY = 2048;

/** The values in a PutItem that can be key values, as JSON text; undefined when its body cannot be read. */
function valuesIn(body: Buffer): readonly string[] | undefined {
  try {
    const { Item } = JSON.parse(body.toString()) as { Item: Record<string, Record<string, Json>> };
    return Object.values(Item)
      .flatMap((attribute) => Object.values(attribute))
      .filter((value) => typeof value === 'string' && value.length <= LONGEST_KEY)
      .map((value) => JSON.stringify(value));
  } catch {
    return undefined; // dynalite says what is wrong with it.
  }
}

interface Serving {
  readonly handler: RequestListener;
  readonly cache: ReadCache;
  readonly counts: { writes: number; busyMs: number; calls: number };
  readonly beforeWrite: () => void;
  readonly guard: Guard;
  readonly meter: Meter | undefined;
}

/**
 * Hands a request to dynalite once it is here whole, so that a client that dies in the middle does
 * not reach it, and answers a read that was answered before, if nothing was written since.
 */
function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { handler, cache, counts, beforeWrite, guard, meter }: Serving,
): void {
  const parts: Buffer[] = [];
  request.on('error', () => response.destroy());
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const begun = performance.now();
    const body = Buffer.concat(parts);
    const target = String(request.headers['x-amz-target']);
    const operation = target.slice(target.indexOf('.') + 1);
    const isRead = READS.has(operation);
    const writes = isWrite(target);
    const key = `${target} ${body}`;
    counts.calls++;
    if (isRefused(request, response, body, guard)) return;
    const known = isRead ? cache.get(key) : undefined;
    const tell = (status: number, answer: string): void =>
      meter?.asksDatabase({ operation, request: body, status, answer });
    if (known !== undefined) {
      tell(200, known.body);
      response.writeHead(200, known.headers).end(known.body);
      counts.busyMs += performance.now() - begun;
      return;
    }
    if (writes) {
      counts.writes++;
      beforeWrite();
    }
    const done = isRead
      ? cache.beginRead(key)
      : writes
        ? cache.beginWrite(operation === 'PutItem' ? valuesIn(body) : undefined)
        : () => undefined;
    const end = response.end.bind(response) as (text: string) => ServerResponse;
    // dynalite ends every answer with one text.
    response.end = ((text: string) => {
      done(
        response.statusCode === 200 ? { headers: response.getHeaders(), body: text } : undefined,
      );
      counts.busyMs += performance.now() - begun;
      tell(response.statusCode, text);
      return end(text);
    }) as typeof response.end;
    const { headers, method, url } = request;
    const whole = Object.assign(new EventEmitter(), { headers, method, url });
    handler(
      whole as unknown as IncomingMessage,
      response as ServerResponse<IncomingMessage> & { req: IncomingMessage },
    );
    if (body.length > 0) whole.emit('data', body);
    whole.emit('end');
  });
}
