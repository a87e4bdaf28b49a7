import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { LoopbackServer } from '../../local/serving/loopback-server.ts';
import { folder, removeFolders } from '../helpers/folders.ts';

const program = (name: string) => fileURLToPath(new URL(`../../local/${name}.ts`, import.meta.url));

/** A program of its own, and what it says. */
class Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  out = '';
  errors = '';

  constructor(name: string, args: readonly string[]) {
    this.child = spawn(process.execPath, [program(name), ...args], { cwd: folder() });
    this.child.stdout?.on('data', (part) => {
      this.out += part;
    });
    this.child.stderr?.on('data', (part) => {
      this.errors += part;
    });
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
  }

  async says(what: RegExp): Promise<string> {
    const patience = performance.now() + 60_000;
    for (;;) {
      const [found] = what.exec(this.out) ?? [];
      if (found !== undefined) return found;
      if (this.child.exitCode !== null || performance.now() > patience)
        throw new Error(`${what} was not said: ${this.out}${this.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

const tokenFor = async (port: string, as: string) => {
  const asking = new Program('token', ['--as', as, '--port', port]);
  return { code: await asking.ended, out: asking.out, errors: asking.errors };
};

beforeAll(async () => void (await synthesize()));
afterAll(removeFolders);

describe('npm start', { timeout: 120_000 }, () => {
  it('serves when the year has ended, to whoever has a token, and ends whole at Ctrl-C', async () => {
    const records = join(folder(), 'records');
    const server = new Program('start', [
      '--port',
      '0',
      '--records',
      records,
      '--until',
      '2021-03',
    ]);
    const origin = (await server.says(/http:\/\/127\.0\.0\.1:\d+/)) ?? '';
    const { port } = new URL(origin);
    await server.says(/Ctrl-C ends/);
    for (const as of ['attestant', 'handläggare', 'region-09', 'skr-firmatecknare-2'])
      expect(server.out).toContain(as);

    for (const [as, sub] of [
      ['attestant', 'local-attestant'],
      ['handlaggare', 'local-registrar'],
      ['region-09', 'local-region-09'],
      ['skr', 'local-skr'],
    ] as const) {
      const { code, out, errors } = await tokenFor(port, as);
      expect([code, errors]).toEqual([0, '']);
      const me = await fetch(`${origin}/me`, {
        headers: { authorization: `Bearer ${out.trim()}` },
      });
      expect([me.status, await me.json()]).toMatchObject([200, { sub, simulated: true }]);
    }
    const page = await fetch(`${origin}/`, { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringMatching(/<script[^>]* src="\/assets\//),
    ]);
    expect((await fetch(`${origin}/api/me`)).status).toBe(401);

    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
    const verify = new Program('verify', [records]);
    expect(await verify.ended).toBe(0);
    expect(verify.out).toMatch(/^✓ the record is whole/);
    expect((await tokenFor(port, 'attestant')).code).toBe(1);
  });

  it('with --approve console is up from the start and says what it waits for', async () => {
    const records = join(folder(), 'records');
    const args = ['--port', '0', '--approve', 'console', '--records', records];
    const server = new Program('start', args);
    await server.says(/opening-2021 for two approvals, since 2021-02-01/);
    expect(server.out.indexOf('http://127.0.0.1')).toBeLessThan(
      server.out.indexOf('2021-02  waits'),
    );
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('says that a port is taken before anything is run', async () => {
    const other = await LoopbackServer.listen(0);
    const begun = new Program('start', ['--port', String(other.port), '--records', 'records']);
    expect(await begun.ended).toBe(2);
    await other.close();
    expect([begun.out, begun.errors]).toEqual([
      '',
      `Port ${other.port} is taken. Name another with --port, or --port 0 for any that is free.\n`,
    ]);
  });
});

describe('npm run token', () => {
  it.each([
    [['--as', 'nobody'], '--as: given "nobody", allowed: skr, handläggare, '],
    [[], '--as: given nothing, allowed: skr, handläggare, '],
    [['--as', 'revisor', '--port', 'x'], '--port: given "x", allowed: 0 to 65535.'],
    [['revisor'], 'Allowed: --as WHO, --port N.'],
  ])('with %j says what is allowed and ends with 2', async (args, says) => {
    const asked = new Program('token', args);
    expect(await asked.ended).toBe(2);
    expect(asked.out).toBe('');
    expect(asked.errors).toContain(says);
  });

  it('says so when no server answers', async () => {
    const free = await LoopbackServer.listen(0);
    await free.close();
    const { code, out, errors } = await tokenFor(String(free.port), 'revisor');
    expect([code, out]).toEqual([1, '']);
    expect(errors).toBe(
      `No server answers at http://127.0.0.1:${free.port}. Start one with npm start.\n`,
    );
  });
});
