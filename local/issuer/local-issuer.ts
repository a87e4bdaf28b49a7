import { SIGNED_IN_PATH, SIGNED_OUT_PATH } from '../../functions/contract/console-paths.ts';
import { localOfficials, officialAs } from '../officials/people.ts';
import {
  headerOf,
  jsonAnswer,
  pathOf,
  queryOf,
  type WebAnswer,
  type WebRequest,
} from '../serving/web.ts';
import {
  type AuthorizationRequest,
  authorizationRequest,
  type Refused,
} from './authorization-request.ts';
import { CONSOLE_CLIENT } from './clients.ts';
import { Codes } from './codes.ts';
import type { IssuerKeys } from './keys.ts';
import { refusalPage, signInPage } from './sign-in-page.ts';
import { grantTypes, scopes, type TokenEndpoint, tokenEndpoint } from './token-endpoint.ts';
import { TokenMint } from './token-mint.ts';

export interface LocalIssuerOptions {
  /** Where the console and everything else is served: `http://127.0.0.1:8021`. */
  readonly origin: string;
  readonly keys: IssuerKeys;
  /** The simulated clock, as ISO instant. */
  readonly now: () => string;
  /** Real time, as ISO instant; the machine's when left out. */
  readonly realNow?: () => string;
}

/** Where the issuer lies under its origin. */
export const ISSUER_PATH = '/issuer';

/**
 * The OAuth 2.0 and OpenID Connect server that stands in for Cognito on this machine. It knows the local people and no
 * password; nothing that is deployed trusts it.
 */
export class LocalIssuer {
  readonly url: string;
  readonly #options: LocalIssuerOptions;
  readonly #endpoint: TokenEndpoint;

  constructor(options: LocalIssuerOptions) {
    const { origin, keys, now, realNow = () => new Date().toISOString() } = options;
    this.url = `${origin}${ISSUER_PATH}`;
    this.#options = options;
    const mint = new TokenMint(this.url, keys);
    const codes = new Codes(realNow);
    this.#endpoint = { mint, codes, now, realNow, skrSecret: keys.skrSecret };
  }

  /** Answers a request whose path begins with `/issuer`. */
  async answer(request: WebRequest): Promise<WebAnswer> {
    const { method } = request;
    const path = pathOf(request).slice(ISSUER_PATH.length);
    const answers: Record<string, Record<string, () => WebAnswer | Promise<WebAnswer>>> = {
      '/.well-known/openid-configuration': { GET: () => jsonAnswer(200, this.#discovery()) },
      '/.well-known/jwks.json': {
        GET: () => jsonAnswer(200, { keys: [this.#options.keys.jwk] }),
      },
      // The simulated time, which whoever makes a token by hand needs: npm run token.
      '/time': { GET: () => jsonAnswer(200, { now: this.#options.now() }) },
      '/oauth2/authorize': {
        GET: () => this.#authorize(request, () => signInPage(localOfficials, request.target)),
        POST: () => this.#authorize(request, (asked) => this.#signIn(request, asked)),
      },
      '/oauth2/token': { POST: () => tokenEndpoint(request, this.#endpoint) },
      '/logout': { GET: () => this.#logout(request) },
    };
    const found = Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (found === undefined)
      return jsonAnswer(404, { error: 'not_found', allowed: Object.keys(answers) });
    const answer = Object.hasOwn(found, method) ? found[method] : undefined;
    if (answer !== undefined) return await answer();
    const allow = Object.keys(found).join(', ');
    return jsonAnswer(405, { error: 'method_not_allowed' }, [['allow', allow]]);
  }

  #discovery(): Record<string, unknown> {
    const { url } = this;
    return {
      issuer: url,
      authorization_endpoint: `${url}/oauth2/authorize`,
      token_endpoint: `${url}/oauth2/token`,
      end_session_endpoint: `${url}/logout`,
      jwks_uri: `${url}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      grant_types_supported: grantTypes,
      code_challenge_methods_supported: ['S256'],
      scopes_supported: scopes,
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
    };
  }

  async #authorize(
    request: WebRequest,
    go: (asked: AuthorizationRequest) => WebAnswer,
  ): Promise<WebAnswer> {
    const read = authorizationRequest(queryOf(request), [
      `${this.#options.origin}${SIGNED_IN_PATH}`,
    ]);
    return 'asked' in read ? go(read.asked) : refusal(read.refused);
  }

  #signIn(request: WebRequest, asked: AuthorizationRequest): WebAnswer {
    // A page of another site must not sign anybody in.
    const from = headerOf(request, 'origin');
    if (from !== undefined && from !== this.#options.origin)
      return refusalPage(403, `Origin: given ${from}, allowed: ${this.#options.origin}.`);
    const as = new URLSearchParams(request.body.toString('utf8')).get('as');
    const who = officialAs(as ?? '');
    if (who === undefined) return refusalPage(400, `Nobody is called ${as ?? 'nothing'} here.`);
    const signedInAt = this.#options.now();
    const code = this.#endpoint.codes.give({ who, asked, signedInAt });
    return redirect(asked.redirectUri, { code, state: asked.state });
  }

  /** Signing out: nothing is kept here that could be ended, so it only leads back. */
  #logout(request: WebRequest): WebAnswer {
    const query = queryOf(request);
    const clientId = query.get('client_id');
    const back = query.get('logout_uri');
    const allowed = `${this.#options.origin}${SIGNED_OUT_PATH}`;
    if (clientId === CONSOLE_CLIENT && back === allowed) return redirect(back, {});
    return refusalPage(
      400,
      `Given client_id ${clientId ?? 'nothing'} and logout_uri ${back ?? 'nothing'}; allowed: ${CONSOLE_CLIENT} and ${allowed}.`,
    );
  }
}

function refusal(refused: Refused): WebAnswer {
  if ('show' in refused) return refusalPage(400, refused.show);
  const { redirectUri, state, error, why } = refused;
  return redirect(redirectUri, { error, error_description: why, state });
}

/** 303: what follows is a GET, also after the form was posted. */
function redirect(to: string, parameters: Readonly<Record<string, string | null>>): WebAnswer {
  const url = new URL(to);
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.set(name, value);
  return {
    status: 303,
    headers: [
      ['location', url.href],
      ['cache-control', 'no-store'],
      ['referrer-policy', 'no-referrer'],
    ],
    body: '',
  };
}
