import { hash } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { join } from 'node:path';
import { BucketFolder, KeyRefused } from './bucket-folder.ts';
import type { BucketResource, BucketUse } from './buckets-template.ts';
import { escaped } from './escaped.ts';
import { asksForList, listOf } from './list-objects.ts';
import { type Meter, tellOf } from './meter.ts';
import { listenPrivately } from './private-socket.ts';
import { type Guard, noGuard } from './rights/guard.ts';
import type { Asked } from './rights/rights.ts';

export interface FilesApiOptions {
  /** The folder that gets one folder per bucket. */
  readonly directory: string;
  readonly buckets: readonly BucketResource[];
  /** Asked of each request first. */
  readonly guard?: Guard;
  readonly meter?: Meter | undefined;
}

/**
 * Serves S3's PutObject, GetObject and ListObjectsV2 to this process, for `AWS_ENDPOINT_URL_S3`, and keeps each bucket's objects as files
 * in a folder of its own. The SDK puts the bucket into the path by itself when the endpoint is an address and not a name.
 *
 * A put must say that the key is to be free, and a SHA-256 of what it sends; both are held to. Refused by S3's own names: a bucket or
 * key that is not there, a key that is taken, other bytes than were promised. Everything else that S3 can do is refused as
 * NotImplemented, and a put into a bucket that others are told of: in the cloud it would call them, here only `putObject` of the local
 * cloud does.
 */
export class FilesApi {
  readonly endpoint: string;
  readonly #server: Server;
  readonly #folders: Folders;

  private constructor(server: Server, endpoint: string, folders: Folders) {
    this.#server = server;
    this.endpoint = endpoint;
    this.#folders = folders;
  }

  static async open({
    directory,
    buckets,
    guard = noGuard,
    meter,
  }: FilesApiOptions): Promise<FilesApi> {
    const folders: Folders = new Map(
      buckets.map((bucket) => {
        const folder = join(directory, bucket.use.replaceAll(' ', '-'));
        return [bucket.name, { bucket, folder: new BucketFolder(folder) }];
      }),
    );
    const server = createServer((request, response) => {
      void answer(request, folders, guard).then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
      });
    });
    return new FilesApi(server, await listenPrivately(server, tellOf(meter, 's3')), folders);
  }

  /** The bucket of a use, with its folder. */
  of(use: BucketUse): { readonly bucket: BucketResource; readonly folder: BucketFolder } {
    const found = [...this.#folders.values()].filter(({ bucket }) => bucket.use === use);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    throw new Error(`The template has ${found.length} buckets of ${use}; one is served.`);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

type Folders = ReadonlyMap<
  string,
  { readonly bucket: BucketResource; readonly folder: BucketFolder }
>;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What S3 answers with a code instead. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.name = code;
  }
}

async function answer(request: IncomingMessage, folders: Folders, guard: Guard): Promise<Answer> {
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const { name, key, query } = addressOf(request.url ?? '');
    const served = operationOf(request.method ?? '', key, query);
    if (served === undefined)
      throw new Refusal(
        501,
        'NotImplemented',
        `${request.method} ${request.url} is not served; there are PutObject, GetObject and ListObjectsV2.`,
      );
    const refusal = guard(request.headers, () => asked(served, name, key, request.headers));
    if (refusal !== undefined) throw new Refusal(403, 'AccessDenied', refusal);
    const found = folders.get(name);
    if (found === undefined)
      throw new Refusal(404, 'NoSuchBucket', `The bucket ${name} does not exist.`);
    if (served === 'ListObjectsV2') return list(name, found.folder, query);
    return served === 'PutObject' ? put(request, found, key, body) : get(found.folder, key);
  } catch (error) {
    return refused(error as Error);
  }
}

function asked(
  operation: string,
  bucket: string,
  key: string,
  headers: IncomingHttpHeaders,
): Asked {
  const condition = headers['if-none-match'];
  // A list is of the bucket, and has another name as a right than as an operation.
  const isList = operation === 'ListObjectsV2';
  return {
    action: `s3:${isList ? 'ListBucket' : operation}`,
    resource: `arn:aws:s3:::${bucket}${isList ? '' : `/${key}`}`,
    context: condition === undefined ? {} : { 's3:if-none-match': [condition] },
  };
}

function operationOf(method: string, key: string, query: URLSearchParams): string | undefined {
  if (method === 'GET' && key === '' && asksForList(query)) return 'ListObjectsV2';
  // The SDK says the operation's name; any other parameter would make another operation of it.
  const others = [...query.keys()].filter((each) => each !== 'x-id');
  if (key === '' || others.length > 0) return undefined;
  return { PUT: 'PutObject', GET: 'GetObject' }[method];
}

function put(
  request: IncomingMessage,
  { bucket, folder }: { readonly bucket: BucketResource; readonly folder: BucketFolder },
  key: string,
  bytes: Buffer,
): Answer {
  const { headers } = request;
  if (bucket.told.length > 0)
    throw new Refusal(403, 'AccessDenied', `No function may put into the bucket of ${bucket.use}.`);
  if (headers['if-none-match'] !== '*')
    throw new Refusal(403, 'AccessDenied', 'A put must ask that the key is free.');
  if (/aws-chunked/.test(`${headers['content-encoding']}`) || headers['x-amz-copy-source'])
    throw new Refusal(501, 'NotImplemented', 'An object is sent whole and plain.');
  const checksum = hash('sha256', bytes, 'base64');
  if (headers['x-amz-checksum-sha256'] === undefined)
    throw new Refusal(400, 'InvalidRequest', 'A put must say the SHA-256 of its bytes.');
  if (headers['x-amz-checksum-sha256'] !== checksum)
    throw new Refusal(400, 'BadDigest', 'The bytes do not have the SHA-256 that was said.');
  if (!folder.putIfFree(key, bytes))
    throw new Refusal(412, 'PreconditionFailed', `The key ${key} is taken.`);
  return { status: 200, headers: { etag: etagOf(bytes) }, body: Buffer.alloc(0) };
}

function get(folder: BucketFolder, key: string): Answer {
  const body = folder.read(key);
  if (body === undefined) throw new Refusal(404, 'NoSuchKey', `The key ${key} does not exist.`);
  const checksum = hash('sha256', body, 'base64');
  return {
    status: 200,
    headers: {
      etag: etagOf(body),
      'content-type': 'application/octet-stream',
      'x-amz-checksum-sha256': checksum,
      'x-amz-checksum-type': 'FULL_OBJECT',
    },
    body,
  };
}

function list(name: string, folder: BucketFolder, query: URLSearchParams): Answer {
  const body = Buffer.from(listOf(name, folder.keys(), query));
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

/** `/BUCKET/KEY?…`, the key decoded. */
function addressOf(url: string): { name: string; key: string; query: URLSearchParams } {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const [, name = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  try {
    return { name, key: decodeURIComponent(key), query: new URLSearchParams(query) };
  } catch {
    throw new Refusal(400, 'InvalidURI', `${path} is no path.`);
  }
}

function refused(error: Error): Answer {
  const isKey = error instanceof KeyRefused;
  const status = error instanceof Refusal ? error.status : isKey ? 400 : 500;
  const code = error instanceof Refusal ? error.name : isKey ? 'InvalidArgument' : 'InternalError';
  const inner = `<Code>${code}</Code><Message>${escaped(error.message)}</Message>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${inner}</Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(xml) };
}

/** As S3 makes it of an object that was sent whole. */
export const etagOf = (bytes: Uint8Array): string => `"${hash('md5', bytes, 'hex')}"`;
