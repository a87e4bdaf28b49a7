import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { consoleFiles, consoleOutputs } from '../../infra/console-files.ts';
import { repository } from '../../infra/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'publish-console-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const given = {
  'Statsbidrag-test-console': { ConsoleBucket: 'console-files', ConsoleAddress: 'https://a.se' },
  'Statsbidrag-test-access': {
    Issuer: 'https://issuer',
    ConsoleClient: 'client',
    SkrClient: 'skr',
  },
};
const outputs = { bucket: 'console-files', issuer: 'https://issuer', clientId: 'client' };

describe('what the console is told of the stacks', () => {
  it('are the outputs that the deployment wrote', () => {
    expect(consoleOutputs(given)).toEqual(outputs);
  });

  it.each<[string, unknown, string]>([
    ['no stack', {}, 'The outputs need one stack "…-console" with ConsoleBucket; given: none.'],
    ['no client', { ...given, 'Statsbidrag-test-access': { Issuer: 'a' } }, 'with ConsoleClient'],
    [
      'two stages',
      { ...given, 'Statsbidrag-production-console': { ConsoleBucket: 'b' } },
      'given: Statsbidrag-test-console, Statsbidrag-test-access, Statsbidrag-production-console',
    ],
  ])('are refused with %s', (_what, wrong, why) => {
    expect(() => consoleOutputs(wrong)).toThrow(why);
  });
});

describe('the files of the console', () => {
  for (const path of [
    'index.html',
    'robots.txt',
    'assets/console-ABC.js',
    'assets/style-DEF.css',
  ]) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  const files = consoleFiles(folder, outputs);

  it('are put in an order in which whoever comes meanwhile finds a whole console', () => {
    expect(files.map(({ key }) => key)).toEqual([
      'assets/console-ABC.js',
      'assets/style-DEF.css',
      'console-config.json',
      'robots.txt',
      'index.html',
    ]);
  });

  it('are kept by browsers where their names change with their content, and only there', () => {
    expect(files.map(({ cacheControl }) => cacheControl)).toEqual([
      'public, max-age=31536000, immutable',
      'public, max-age=31536000, immutable',
      'no-cache',
      'no-cache',
      'no-cache',
    ]);
  });

  it('tell the console its issuer, its client and where the API is', () => {
    const config = files.find(({ key }) => key === 'console-config.json');
    expect(JSON.parse(String(Buffer.from(config?.body ?? [])))).toEqual({
      issuer: 'https://issuer',
      clientId: 'client',
      apiBase: '/api',
      scopes: 'openid',
    });
  });

  it('are of known kinds: another one is refused before anything is put', () => {
    writeFileSync(join(folder, 'notes.doc'), '');
    expect(() => consoleFiles(folder, outputs)).toThrow('notes.doc has no known type');
    rmSync(join(folder, 'notes.doc'));
  });
});

describe('npm run publish-console', () => {
  const run = async (arguments_: string[], env: Record<string, string> = {}) =>
    await promisify(execFile)(process.execPath, ['infra/publish-console.ts', ...arguments_], {
      cwd: repository,
      env: { ...process.env, ...env },
    });

  it('builds the console and puts every file of it into the bucket', async () => {
    const put: string[] = [];
    const server = createServer((request, response) => {
      put.push(
        `${request.method} ${request.url?.split('?')[0]} ${request.headers['cache-control']}`,
      );
      request.resume().on('end', () => response.end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const file = join(folder, 'outputs.json');
    writeFileSync(file, JSON.stringify(given));
    const { port } = server.address() as AddressInfo;
    const { stdout } = await run(['--outputs', file], {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-north-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    server.close();
    expect(put.at(-1)).toMatch(/^PUT .*\/index\.html no-cache$/);
    expect(put.filter((each) => each.includes('/assets/')).length).toBeGreaterThan(5);
    expect(put.every((each) => each.startsWith('PUT '))).toBe(true);
    expect(stdout).toContain('The console is in console-files.');
  });

  it('says what it lacks', async () => {
    await expect(run(['--outputs', join(folder, 'nowhere.json')])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"cdk deploy --outputs-file" writes it, --outputs names it.'),
    });
  });
});
