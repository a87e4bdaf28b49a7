import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import type { Caller } from '../contract/api/operation.ts';
import { REQUISITIONS_SCOPE, regionOfGroup, roleOfGroup } from '../contract/api/roles.ts';
import { Refused } from '../shared/refused.ts';

/** Whose tokens count: the issuer, and the clients that people and SKR's machine use. */
export interface Trust {
  readonly issuer: string;
  readonly consoleClient: string;
  readonly skrClient: string;
  readonly keys: JWTVerifyGetKey;
}

/** The keys of an issuer, fetched once and again when a token names one that is not known. */
export const keysOf = (issuer: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: 3000 });

/**
 * Who calls, by the access token in `Authorization: Bearer …`.
 *
 * Refused, all with the same answer so that nothing is learnt from it: no token, another issuer, algorithm or client, an
 * identity token, one that has expired or is not valid yet, a wrong signature. A person's roles come from groups, the
 * machine's from its scope; the name is put into the token by the pool, never by its bearer.
 */
export async function verifyToken(
  header: string | undefined,
  at: Instant,
  trust: Trust,
): Promise<Caller> {
  const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw notSignedIn();
  const claims = await verified(token, at, trust);
  if (claims.token_use !== 'access') throw notSignedIn();
  if (claims.client_id === trust.skrClient) return machine(claims);
  if (claims.client_id === trust.consoleClient) return personOf(claims);
  throw notSignedIn();
}

async function verified(token: string, at: Instant, trust: Trust): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, trust.keys, {
      issuer: trust.issuer,
      algorithms: ['RS256'],
      currentDate: new Date(at),
      clockTolerance: 5,
      requiredClaims: ['sub', 'exp', 'iat', 'client_id', 'token_use'],
    });
    return payload;
  } catch (error) {
    if (tokenErrors.some((kind) => error instanceof kind)) throw notSignedIn();
    throw error;
  }
}

/** What is wrong with a token. Anything else, such as keys that cannot be had, is not the caller's. */
const tokenErrors = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
] as const;

function machine(claims: JWTPayload): Caller {
  const scopes = text(claims.scope).split(' ');
  const person = {
    sub: text(claims.sub),
    name: 'SKR',
    groups: scopes.includes(REQUISITIONS_SCOPE) ? ['skr'] : [],
    signedInAt: signedInAt(claims),
  };
  return { person, roles: person.groups.length > 0 ? ['skr'] : [], regions: [] };
}

function personOf(claims: JWTPayload): Caller {
  const given = claims['cognito:groups'];
  const groups = Array.isArray(given) ? given.filter((each) => typeof each === 'string') : [];
  const held = groups.filter((group) => roleOfGroup(group) !== undefined);
  const name = text(claims.name) || text(claims.username);
  if (name === '') throw notSignedIn();
  return {
    person: { sub: text(claims.sub), name, groups: held, signedInAt: signedInAt(claims) },
    roles: [...new Set(held.map(roleOfGroup))].filter((role) => role !== undefined),
    regions: held.map(regionOfGroup).filter((region) => region !== undefined),
  };
}

const text = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

function signedInAt({ auth_time: authTime, iat }: JWTPayload): Instant {
  const seconds = typeof authTime === 'number' ? authTime : iat;
  return parseInstant(new Date(Number(seconds) * 1000).toISOString());
}

const notSignedIn = () =>
  new Refused('not-signed-in', {}, { headers: { 'www-authenticate': 'Bearer' } });
