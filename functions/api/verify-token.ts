import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import { clocksDifferBySeconds } from '../../core/payment/rights.ts';
import type { Caller } from '../contract/api/operation.ts';
import {
  CONSOLE_SCOPE,
  REQUISITIONS_SCOPE,
  regionOfGroup,
  roleOfGroup,
} from '../contract/api/roles.ts';
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
 * identity token, one that has expired or is not valid yet, a wrong signature; one of nobody, whose `sub` is not text; one made or
 * signed in for more than five seconds from now, as no two clocks differ; one with a scope that its client may not ask for, or with
 * none. A person's roles come from groups, the machine's from its client; the name is put into the token by the pool, never by its
 * bearer.
 */
export async function verifyToken(
  header: string | undefined,
  at: Instant,
  trust: Trust,
): Promise<Caller> {
  const token = bearer(header ?? '');
  if (token === undefined) throw notSignedIn();
  const claims = await verified(token, at, trust);
  if (claims.token_use !== 'access') throw notSignedIn();
  const said = saidOf(claims, at);
  if (claims.client_id === trust.skrClient && hasOnly(claims, REQUISITIONS_SCOPE))
    return machine(said);
  if (claims.client_id === trust.consoleClient && hasOnly(claims, CONSOLE_SCOPE))
    return personOf(said, claims);
  throw notSignedIn();
}

const MOST_LETTERS = 8_200;

const bearer = (header: string): string | undefined =>
  header.length <= MOST_LETTERS
    ? /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(header)?.[1]
    : undefined;

async function verified(token: string, at: Instant, trust: Trust): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, trust.keys, {
      issuer: trust.issuer,
      algorithms: ['RS256'],
      currentDate: new Date(at),
      clockTolerance: clocksDifferBySeconds,
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

/** Who it is and since when, as every token says it. */
interface Said {
  readonly sub: string;
  readonly signedInAt: Instant;
}

const MOST_OF_SUB = 128;

/** Refuses a token that does not say whose it is, or is said to be made or signed in for at another time than one that has been. */
function saidOf({ sub, iat, auth_time: authTime = iat }: JWTPayload, at: Instant): Said {
  const last = Math.floor(Date.parse(at) / 1000) + clocksDifferBySeconds;
  const hasBeen = (seconds: unknown): seconds is number =>
    Number.isSafeInteger(seconds) && Number(seconds) >= 0 && Number(seconds) <= last;
  if (typeof sub !== 'string' || sub.length > MOST_OF_SUB || !/^[^\s#/]+$/.test(sub))
    throw notSignedIn();
  if (!hasBeen(iat) || !hasBeen(authTime)) throw notSignedIn();
  return { sub, signedInAt: parseInstant(new Date(authTime * 1000).toISOString()) };
}

/** No client may ask for more than its one scope. */
const hasOnly = ({ scope }: JWTPayload, allowed: string): boolean => scope === allowed;

const machine = (said: Said): Caller => ({
  person: { ...said, name: 'SKR', groups: ['skr'] },
  roles: ['skr'],
  regions: [],
});

function personOf(said: Said, claims: JWTPayload): Caller {
  const given = claims['cognito:groups'];
  const groups = Array.isArray(given) ? given.filter((each) => typeof each === 'string') : [];
  const held = groups.filter((group) => roleOfGroup(group) !== undefined);
  const name = text(claims.name) || text(claims.username);
  if (name === '') throw notSignedIn();
  return {
    person: { ...said, name, groups: held },
    roles: [...new Set(held.map(roleOfGroup))].filter((role) => role !== undefined),
    regions: held.map(regionOfGroup).filter((region) => region !== undefined),
  };
}

const text = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

const notSignedIn = () =>
  new Refused('not-signed-in', {}, { headers: { 'www-authenticate': 'Bearer' } });
