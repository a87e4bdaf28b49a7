import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issuerKeys } from '../../../local/issuer/keys.ts';
import { LocalIssuer } from '../../../local/issuer/local-issuer.ts';
import type { WebAnswer, WebHeader, WebRequest } from '../../../local/serving/web.ts';

export const ORIGIN = 'http://127.0.0.1:8021';
export const VERIFIER = 'a-verifier-of-forty-three-characters-or-more';
const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-issuer-'));

/** An issuer under clocks that the test holds. */
export async function issuerOfTest() {
  const clocks = { now: '2021-03-01T07:00:00.000Z', real: '2026-11-22T00:00:00.000Z' };
  const keys = await issuerKeys(directory);
  const issuer = new LocalIssuer({
    origin: ORIGIN,
    keys,
    now: () => clocks.now,
    realNow: () => clocks.real,
  });
  return { issuer, keys, clocks };
}

export const request = (
  method: string,
  target: string,
  form?: Readonly<Record<string, string>>,
  headers: readonly WebHeader[] = [],
): WebRequest => ({
  ...{ method, target },
  headers: [
    ...(form ? [['Content-Type', 'application/x-www-form-urlencoded'] as const] : []),
    ...headers,
  ],
  body: Buffer.from(new URLSearchParams(form).toString()),
});

/** What the console sends somebody with; a test changes what it is about. */
export const asked = {
  response_type: 'code',
  client_id: 'local-console',
  redirect_uri: `${ORIGIN}/signed-in`,
  scope: 'openid',
  state: 'a-state',
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
};

export const authorizing = (
  method: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  form?: Readonly<Record<string, string>>,
  headers?: readonly WebHeader[],
): WebRequest => {
  const query = Object.entries({ ...asked, ...changes }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  return request(method, `/issuer/oauth2/authorize?${new URLSearchParams(query)}`, form, headers);
};

export const locationOf = (answer: WebAnswer): URL =>
  new URL(answer.headers.find(([name]) => name === 'location')?.[1] ?? 'http://nowhere.example');

/** The code that somebody comes back with. */
export async function codeFor(issuer: LocalIssuer, as: string): Promise<string> {
  const answer = await issuer.answer(authorizing('POST', {}, { as }));
  return locationOf(answer).searchParams.get('code') ?? '';
}

export const exchange = (changes: Readonly<Record<string, string>>) =>
  request('POST', '/issuer/oauth2/token', {
    grant_type: 'authorization_code',
    client_id: 'local-console',
    redirect_uri: `${ORIGIN}/signed-in`,
    code_verifier: VERIFIER,
    ...changes,
  });

export const jsonOf = ({ body }: WebAnswer): Record<string, string> => JSON.parse(String(body));
