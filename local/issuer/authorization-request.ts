import { CONSOLE_CLIENT, consoleScopes } from './clients.ts';

/** What a client asks for when it sends somebody to sign in (RFC 6749, 4.1.1; RFC 7636, 4.3). */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string | null;
  readonly nonce: string | null;
  readonly scope: string;
  /** The SHA-256 of the client's verifier, base64url. */
  readonly challenge: string;
}

/**
 * Why a request is not followed. Without an address that is known to be the client's it is shown to the person and sent
 * nowhere, since an unknown address could be anybody's.
 */
export type Refused =
  | { readonly show: string }
  | {
      readonly redirectUri: string;
      readonly state: string | null;
      readonly error: string;
      readonly why: string;
    };

/** Reads the query of `/oauth2/authorize`. Only the code flow with PKCE S256 is taken. */
export function authorizationRequest(
  query: URLSearchParams,
  redirectUris: readonly string[],
): { readonly asked: AuthorizationRequest } | { readonly refused: Refused } {
  const twice = [...query.keys()].find((name) => query.getAll(name).length > 1);
  if (twice !== undefined)
    return { refused: { show: `"${twice}" was given twice; once is allowed.` } };
  const clientId = query.get('client_id');
  if (clientId !== CONSOLE_CLIENT)
    return { refused: { show: given('client_id', clientId, [CONSOLE_CLIENT]) } };
  const redirectUri = query.get('redirect_uri');
  if (redirectUri === null || !redirectUris.includes(redirectUri))
    return { refused: { show: given('redirect_uri', redirectUri, redirectUris) } };
  const state = query.get('state');
  const wrong = whatIsWrong(query);
  if (wrong) return { refused: { redirectUri, state, ...wrong } };
  const asked = {
    ...{ redirectUri, state, nonce: query.get('nonce') },
    scope: query.get('scope') ?? consoleScopes.join(' '),
    challenge: query.get('code_challenge') ?? '',
  };
  return { asked };
}

function whatIsWrong(
  query: URLSearchParams,
): { readonly error: string; readonly why: string } | undefined {
  const type = query.get('response_type');
  if (type !== 'code')
    return { error: 'unsupported_response_type', why: given('response_type', type, ['code']) };
  const method = query.get('code_challenge_method');
  if (method !== 'S256')
    return { error: 'invalid_request', why: given('code_challenge_method', method, ['S256']) };
  const challenge = query.get('code_challenge');
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge ?? ''))
    return {
      error: 'invalid_request',
      why: given('code_challenge', challenge, ['43 characters of base64url']),
    };
  const scope = query.get('scope');
  if (scope !== null && !scope.split(' ').every((each) => isConsoleScope(each)))
    return { error: 'invalid_scope', why: given('scope', scope, consoleScopes) };
  if (query.get('prompt') === 'none')
    return { error: 'login_required', why: 'Nobody stays signed in at the local issuer.' };
  return undefined;
}

const isConsoleScope = (scope: string): boolean => consoleScopes.some((each) => each === scope);

const given = (name: string, value: string | null, allowed: readonly string[]): string =>
  `${name}: given ${value === null ? 'nothing' : JSON.stringify(value)}, allowed: ${allowed.join(', ')}.`;
