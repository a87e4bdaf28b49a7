import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ACCOUNT } from '../cloud/intrinsics.ts';
import type { ApiMethod, RestApiResource } from '../cloud/rest-api-template.ts';
import { headerOf, pathOf, queryOf, type WebRequest } from '../serving/web.ts';
import { isBinary } from './binary.ts';

export interface ProxyEventParts {
  readonly api: RestApiResource;
  readonly method: ApiMethod;
  readonly parameters: Readonly<Record<string, string>>;
  readonly request: WebRequest;
  readonly requestId: string;
  /** The simulated clock, as ISO instant: what a function takes for the time of the request. */
  readonly now: string;
}

/** The event that API Gateway gives a function for a request (proxy integration, format 1.0). Names without a value are null. */
export function proxyEvent(parts: ProxyEventParts): APIGatewayProxyEvent {
  const { api, method, parameters, request } = parts;
  const path = pathOf(request);
  const query = grouped([...queryOf(request)]);
  const headers = grouped(request.headers);
  const binary = isBinary(headerOf(request, 'content-type'), api.binaryMediaTypes);
  return {
    resource: method.resource,
    path,
    httpMethod: request.method,
    headers: last(headers),
    multiValueHeaders: headers,
    queryStringParameters: nullIfEmpty(last(query)),
    multiValueQueryStringParameters: nullIfEmpty(query),
    pathParameters: nullIfEmpty(parameters),
    stageVariables: null,
    requestContext: contextOf(parts, path),
    body: request.body.length === 0 ? null : request.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && request.body.length > 0,
  };
}

function contextOf(
  { api, method, request, requestId, now }: ProxyEventParts,
  path: string,
): APIGatewayProxyEvent['requestContext'] {
  const host = headerOf(request, 'host') ?? '';
  return {
    resourceId: method.resourceId,
    resourcePath: method.resource,
    httpMethod: request.method,
    extendedRequestId: requestId,
    requestTime: requestTimeOf(now),
    path: `/${api.stage}${path}`,
    accountId: ACCOUNT,
    protocol: 'HTTP/1.1',
    stage: api.stage,
    domainPrefix: api.id,
    requestTimeEpoch: Date.parse(now),
    requestId,
    identity: {
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      sourceIp: '127.0.0.1',
      principalOrgId: null,
      accessKey: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: headerOf(request, 'user-agent') ?? null,
      user: null,
      apiKey: null,
      apiKeyId: null,
      clientCert: null,
    },
    domainName: host,
    apiId: api.id,
    authorizer: null,
  };
}

/** `01/Mar/2021:05:00:00 +0000`, as in the common log format. */
function requestTimeOf(now: string): string {
  const [, , day, month, year, time] =
    /^(\w+), (\d\d) (\w+) (\d{4}) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

function grouped(
  pairs: readonly (readonly [name: string, value: string])[],
): Record<string, string[]> {
  // Without a prototype: somebody may send a name that every object has.
  const all: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    all[name] ??= [];
    all[name].push(value);
  }
  return all;
}

const last = (all: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.at(-1) ?? '']));

const nullIfEmpty = <T extends object>(all: T): T | null =>
  Object.keys(all).length === 0 ? null : all;
