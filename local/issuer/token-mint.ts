import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { LocalOfficial } from '../officials/people.ts';
import { localOfficials } from '../officials/people.ts';
import { CONSOLE_CLIENT, SKR_CLIENT } from './clients.ts';
import type { IssuerKeys } from './keys.ts';

/** Seconds of simulated time that a token lives. */
export const lifetimes = {
  /** What is asked for at the moment when it is used. */
  access: 3600,
  /**
   * What the console holds, and refreshes. The clock goes through a month between two approvals in less time than the console
   * needs for a request: a token of an hour would be dead before its refreshed successor arrives.
   */
  console: 60 * 24 * 3600,
  /** Longer than any run: the simulated clock goes through two years and eleven months at the most. */
  long: 1100 * 24 * 3600,
} as const;

/** When a token is made, and when its bearer signed in: ISO instants of the simulated clock. */
export interface Moment {
  readonly at: string;
  readonly signedInAt: string;
  /** Seconds; `lifetimes.access` when left out. */
  readonly lives?: number;
}

/** An identity token is read by the browser, whose clock is not simulated: it lives an hour by both. */
export interface IdentityMoment extends Moment {
  /** Real time, as ISO instant. */
  readonly realNow: string;
}

/** What a refresh token stands for. */
export interface Refreshed {
  readonly who: LocalOfficial;
  readonly signedInAt: string;
  readonly scope: string;
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/**
 * Makes tokens with the claims that Cognito gives them. `name` in an access token is what the pool's pre-token-generation
 * trigger adds in AWS.
 */
export class TokenMint {
  readonly issuer: string;
  readonly #keys: IssuerKeys;

  constructor(issuer: string, keys: IssuerKeys) {
    this.issuer = issuer;
    this.#keys = keys;
  }

  /** What a person's client shows to the API. */
  accessToken(who: LocalOfficial, moment: Moment, scope: string): Promise<string> {
    return this.#signed(
      {
        sub: who.sub,
        token_use: 'access',
        client_id: CONSOLE_CLIENT,
        scope,
        'cognito:groups': who.groups,
        username: who.as,
        name: who.name,
      },
      moment,
    );
  }

  /** What tells a client who signed in; the API refuses it. */
  identityToken(
    who: LocalOfficial,
    { realNow, ...moment }: IdentityMoment,
    nonce: string | null,
  ): Promise<string> {
    const ahead = Math.max(0, seconds(realNow) - seconds(moment.at));
    return this.#signed(
      {
        sub: who.sub,
        aud: CONSOLE_CLIENT,
        token_use: 'id',
        'cognito:groups': who.groups,
        'cognito:username': who.as,
        name: who.name,
        ...(nonce !== null && { nonce }),
      },
      { ...moment, lives: ahead + lifetimes.access },
    );
  }

  /** What SKR's machine shows to the API: a client of its own, a scope, no groups. */
  machineToken(moment: Moment, scope: string): Promise<string> {
    return this.#signed(
      { sub: SKR_CLIENT, token_use: 'access', client_id: SKR_CLIENT, scope, version: 2 },
      moment,
    );
  }

  /** Signed too, so that somebody who is signed in stays so when the server is started anew. */
  refreshToken(who: LocalOfficial, { at, signedInAt }: Moment, scope: string): Promise<string> {
    return this.#signed(
      { sub: who.sub, token_use: 'refresh', client_id: CONSOLE_CLIENT, scope },
      { at, signedInAt, lives: lifetimes.long },
    );
  }

  /** Who a refresh token is for; undefined for one that is not ours, too old, or no refresh token. */
  async refreshed(token: string, at: string): Promise<Refreshed | undefined> {
    const options = { issuer: this.issuer, algorithms: ['RS256'], currentDate: new Date(at) };
    const verified = await jwtVerify(token, this.#keys.publicKey, options).catch(() => undefined);
    const claims = verified?.payload;
    if (claims?.token_use !== 'refresh' || claims.client_id !== CONSOLE_CLIENT) return undefined;
    const who = localOfficials.find(({ sub }) => sub === claims.sub);
    if (who === undefined || typeof claims.auth_time !== 'number') return undefined;
    const signedInAt = new Date(claims.auth_time * 1000).toISOString();
    return { who, signedInAt, scope: String(claims.scope) };
  }

  #signed(claims: Record<string, unknown>, moment: Moment): Promise<string> {
    const { at, signedInAt, lives = lifetimes.access } = moment;
    return new SignJWT({ ...claims, auth_time: seconds(signedInAt) })
      .setProtectedHeader({ alg: 'RS256', kid: this.#keys.jwk.kid })
      .setIssuer(this.issuer)
      .setIssuedAt(seconds(at))
      .setExpirationTime(seconds(at) + lives)
      .setJti(randomUUID())
      .sign(this.#keys.privateKey);
  }
}
