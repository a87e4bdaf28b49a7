import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sections } from '../../../console/shell/sections.ts';
import { routes } from '../../../functions/contract/api/routes.ts';
import { ConsoleFiles } from '../../../local/serving/console-files.ts';
import { site } from '../../../local/serving/site.ts';
import type { WebAnswer, WebHeader } from '../../../local/serving/web.ts';
import { issuerOfTest, ORIGIN } from '../issuer/sign-in.ts';

const PAGE = '<!doctype html><title>the console</title>';

function builtConsole(more: Readonly<Record<string, string>> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-console-'));
  mkdirSync(join(directory, 'assets'));
  const files = { 'index.html': PAGE, 'assets/app-abc.js': 'let a;', ...more };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

async function siteOfTest() {
  const { issuer } = await issuerOfTest();
  const toApi: string[] = [];
  const answer = site({
    origin: ORIGIN,
    issuer,
    console: Promise.resolve(new ConsoleFiles(builtConsole())),
    api: {
      answer: async ({ method, target }) => {
        toApi.push(`${method} ${target}`);
        return { status: 200, headers: [['content-type', 'application/json']], body: '"api"' };
      },
    },
  });
  const ask = (method: string, target: string, headers: readonly WebHeader[] = []) =>
    answer({ method, target, headers, body: Buffer.alloc(0) });
  return { ask, toApi };
}

const header = ({ headers }: WebAnswer, name: string) =>
  headers.find(([given]) => given === name)?.[1];
const aPage: WebHeader = ['Accept', 'text/html,application/xhtml+xml'];

describe('On the one origin', () => {
  it('the API lies at /api, with its own paths', async () => {
    const { ask, toApi } = await siteOfTest();
    await ask('POST', '/api/runs/x/approvals?a=1', [aPage]);
    await ask('GET', '/api');
    expect(toApi).toEqual(['POST /runs/x/approvals?a=1', 'GET /']);
  });

  it.each(['*/*', 'text/html,application/xhtml+xml', 'text/html'])(
    'the API is there without /api too, for whoever asks for %s',
    async (accepted) => {
      const { ask, toApi } = await siteOfTest();
      const accept: WebHeader = ['Accept', accepted];
      const answers = [
        await ask('GET', '/openapi.json', [accept]),
        await ask('GET', '/runs?year=2021', [accept]),
        await ask('POST', '/requisitions', [accept]),
        await ask('GET', '/inputs/2021/nothing/versions', [accept]),
      ];
      expect(answers.map((answer) => header(answer, 'content-type'))).toEqual(
        Array(4).fill('application/json'),
      );
      expect(toApi).toEqual([
        'GET /openapi.json',
        'GET /runs?year=2021',
        'POST /requisitions',
        'GET /inputs/2021/nothing/versions',
      ]);
    },
  );

  it('no page of the console begins as an address of the API', () => {
    const first = (path: string) => path.split('/')[1];
    const api = new Set(Object.values(routes).map(({ path }) => first(path)));
    const pages = Object.values(sections).map(({ path }) => first(path));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((page) => api.has(page as string))).toEqual([]);
  });

  it('no answer of the API is taken for a page', async () => {
    const { ask } = await siteOfTest();
    expect(header(await ask('GET', '/api/me'), 'x-content-type-options')).toBe('nosniff');
  });

  it.each(['/', '/betalningar/payout-2021-03', '/signed-in?code=x', '/okänd'])(
    'a browser gets the console at %s',
    async (path) => {
      const { ask, toApi } = await siteOfTest();
      const answer = await ask('GET', path, [aPage]);
      expect([answer.status, String(answer.body)]).toEqual([200, PAGE]);
      expect(header(answer, 'content-security-policy')).toContain("script-src 'self'");
      expect(header(answer, 'cache-control')).toBe('no-cache');
      expect(toApi).toEqual([]);
    },
  );

  it('files are sent compressed as far as the browser takes it, and may be kept for good', async () => {
    const { ask } = await siteOfTest();
    const script = (encodings: string) =>
      ask('GET', '/assets/app-abc.js', [['Accept-Encoding', encodings]]);
    const [br, gzip, plain] = [
      await script('gzip, br'),
      await script('gzip, br;q=0'),
      await script(''),
    ];
    expect(brotliDecompressSync(br.body as Buffer).toString()).toBe('let a;');
    expect(gunzipSync(gzip.body as Buffer).toString()).toBe('let a;');
    expect(String(plain.body)).toBe('let a;');
    expect([br, gzip, plain].map((each) => header(each, 'content-encoding'))).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(header(br, 'cache-control')).toContain('immutable');
    expect(header(br, 'content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('the console is told where issuer and API are', async () => {
    const { ask } = await siteOfTest();
    const answer = await ask('GET', '/console-config.json');
    expect(JSON.parse(String(answer.body))).toEqual({
      issuer: `${ORIGIN}/issuer`,
      clientId: 'local-console',
      apiBase: '/api',
      scopes: 'openid',
    });
  });

  it('the issuer answers below /issuer, and nothing else does', async () => {
    const { ask, toApi } = await siteOfTest();
    expect((await ask('GET', '/issuer/.well-known/jwks.json')).status).toBe(200);
    expect((await ask('GET', '/issuer/me')).status).toBe(404);
    await ask('GET', '/issuers');
    expect(toApi).toEqual(['GET /issuers']);
  });

  it('whoever comes by another name of this machine goes on at the one that the issuer knows', async () => {
    const { ask } = await siteOfTest();
    const answer = await ask('GET', '/kalender?a=1', [aPage, ['Host', 'localhost:8021']]);
    expect([answer.status, header(answer, 'location')]).toEqual([307, `${ORIGIN}/kalender?a=1`]);
  });

  it('the console is only read', async () => {
    const { ask } = await siteOfTest();
    const answer = await ask('POST', '/', [aPage]);
    expect([answer.status, header(answer, 'allow')]).toEqual([405, 'GET, HEAD']);
    expect(header(answer, 'content-type')).toBe('application/problem+json');
  });
});

describe('A built console', () => {
  it('without a page is refused', () => {
    const empty = mkdtempSync(join(tmpdir(), 'statsbidrag-console-'));
    expect(() => new ConsoleFiles(empty)).toThrow('no index.html');
  });

  it('with a file of no known type is refused', () => {
    expect(() => new ConsoleFiles(builtConsole({ 'notes.doc': '' }))).toThrow('notes.doc');
  });
});
