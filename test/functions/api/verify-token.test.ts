import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { verifyToken } from '../../../functions/api/verify-token.ts';
import { issuer, machineToken, NOW, token, tokenOf, trust } from './support.ts';

const at = parseInstant(NOW);
const verify = (header: string | undefined) => verifyToken(header, at, trust);
/** Claims to change; `undefined` leaves one out. */
type Claims = Readonly<Record<string, unknown>>;
const bearer = async (claims: Claims) => `Bearer ${await token(claims)}`;
const seconds = Date.parse(NOW) / 1000;

describe('a token that holds', () => {
  it('says who a person is, when they signed in, and by their groups what they may be', async () => {
    const caller = await verify(
      `Bearer ${await tokenOf('Ulf', 'utanordnare', 'region-09', 'okänd')}`,
    );
    expect(caller).toEqual({
      person: {
        sub: 'sub-Ulf',
        name: 'Ulf',
        groups: ['utanordnare', 'region-09'],
        signedInAt: '2022-01-25T08:59:00.000Z',
      },
      roles: ['utanordnare', 'region'],
      regions: ['09'],
    });
  });

  it("makes a client with SKR's scope SKR's machine", async () => {
    const caller = await verify(`Bearer ${await machineToken()}`);
    expect([caller.roles, caller.person.groups]).toEqual([['skr'], ['skr']]);
  });
});

it('clocks that differ by five seconds are no matter', async () => {
  const claims = { iat: seconds + 5, auth_time: seconds + 5 };
  const { person } = await verify(await bearer(claims));
  expect(person.signedInAt).toBe('2022-01-25T09:00:05.000Z');
});

describe('a role is not to be had', () => {
  it.each<[string, JWTPayload]>([
    ['by a person in a group named as the machine', { 'cognito:groups': ['skr'] }],
    ['by a group of a region that does not exist', { 'cognito:groups': ['region-02'] }],
    ['by an attribute that looks like a role', { 'custom:role': 'attestant', role: 'attestant' }],
  ])('%s', async (_what, claims) => {
    expect((await verify(await bearer(claims))).roles).toEqual([]);
  });

  it('by the machine in a group: it is the machine', async () => {
    const scope = 'statsbidrag/requisitions';
    const claims = { client_id: 'skr-machine', scope, 'cognito:groups': ['attestant'] };
    expect((await verify(await bearer(claims))).roles).toEqual(['skr']);
  });
});

describe('the answer is the same 401 for', () => {
  const refused = { code: 'not-signed-in', headers: { 'www-authenticate': 'Bearer' } };

  it.each<[string, string | undefined]>([
    ['no token', undefined],
    ['another scheme', 'Basic YTpi'],
    ['what is no token', 'Bearer nonsense'],
    ['an empty token', 'Bearer '],
  ])('%s', async (_what, header) => {
    await expect(verify(header)).rejects.toMatchObject(refused);
  });

  it.each<[string, Claims]>([
    ['another issuer', { iss: `${issuer}x` }],
    ['another client', { client_id: 'somebody' }],
    ['an identity token', { token_use: 'id' }],
    ['no use at all', { token_use: undefined }],
    ['an expired token', { exp: seconds - 6 }],
    ['a token without an end', { exp: undefined }],
    ['a token that is not valid yet', { nbf: seconds + 60 }],
    ['a token of nobody', { sub: undefined }],
    ['a token of no name', { sub: '' }],
    ['a token of a blank', { sub: ' ' }],
    ['a token of a number', { sub: 7 }],
    ['a token of several', { sub: ['sub-1', 'sub-2'] }],
    ['a token of a name that no key holds', { sub: 'a#b' }],
    ['a token of a name longer than any', { sub: 'x'.repeat(129) }],
    ['a token made in six seconds', { iat: seconds + 6 }],
    ['a token made at no number', { iat: 'now' }],
    ['a token of a person who signs in in six seconds', { auth_time: seconds + 6 }],
    ['a token of a person who signed in before all time', { auth_time: -1e300 }],
    ['a token of a person who signed in at some text', { auth_time: String(seconds) }],
    ['a token without a scope', { scope: undefined }],
    ['a token with an empty scope', { scope: '' }],
    ['a scope that is none of ours', { scope: 'openid email' }],
    ['the scope by which users change themselves', { scope: 'aws.cognito.signin.user.admin' }],
    ['a person with the scope of the machine', { scope: 'statsbidrag/requisitions' }],
    ['a person with both scopes', { scope: 'openid statsbidrag/requisitions' }],
    ['the machine with the scope of people', { client_id: 'skr-machine', scope: 'openid' }],
    ['a person without a name', { name: undefined, username: undefined }],
  ])('%s', async (_what, claims) => {
    await expect(verify(await bearer(claims))).rejects.toMatchObject(refused);
  });

  it('a signature of another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({
      iss: issuer,
      sub: 'x',
      client_id: 'console',
      token_use: 'access',
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 60)
      .sign(privateKey);
    await expect(verify(`Bearer ${forged}`)).rejects.toMatchObject(refused);
  });

  it('another algorithm: the issuer and its public key say nothing of who made an HS256 token', async () => {
    const forged = await new SignJWT({
      iss: issuer,
      sub: 'x',
      client_id: 'console',
      token_use: 'access',
    })
      .setProtectedHeader({ alg: 'HS256', kid: 'test' })
      .setExpirationTime(seconds + 60)
      .sign(new TextEncoder().encode('the public key, taken for a secret one'));
    await expect(verify(`Bearer ${forged}`)).rejects.toMatchObject(refused);
  });

  it('no algorithm', async () => {
    const unsigned = new UnsecuredJWT({ iss: issuer, sub: 'x', client_id: 'console' }).encode();
    await expect(verify(`Bearer ${unsigned}`)).rejects.toMatchObject(refused);
  });
});

it('keys that cannot be had are our trouble and no 401', async () => {
  const keys = () => Promise.reject(new Error('no route to the issuer'));
  await expect(verifyToken(await bearer({}), at, { ...trust, keys })).rejects.toThrow(
    'no route to the issuer',
  );
});
