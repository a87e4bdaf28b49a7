import { createHash, randomBytes } from 'node:crypto';
import type { LocalOfficial } from '../officials/people.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

/** What a code stands for. */
export interface Granted {
  readonly who: LocalOfficial;
  readonly asked: AuthorizationRequest;
  readonly signedInAt: string;
}

/** Real time: the simulated clock may jump a month while a browser follows a redirect. */
const LIVES_MS = 60_000;
const MOST = 1000;

/** Authorization codes: each is good for one exchange, within a minute, by whoever knows the verifier. */
export class Codes {
  readonly #realNow: () => string;
  readonly #granted = new Map<string, Granted & { readonly until: number }>();

  /** @param realNow real time, as ISO instant */
  constructor(realNow: () => string) {
    this.#realNow = realNow;
  }

  give(granted: Granted): string {
    const now = Date.parse(this.#realNow());
    for (const [code, { until }] of this.#granted)
      if (until < now || this.#granted.size >= MOST) this.#granted.delete(code);
    const code = randomBytes(32).toString('base64url');
    this.#granted.set(code, { ...granted, until: now + LIVES_MS });
    return code;
  }

  /** Takes a code back; used up also when the rest of the exchange is wrong. Undefined for none that is good. */
  take(code: string, redirectUri: string, verifier: string): Granted | undefined {
    const found = this.#granted.get(code);
    this.#granted.delete(code);
    if (found === undefined || found.until < Date.parse(this.#realNow())) return undefined;
    if (found.asked.redirectUri !== redirectUri) return undefined;
    // RFC 7636, 4.1: a verifier has 43 to 128 characters of these.
    if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return undefined;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return challenge === found.asked.challenge ? found : undefined;
  }
}
