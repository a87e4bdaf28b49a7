import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { folder, removeFolders } from '../helpers/folders.ts';
import { recordBytes, recordIn } from '../helpers/record.ts';

/** A served year; the system's own tables say what it listens on, so this is for Linux. */
const { platform, execPath } = process;
const start = join(import.meta.dirname, '../../local/start.ts');
const records = join(folder(), 'records');
let year: ChildProcess;
let port = 0;

/** The inodes of the sockets that a process has open. */
const socketsOf = (pid: number): ReadonlySet<string> =>
  new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`)) ?? [];
      return inode === undefined ? [] : [inode];
    }),
  );

const rowsOf = (table: string): readonly (readonly string[])[] =>
  existsSync(`/proc/net/${table}`)
    ? readFileSync(`/proc/net/${table}`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.trim().split(/\s+/))
    : [];

const LISTENS = '0A';

/** `127.0.0.1:PORT` of every socket of a network that a process listens on: of TCP those in LISTEN, of UDP all. */
function networkSockets(pid: number): readonly string[] {
  const own = socketsOf(pid);
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    rowsOf(table)
      .filter((row) => own.has(row[9] ?? '') && (table.startsWith('udp') || row[3] === LISTENS))
      .map((row) => {
        const [address = '', hex = ''] = row[1]?.split(':') ?? [];
        return `${address === '0100007F' ? '127.0.0.1' : address}:${Number.parseInt(hex, 16)}`;
      }),
  );
}

/** The paths of the sockets in the file system that a process has. */
const fileSockets = (pid: number): readonly string[] => {
  const own = socketsOf(pid);
  return rowsOf('unix').flatMap((row) => (own.has(row[6] ?? '') && row[7] ? [row[7]] : []));
};

beforeAll(async () => {
  if (platform !== 'linux') return;
  await synthesize();
  const args = ['--port', '0', '--records', records, '--until', '2021-03'];
  year = spawn(execPath, [start, ...args], { cwd: folder(), stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  await new Promise<void>((resolve, reject) => {
    year.once('exit', () => reject(new Error(`It ended: ${out}`)));
    year.stdout?.on('data', (part) => {
      out += part;
      if (/Ctrl-C ends/.test(out)) resolve();
    });
  });
  port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(out)?.[1]);
}, 120_000);
afterAll(async () => {
  if (platform === 'linux' && year.exitCode === null) {
    year.kill('SIGKILL');
    await new Promise((resolve) => year.once('exit', resolve));
  }
  removeFolders();
});

const ask = (method: string, headers: Readonly<Record<string, string>>, body = '') =>
  new Promise<{ status: number; cors: string | undefined }>((resolve, reject) => {
    const to = { host: '127.0.0.1', port, method, path: '/', headers };
    const sent = request(to, (answer) => {
      const { statusCode = 0, headers: given } = answer.resume();
      resolve({ status: statusCode, cors: given['access-control-allow-origin'] });
    });
    sent.on('error', reject).end(body);
  });

const forged = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.PutItem',
  'x-amz-date': '20210101T000000Z',
  authorization: 'AWS4-HMAC-SHA256 Credential=FUNCTION/x, SignedHeaders=host, Signature=x',
};

describe.skipIf(platform !== 'linux')('A served year', () => {
  it('listens on one port of this machine, and on no other network', () => {
    expect(networkSockets(year.pid ?? 0)).toEqual([`127.0.0.1:${port}`]);
  });

  it('keeps table, state machines, topic and files on sockets that nobody else may enter', () => {
    const paths = [...new Set(fileSockets(year.pid ?? 0))];
    expect(paths).toHaveLength(4);
    for (const path of paths) {
      const { mode, uid } = lstatSync(dirname(path));
      expect([mode & 0o777, uid]).toEqual([0o700, process.getuid?.()]);
    }
  });

  it.each([
    ['from its own origin', 'POST', { ...forged, origin: 'https://evil.example' }, 403],
    ['under a name that it made lead here', 'POST', { ...forged, host: 'evil.example' }, 421],
    ['with a signature that it made up', 'POST', forged, 405],
    [
      'first whether it may',
      'OPTIONS',
      { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      403,
    ],
  ])('lets no web page that asks %s write anything', async (_, method, headers, refused) => {
    const item = { partition: { S: 'RUN#2021' }, event: { S: '03#000009' }, body: { S: '{}' } };
    const before = readFileSync(join(records, 'engine.jsonl'));
    const { status, cors } = await ask(
      method,
      headers,
      method === 'POST' ? JSON.stringify({ Item: item }) : '',
    );
    expect([status, cors]).toEqual([refused, undefined]);
    expect(readFileSync(join(records, 'engine.jsonl'))).toEqual(before);
  });

  it('leaves no socket behind when it ends', async () => {
    const paths = fileSockets(year.pid ?? 0);
    year.kill('SIGINT');
    await new Promise((resolve) => year.once('exit', resolve));
    expect(paths.filter((path) => existsSync(dirname(path)))).toEqual([]);
    expect(recordBytes(await recordIn(records))).not.toContain('03#000009');
  });
});
