import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { problemDocument } from '../../functions/api/problem-document.ts';
import { problems } from '../../functions/contract/api/problems.ts';
import { problemAnswer } from './problem-answer.ts';
import type { WebAnswer, WebHeader, WebRequest } from './web.ts';

/** The port is taken by somebody else. Nothing has been run or written. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly exitCode = 2;
}

export type Answerer = (request: WebRequest) => Promise<WebAnswer>;

/** What is taken of a body at the most: as much as API Gateway takes. */
const MOST_BYTES = 10 * 1024 * 1024;

/** What is taken of the request's line and headers together, by API Gateway too. */
const MOST_HEADER_BYTES = 10_240;

/**
 * An HTTP server that only this machine reaches. It refuses requests that name another host: a page from elsewhere that has its own
 * name lead to this machine (DNS rebinding) would otherwise read what is served here. And what a browser says that a page of another
 * origin asks, unless it is a person who follows a link.
 */
export class LoopbackServer {
  readonly port: number;
  /** `http://127.0.0.1:8021`, the one origin of everything. */
  readonly origin: string;
  readonly #server: Server;
  #answer: Answerer | undefined;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.origin = `http://127.0.0.1:${this.port}`;
  }

  /** @param port 0 for any that is free. Throws PortTaken for one that is not. */
  static async listen(port: number): Promise<LoopbackServer> {
    const server = createServer({ keepAliveTimeout: 5000, maxHeaderSize: MOST_HEADER_BYTES });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
        reject(taken ? new PortTaken(takenText(port)) : error);
      });
      server.listen(port, '127.0.0.1', resolve);
    });
    const loopback = new LoopbackServer(server);
    server.on('request', (incoming, response) => void loopback.#serve(incoming, response));
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (socket.writable) socket.end(refusalOf(error.code));
    });
    return loopback;
  }

  /** Who answers from now on; until then everything is answered with 503. */
  answerWith(answer: Answerer): void {
    this.#answer = answer;
  }

  /** Stops listening; answers that are under way are given. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    const patience = setTimeout(() => this.#server.closeAllConnections(), 2000);
    await closed;
    clearTimeout(patience);
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = await this.#answerTo(incoming);
      send(response, answer, incoming.method === 'HEAD', !incoming.complete);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (response.headersSent) response.destroy();
      else send(response, problemAnswer(500, 'Something went wrong here.'), false, true);
    }
  }

  async #answerTo(incoming: IncomingMessage): Promise<WebAnswer> {
    const hosts = [`127.0.0.1:${this.port}`, `localhost:${this.port}`];
    const { host, origin } = incoming.headers;
    if (host === undefined || !hosts.includes(host))
      return problemAnswer(421, `Host: given ${host ?? 'nothing'}, allowed: ${hosts.join(', ')}.`);
    const origins = hosts.map((each) => `http://${each}`);
    if (origin !== undefined && !origins.includes(origin))
      return problemAnswer(403, `Origin: given ${origin}, allowed: ${origins.join(', ')}.`);
    if (isAskedByPageElsewhere(incoming))
      return problemAnswer(
        403,
        'A page of another site asked, and not a person who follows a link.',
      );
    const body = await bodyOf(incoming);
    if (body === undefined) return problemAnswer(413, `At most ${MOST_BYTES} bytes are taken.`);
    const target = incoming.url ?? '/';
    if (!target.startsWith('/')) return problemAnswer(400, 'The target must be a path.');
    if (this.#answer === undefined)
      return problemAnswer(503, 'The year is being opened; try again in a moment.');
    return await this.#answer({
      ...{ method: incoming.method ?? 'GET', target, body },
      headers: headersOf(incoming.rawHeaders),
    });
  }
}

/** By what browsers tell of a request: where it comes from, and whether it leads a person to a page. */
function isAskedByPageElsewhere({ method, headers }: IncomingMessage): boolean {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers;
  const isLink = method === 'GET' && mode === 'navigate' && dest === 'document';
  return (site === 'cross-site' || site === 'same-site') && !isLink;
}

/** What is answered to bytes that are no request: the API's own problems, as no address can be read that is anybody else's. */
function refusalOf(code: string | undefined): string {
  const problem = code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'malformed-request';
  const facts =
    problem === 'headers-too-large'
      ? { allowed: `${MOST_HEADER_BYTES} bytes`, given: `> ${MOST_HEADER_BYTES} bytes` }
      : { allowed: 'HTTP (RFC 9110)', given: '–' };
  const document = problemDocument(
    { code: problem, problem: problems[problem], facts },
    'sv',
    randomUUID(),
  );
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    'Content-Language: sv',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

const takenText = (port: number): string =>
  `Port ${port} is taken. Name another with --port, or --port 0 for any that is free.`;

/** The whole body; undefined when it is too long, and then the rest is not read. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = Number(incoming.headers['content-length'] ?? 0);
  if (length > MOST_BYTES) return undefined;
  length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const headersOf = (raw: readonly string[]): readonly WebHeader[] =>
  Array.from({ length: raw.length / 2 }, (_, at) => [raw[2 * at] ?? '', raw[2 * at + 1] ?? '']);

function send(
  response: ServerResponse,
  { status, headers, body }: WebAnswer,
  withoutBody: boolean,
  closing: boolean,
): void {
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  if (closing) response.setHeader('connection', 'close');
  const bytes = Buffer.from(body);
  response.setHeader('content-length', bytes.length);
  response.end(withoutBody ? undefined : bytes);
}
