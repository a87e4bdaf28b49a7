import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Records } from '../../../core/ports.ts';
import { serve } from '../../../functions/api/serve.ts';
import type { Trust } from '../../../functions/api/verify-token.ts';
import { REQUISITIONS_SCOPE } from '../../../functions/contract/api/roles.ts';
import {
  type ApiFunction,
  type OperationId,
  routes,
} from '../../../functions/contract/api/routes.ts';
import { RightfulRecords } from '../../helpers/rightful-records.ts';

export const issuer = 'https://issuer.example/pool';
export const NOW = '2022-01-25T09:00:00.000Z';

const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
const key = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' };

/** Trusts tokens of the issuer above, signed with a key of these tests. */
export const trust: Trust = {
  issuer,
  consoleClient: 'console',
  skrClient: 'skr-machine',
  keys: createLocalJWKSet({ keys: [key] }),
};

/** An access token as the pool makes them, with these claims changed; `undefined` leaves one out. */
export async function token(
  claims: Readonly<Record<string, unknown>> = {},
  at = NOW,
): Promise<string> {
  const seconds = Date.parse(at) / 1000;
  const payload = {
    ...{ iss: issuer, sub: 'sub-1', client_id: 'console', token_use: 'access', scope: 'openid' },
    ...{
      auth_time: seconds - 60,
      iat: seconds - 60,
      exp: seconds + 3540,
      name: 'Astrid Attestant',
    },
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(privateKey);
}

/** The token of somebody in these groups. */
export const tokenOf = (name: string, ...groups: string[]): Promise<string> =>
  token({ sub: `sub-${name}`, name, 'cognito:groups': groups });

/** The token of SKR's machine. */
export const machineToken = (): Promise<string> =>
  token({
    ...{ sub: 'skr-machine', client_id: 'skr-machine', scope: REQUISITIONS_SCOPE, name: undefined },
  });

/**
 * The handler of a function of the API as deployed: by token, and on a record of which it sees what its role lets it see. What is
 * refused to it fails the test here; the API would answer it as an internal error.
 */
export const served =
  (
    by: ApiFunction,
    operations: Readonly<Record<string, unknown>>,
    ports: { readonly records: Records },
  ) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const records = new RightfulRecords(by, ports.records);
    const handler = serve(
      operations,
      () => ({ ...ports, records }),
      () => trust,
    );
    const answer = await handler(event, {} as never);
    records.assertNothingRefused();
    return answer;
  };

interface Asked {
  readonly bearer?: string;
  readonly parameters?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Headers that come more than once. */
  readonly manyHeaders?: Record<string, string[]>;
  readonly at?: string;
}

let requests = 0;

/** A request for an operation as the gateway hands it over. */
export function eventOf(id: OperationId, asked: Asked = {}): APIGatewayProxyEvent {
  const { method, path } = routes[id];
  const { bearer, parameters = {}, query = {}, body, headers = {}, at = NOW } = asked;
  requests += 1;
  return {
    httpMethod: method,
    resource: path,
    path: path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parameters[name] ?? '')),
    pathParameters: parameters,
    queryStringParameters: query,
    multiValueQueryStringParameters: Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, [value]]),
    ),
    headers: {
      ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
      ...(method === 'POST' && { 'Idempotency-Key': `key-of-request-${requests}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    multiValueHeaders: asked.manyHeaders ?? {},
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
    stageVariables: null,
    requestContext: {
      requestId: `request-${requests}`,
      requestTimeEpoch: Date.parse(at),
    } as APIGatewayProxyEvent['requestContext'],
  };
}
