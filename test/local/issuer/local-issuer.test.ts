import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { issuerDirectory, issuerKeys } from '../../../local/issuer/keys.ts';
import { localOfficials } from '../../../local/officials/people.ts';
import {
  authorizing,
  codeFor,
  exchange,
  issuerOfTest,
  jsonOf,
  locationOf,
  ORIGIN,
  request,
} from './sign-in.ts';

const get = (path: string) => request('GET', `/issuer${path}`);

describe('The local issuer', () => {
  it('says where everything is, and takes only codes with S256', async () => {
    const { issuer } = await issuerOfTest();
    const said = jsonOf(await issuer.answer(get('/.well-known/openid-configuration')));
    expect(said).toMatchObject({
      issuer: `${ORIGIN}/issuer`,
      authorization_endpoint: `${ORIGIN}/issuer/oauth2/authorize`,
      token_endpoint: `${ORIGIN}/issuer/oauth2/token`,
      jwks_uri: `${ORIGIN}/issuer/.well-known/jwks.json`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
    });
  });

  it('shows of its key the public half only', async () => {
    const { issuer } = await issuerOfTest();
    const { keys } = jsonOf(await issuer.answer(get('/.well-known/jwks.json')));
    const [jwk, ...more] = keys as unknown as Record<string, string>[];
    expect(more).toEqual([]);
    expect(Object.keys(jwk ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('keeps its keys where only the user may read them, and finds the same again', async () => {
    const { jwk } = await issuerKeys();
    for (const name of ['key.pem', 'skr-client-secret'])
      expect(statSync(join(issuerDirectory, name)).mode & 0o777).toBe(0o600);
    expect((await issuerKeys()).jwk.kid).toBe(jwk.kid);
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/toString', 404],
    ['DELETE', '/oauth2/token', 405],
    ['GET', '/oauth2/token', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    const { issuer } = await issuerOfTest();
    expect((await issuer.answer(request(method, `/issuer${path}`))).status).toBe(status);
  });
});

describe('The sign-in page', () => {
  it('lists every local person with a button, by name and in both languages, and has no script', async () => {
    const { issuer } = await issuerOfTest();
    const { status, body, headers } = await issuer.answer(authorizing('GET'));
    const page = String(body);
    expect(status).toBe(200);
    for (const { as, name, title } of localOfficials) {
      expect(page).toContain(`<button name="as" value="${as}"><strong>${name}</strong>`);
      expect(page).toContain(title.sv);
      expect(page).toContain(title.en);
    }
    expect(page).toContain('Alla personer är påhittade');
    expect(page).toContain('All people are made up');
    expect(page).not.toContain('<script');
    const policy = headers.find(([name]) => name === 'content-security-policy')?.[1];
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
  });

  it('writes nothing of the request into the page unescaped', async () => {
    const { issuer } = await issuerOfTest();
    const answer = await issuer.answer(authorizing('GET', { client_id: '"><b>' }));
    expect(String(answer.body)).not.toContain('<b>');
    const target = `${authorizing('GET').target}&x="><b>`;
    expect(String((await issuer.answer(request('GET', target))).body)).not.toContain('<b>');
  });

  it.each([
    ['client_id', 'somebody', /client_id: given .*somebody.*allowed: local-console/],
    ['redirect_uri', 'https://elsewhere.example/', /redirect_uri: given .*elsewhere/],
    ['redirect_uri', `${ORIGIN}/signed-in/x`, /redirect_uri/],
    ['redirect_uri', undefined, /redirect_uri: given nothing/],
  ])('leads nobody anywhere when %s is %s', async (name, value, says) => {
    const { issuer } = await issuerOfTest();
    const answer = await issuer.answer(authorizing('GET', { [name]: value }));
    expect(answer.status).toBe(400);
    expect(answer.headers.some(([header]) => header === 'location')).toBe(false);
    expect(String(answer.body)).toMatch(says);
  });

  it.each([
    ['response_type', 'token', 'unsupported_response_type'],
    ['code_challenge_method', 'plain', 'invalid_request'],
    ['code_challenge_method', undefined, 'invalid_request'],
    ['code_challenge', 'short', 'invalid_request'],
    ['scope', 'openid statsbidrag/requisitions', 'invalid_scope'],
    ['prompt', 'none', 'login_required'],
  ])('sends back with an error when %s is %s', async (name, value, error) => {
    const { issuer } = await issuerOfTest();
    const at = locationOf(
      await issuer.answer(authorizing('POST', { [name]: value }, { as: 'revisor' })),
    );
    expect(`${at.origin}${at.pathname}`).toBe(`${ORIGIN}/signed-in`);
    expect(at.searchParams.get('error')).toBe(error);
    expect(at.searchParams.get('state')).toBe('a-state');
    expect(at.searchParams.has('code')).toBe(false);
  });

  it('signs in nobody that it does not know, and nobody for a page from elsewhere', async () => {
    const { issuer } = await issuerOfTest();
    expect((await issuer.answer(authorizing('POST', {}, { as: 'skr' }))).status).toBe(400);
    const from = (origin: string) =>
      issuer.answer(authorizing('POST', {}, { as: 'attestant' }, [['Origin', origin]]));
    expect((await from('https://elsewhere.example')).status).toBe(403);
    expect((await from('null')).status).toBe(403);
    expect((await from(ORIGIN)).status).toBe(303);
  });

  it('leads back after signing out, to the console and nowhere else', async () => {
    const { issuer } = await issuerOfTest();
    const out = (uri: string) =>
      issuer.answer(get(`/logout?client_id=local-console&logout_uri=${encodeURIComponent(uri)}`));
    expect(locationOf(await out(`${ORIGIN}/`)).href).toBe(`${ORIGIN}/`);
    expect((await out('https://elsewhere.example/')).status).toBe(400);
  });
});

describe('A code', () => {
  it('becomes tokens with the claims that Cognito gives', async () => {
    const { issuer, keys, clocks } = await issuerOfTest();
    const code = await codeFor(issuer, 'attestant');
    clocks.now = '2021-03-01T07:00:30.000Z';
    const { access_token: access = '', ...others } = jsonOf(
      await issuer.answer(exchange({ code })),
    );
    expect(others).toMatchObject({ token_type: 'Bearer', expires_in: 60 * 24 * 3600 });
    expect(decodeProtectedHeader(access)).toEqual({ alg: 'RS256', kid: keys.jwk.kid });
    const { payload } = await jwtVerify(access, createLocalJWKSet({ keys: [keys.jwk as JWK] }), {
      currentDate: new Date(clocks.now),
    });
    expect(payload).toEqual({
      iss: `${ORIGIN}/issuer`,
      sub: 'local-attestant',
      token_use: 'access',
      client_id: 'local-console',
      scope: 'openid',
      'cognito:groups': ['attestant'],
      username: 'attestant',
      name: 'Astrid Attestant',
      auth_time: Date.parse('2021-03-01T07:00:00Z') / 1000,
      iat: Date.parse('2021-03-01T07:00:30Z') / 1000,
      exp: Date.parse('2021-04-30T07:00:30Z') / 1000,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const identity = decodeJwt(others.id_token ?? '');
    expect(identity).toMatchObject({ token_use: 'id', aud: 'local-console' });
    // The browser's clock is not simulated.
    expect(identity.exp).toBe(Date.parse('2026-11-22T01:00:00Z') / 1000);
  });

  it('is good once', async () => {
    const { issuer } = await issuerOfTest();
    const code = await codeFor(issuer, 'attestant');
    expect((await issuer.answer(exchange({ code }))).status).toBe(200);
    const again = await issuer.answer(exchange({ code }));
    expect([again.status, jsonOf(again).error]).toEqual([400, 'invalid_grant']);
  });

  it.each([
    ['another verifier', { code_verifier: 'another-verifier-of-forty-three-characters--' }],
    ['no verifier', { code_verifier: '' }],
    ['another address', { redirect_uri: `${ORIGIN}/` }],
  ])('is refused with %s, and used up by that', async (_, change) => {
    const { issuer } = await issuerOfTest();
    const code = await codeFor(issuer, 'attestant');
    expect(jsonOf(await issuer.answer(exchange({ code, ...change }))).error).toBe('invalid_grant');
    expect(jsonOf(await issuer.answer(exchange({ code }))).error).toBe('invalid_grant');
  });

  it('is refused after a minute, of real time', async () => {
    const { issuer, clocks } = await issuerOfTest();
    const code = await codeFor(issuer, 'attestant');
    clocks.now = '2021-05-01T07:00:00.000Z';
    clocks.real = '2026-11-22T00:01:01.000Z';
    expect(jsonOf(await issuer.answer(exchange({ code }))).error).toBe('invalid_grant');
  });

  it('is given to the console alone, which has no secret', async () => {
    const { issuer } = await issuerOfTest();
    const code = await codeFor(issuer, 'attestant');
    for (const change of [{ client_id: 'local-skr' }, { client_secret: 'x' }]) {
      const answer = await issuer.answer(exchange({ code, ...change }));
      expect([answer.status, jsonOf(answer).error]).toEqual([401, 'invalid_client']);
    }
  });
});

describe('A refresh token', () => {
  const refreshing = (token: string) =>
    exchange({ grant_type: 'refresh_token', refresh_token: token });

  it('gives a new access token of the same sign-in, after months of simulated time', async () => {
    const { issuer, clocks } = await issuerOfTest();
    const first = jsonOf(await issuer.answer(exchange({ code: await codeFor(issuer, 'revisor') })));
    clocks.now = '2022-05-02T07:00:00.000Z';
    const second = jsonOf(await issuer.answer(refreshing(first.refresh_token ?? '')));
    expect(decodeJwt(second.access_token ?? '')).toMatchObject({
      sub: 'local-revisor',
      auth_time: Date.parse('2021-03-01T07:00:00Z') / 1000,
      iat: Date.parse('2022-05-02T07:00:00Z') / 1000,
    });
  });

  it('is neither an access token nor an identity token, nor what somebody made up', async () => {
    const { issuer } = await issuerOfTest();
    const given = jsonOf(await issuer.answer(exchange({ code: await codeFor(issuer, 'revisor') })));
    for (const token of [given.access_token, given.id_token, 'made-up', `${given.refresh_token}x`])
      expect(jsonOf(await issuer.answer(refreshing(token ?? ''))).error).toBe('invalid_grant');
  });
});

describe("SKR's machine", () => {
  const asking = (form: Record<string, string>, basic?: string) =>
    request(
      'POST',
      '/issuer/oauth2/token',
      { grant_type: 'client_credentials', ...form },
      basic ? [['Authorization', `Basic ${Buffer.from(basic).toString('base64')}`]] : [],
    );

  it('gets a token with its scope and no groups, for its id and secret', async () => {
    const { issuer, keys } = await issuerOfTest();
    for (const ask of [
      asking({ client_id: 'local-skr', client_secret: keys.skrSecret }),
      asking({ scope: 'statsbidrag/requisitions' }, `local-skr:${keys.skrSecret}`),
    ]) {
      const { access_token: token = '' } = jsonOf(await issuer.answer(ask));
      const claims = decodeJwt(token);
      expect(claims).toMatchObject({
        sub: 'local-skr',
        client_id: 'local-skr',
        token_use: 'access',
        scope: 'statsbidrag/requisitions',
      });
      expect(claims).not.toHaveProperty('cognito:groups');
    }
  });

  it.each([
    ['another secret', { client_id: 'local-skr', client_secret: 'x' }],
    ['no secret', { client_id: 'local-skr' }],
    ['another id', { client_id: 'local-console', client_secret: 'x' }],
  ])('gets none with %s', async (_, form) => {
    const { issuer } = await issuerOfTest();
    const answer = await issuer.answer(asking(form));
    expect([answer.status, jsonOf(answer).error]).toEqual([401, 'invalid_client']);
  });

  it('gets no scope but its own', async () => {
    const { issuer, keys } = await issuerOfTest();
    const form = { client_id: 'local-skr', client_secret: keys.skrSecret, scope: 'openid' };
    expect(jsonOf(await issuer.answer(asking(form))).error).toBe('invalid_scope');
  });
});

describe('The token endpoint', () => {
  it.each([
    ['a form only', { ...exchange({}), headers: [] }, 'invalid_request'],
    ['a grant that it knows', exchange({ grant_type: 'password' }), 'unsupported_grant_type'],
  ])('takes %s', async (_, asking, error) => {
    const { issuer } = await issuerOfTest();
    const answer = await issuer.answer(asking);
    expect([answer.status, jsonOf(answer).error]).toEqual([400, error]);
    expect(answer.headers).toContainEqual(['cache-control', 'no-store']);
  });
});
