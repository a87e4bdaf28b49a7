import { timingSafeEqual } from 'node:crypto';
import { headerOf, jsonAnswer, type WebAnswer, type WebRequest } from '../serving/web.ts';
import { CONSOLE_CLIENT, consoleScopes, SKR_CLIENT, skrScopes } from './clients.ts';
import type { Codes } from './codes.ts';
import { digestOf } from './keys.ts';
import { lifetimes, type TokenMint } from './token-mint.ts';

export interface TokenEndpoint {
  readonly mint: TokenMint;
  readonly codes: Codes;
  /** The simulated clock, as ISO instant. */
  readonly now: () => string;
  /** Real time, as ISO instant. */
  readonly realNow: () => string;
  readonly skrSecret: string;
}

/** Why no token is given (RFC 6749, 5.2). */
class Refused extends Error {
  readonly error: string;
  readonly status: number;

  constructor(error: string, why: string, status = 400) {
    super(why);
    this.error = error;
    this.status = status;
  }
}

/** Answers `POST /oauth2/token`: authorization_code and refresh_token for the console, client_credentials for SKR. */
export async function tokenEndpoint(
  request: WebRequest,
  endpoint: TokenEndpoint,
): Promise<WebAnswer> {
  const noStore = [['cache-control', 'no-store']] as const;
  try {
    const form = formOf(request);
    const tokens = await tokensFor(form, credentialsOf(request, form), endpoint);
    return jsonAnswer(200, { ...tokens, token_type: 'Bearer' }, noStore);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { status, message } = error;
    const challenge = status === 401 ? ([['www-authenticate', 'Basic']] as const) : [];
    const said = { error: error.error, error_description: message };
    return jsonAnswer(status, said, [...noStore, ...challenge]);
  }
}

function formOf(request: WebRequest): URLSearchParams {
  const type = headerOf(request, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new Refused(
      'invalid_request',
      `Content-Type: given ${type ?? 'nothing'}, allowed: application/x-www-form-urlencoded.`,
    );
  const form = new URLSearchParams(request.body.toString('utf8'));
  const twice = [...form.keys()].find((name) => form.getAll(name).length > 1);
  if (twice !== undefined)
    throw new Refused('invalid_request', `"${twice}" was given twice; once is allowed.`);
  return form;
}

interface Credentials {
  readonly id: string | null;
  readonly secret: string | null;
}

/** From the Authorization header, else from the form (RFC 6749, 2.3.1). */
function credentialsOf(request: WebRequest, form: URLSearchParams): Credentials {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (basic === undefined) return { id: form.get('client_id'), secret: form.get('client_secret') };
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s);
  const decoded = new URLSearchParams(`id=${id}&secret=${secret}`);
  return { id: decoded.get('id'), secret: decoded.get('secret') };
}

function tokensFor(
  form: URLSearchParams,
  credentials: Credentials,
  endpoint: TokenEndpoint,
): Promise<Record<string, unknown>> {
  const grant = form.get('grant_type');
  if (grant === 'authorization_code') return byCode(form, credentials, endpoint);
  if (grant === 'refresh_token') return byRefreshToken(form, credentials, endpoint);
  if (grant === 'client_credentials') return byCredentials(form, credentials, endpoint);
  throw new Refused(
    'unsupported_grant_type',
    `grant_type: given ${grant ?? 'nothing'}, allowed: authorization_code, refresh_token, client_credentials.`,
  );
}

async function byCode(
  form: URLSearchParams,
  credentials: Credentials,
  { mint, codes, now, realNow }: TokenEndpoint,
): Promise<Record<string, unknown>> {
  assertConsole(credentials);
  const granted = codes.take(
    form.get('code') ?? '',
    form.get('redirect_uri') ?? '',
    form.get('code_verifier') ?? '',
  );
  if (granted === undefined)
    throw new Refused(
      'invalid_grant',
      'The code is unknown, used or too old, or redirect_uri or code_verifier do not fit it.',
    );
  const { who, asked, signedInAt } = granted;
  const moment = { at: now(), signedInAt };
  return {
    access_token: await mint.accessToken(who, { ...moment, lives: lifetimes.console }, asked.scope),
    id_token: await mint.identityToken(who, { ...moment, realNow: realNow() }, asked.nonce),
    refresh_token: await mint.refreshToken(who, moment, asked.scope),
    expires_in: lifetimes.console,
  };
}

async function byRefreshToken(
  form: URLSearchParams,
  credentials: Credentials,
  { mint, now, realNow }: TokenEndpoint,
): Promise<Record<string, unknown>> {
  assertConsole(credentials);
  const refreshed = await mint.refreshed(form.get('refresh_token') ?? '', now());
  if (refreshed === undefined)
    throw new Refused('invalid_grant', 'The refresh token is not one of ours, or too old.');
  const { who, signedInAt, scope } = refreshed;
  const moment = { at: now(), signedInAt };
  // As in Cognito the refresh token itself goes on.
  return {
    access_token: await mint.accessToken(who, { ...moment, lives: lifetimes.console }, scope),
    id_token: await mint.identityToken(who, { ...moment, realNow: realNow() }, null),
    expires_in: lifetimes.console,
  };
}

async function byCredentials(
  form: URLSearchParams,
  { id, secret }: Credentials,
  { mint, now, skrSecret }: TokenEndpoint,
): Promise<Record<string, unknown>> {
  const right = secret !== null && timingSafeEqual(digestOf(secret), digestOf(skrSecret));
  if (id !== SKR_CLIENT || !right)
    throw new Refused('invalid_client', 'No client has that id and secret.', 401);
  const scope = form.get('scope') ?? skrScopes.join(' ');
  if (!scope.split(' ').every((each) => skrScopes.some((one) => one === each)))
    throw new Refused('invalid_scope', `scope: given ${scope}, allowed: ${skrScopes.join(' ')}.`);
  const at = now();
  return {
    access_token: await mint.machineToken({ at, signedInAt: at }, scope),
    expires_in: lifetimes.access,
  };
}

/** The console is a public client: it has no secret, and its code is bound to its verifier. */
function assertConsole({ id, secret }: Credentials): void {
  if (id !== CONSOLE_CLIENT || secret !== null)
    throw new Refused(
      'invalid_client',
      `client_id: given ${id ?? 'nothing'}${secret === null ? '' : ' with a secret'}, allowed: ${CONSOLE_CLIENT} without a secret.`,
      401,
    );
}

export const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'] as const;
export const scopes = [...consoleScopes, ...skrScopes] as const;
