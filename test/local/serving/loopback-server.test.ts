import { type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { problemsOf } from '../../../functions/contract/api/operation-problems.ts';
import { problemType } from '../../../functions/contract/api/problem-pages.ts';
import { operationIds } from '../../../functions/contract/api/routes.ts';
import { LoopbackServer } from '../../../local/serving/loopback-server.ts';
import type { WebRequest } from '../../../local/serving/web.ts';

const open: LoopbackServer[] = [];

async function listening(port = 0): Promise<LoopbackServer> {
  const server = await LoopbackServer.listen(port);
  open.push(server);
  return server;
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** With the bare client: fetch would not send another Host, nor a path that is none. */
function ask(
  port: number,
  options: { path?: string; host?: string; method?: string; headers?: OutgoingHttpHeaders },
) {
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const { path = '/', host = `127.0.0.1:${port}`, method = 'GET' } = options;
    const headers = { ...options.headers, host };
    const sent = request({ port, path, method, host: '127.0.0.1', headers }, (answer) => {
      let body = '';
      answer.on('data', (part) => {
        body += part;
      });
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          body,
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** What comes back for bytes that are no HTTP. */
const askBytes = (port: number, bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let all = '';
    socket.on('data', (part) => {
      all += part;
    });
    socket.on('close', () => resolve(all));
    socket.on('error', reject);
  });

describe('The server on loopback', () => {
  it('hands on what was sent, header by header, and gives the answer as it is', async () => {
    const server = await listening();
    const seen: WebRequest[] = [];
    server.answerWith(async (given) => {
      seen.push(given);
      return {
        status: 201,
        headers: [
          ['X-Two', 'a'],
          ['X-Two', 'b'],
        ],
        body: 'hej',
      };
    });
    const answer = await fetch(`${server.origin}/a%20b?c=%C3%A5`, {
      method: 'POST',
      headers: { 'X-Own': 'value' },
      body: '{}',
    });
    expect([answer.status, answer.headers.get('x-two'), await answer.text()]).toEqual([
      201,
      'a, b',
      'hej',
    ]);
    expect(seen[0]).toMatchObject({ method: 'POST', target: '/a%20b?c=%C3%A5' });
    expect(seen[0]?.body.toString()).toBe('{}');
    expect(seen[0]?.headers.find(([name]) => name.toLowerCase() === 'x-own')?.[1]).toBe('value');
  });

  it.each(['evil.example', 'evil.example:8021', '127.0.0.1', 'localhost.evil.example'])(
    'refuses a request for the host %s, whose page would read what is served here',
    async (host) => {
      const server = await listening();
      server.answerWith(async () => ({ status: 200, headers: [], body: 'secret' }));
      const { status, type, body } = await ask(server.port, { host });
      expect([status, type]).toEqual([421, 'application/problem+json']);
      expect(body).not.toContain('secret');
    },
  );

  const page = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  it.each([
    ['of another origin', 'GET', { origin: 'https://evil.example' }],
    ['of no origin, such as a file or a sandbox', 'POST', { origin: 'null' }],
    ['of another port of this machine', 'POST', { origin: 'http://127.0.0.1:3000' }],
    ['of another origin, before it asks', 'OPTIONS', { origin: 'https://evil.example' }],
    [
      'that shows it as a picture',
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
    ['of this machine that runs it as a script', 'GET', { 'sec-fetch-site': 'same-site' }],
    [
      'that frames it',
      'GET',
      { ...page, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' },
    ],
    ['that posts a form to it', 'POST', { ...page, 'sec-fetch-site': 'cross-site' }],
  ])('refuses what a page %s asks', async (_, method, headers) => {
    const server = await listening();
    server.answerWith(async () => ({ status: 200, headers: [], body: 'secret' }));
    const { status, body } = await ask(server.port, { method, headers });
    expect([status, body.includes('secret')]).toEqual([403, false]);
  });

  it.each([
    ['its own page asks', 'POST', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
    ['a person types in', 'GET', { ...page, 'sec-fetch-site': 'none' }],
    ['a person follows a link to', 'GET', { ...page, 'sec-fetch-site': 'cross-site' }],
  ])('answers what %s', async (_, method, headers) => {
    const server = await listening();
    server.answerWith(async () => ({ status: 200, headers: [], body: 'here' }));
    const own = method === 'POST' ? { origin: server.origin } : {};
    const { body } = await ask(server.port, { method, headers: { ...headers, ...own } });
    expect(body).toBe('here');
  });

  it('answers for localhost as for 127.0.0.1', async () => {
    const server = await listening();
    server.answerWith(async () => ({ status: 200, headers: [], body: 'here' }));
    expect((await ask(server.port, { host: `localhost:${server.port}` })).body).toBe('here');
  });

  it('says to a second one that the port is taken, and what to do', async () => {
    const { port } = await listening();
    await expect(listening(port)).rejects.toMatchObject({
      name: 'PortTaken',
      exitCode: 2,
      message: `Port ${port} is taken. Name another with --port, or --port 0 for any that is free.`,
    });
  });

  it('answers 503 until somebody answers', async () => {
    const { port } = await listening();
    expect(await ask(port, {})).toMatchObject({ status: 503, type: 'application/problem+json' });
  });

  it.each([
    ['with its length', { 'content-length': String(10 * 1024 * 1024 + 1) }],
    ['without', { 'transfer-encoding': 'chunked' }],
  ])('takes no body of more than 10 MB, sent %s', async (_, headers) => {
    const server = await listening();
    server.answerWith(async () => ({ status: 200, headers: [], body: '' }));
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        { port: server.port, host: '127.0.0.1', method: 'POST', headers },
        (answer) => resolve(answer.statusCode ?? 0),
      );
      // The server may hang up before everything is sent.
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (!['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) reject(error);
      });
      sent.end(Buffer.alloc(10 * 1024 * 1024 + 1));
    });
    expect(status).toBe(413);
  });

  it('says nothing of what went wrong in it', async () => {
    const server = await listening();
    const written: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = ((text: string) => written.push(text)) as never;
    server.answerWith(async () => {
      throw new Error('secret');
    });
    const answer = await ask(server.port, {}).finally(() => {
      process.stderr.write = write;
    });
    expect([answer.status, answer.type]).toEqual([500, 'application/problem+json']);
    expect(answer.body).not.toContain('secret');
    expect(written.join('')).toContain('Error: secret');
  });

  it.each([
    ['no HTTP at all', 'hej\r\n\r\n', 400, 'malformed-request'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(12_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ] as const)(
    'answers %s with the problem that every operation documents',
    async (_, bytes, status, code) => {
      const { port } = await listening();
      const [head = '', body = ''] = (await askBytes(port, bytes)).split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json`, 's'));
      expect(JSON.parse(body)).toMatchObject({ status, type: problemType(code) });
      expect(JSON.parse(body).detail).not.toContain('{');
      for (const id of operationIds) expect(problemsOf(id), id).toContain(code);
    },
  );
});
