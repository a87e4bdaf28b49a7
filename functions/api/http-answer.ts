import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Language } from '../contract/api/problem-type.ts';
import { type OperationId, routes } from '../contract/api/routes.ts';
import type { FileAnswer } from '../contract/api/shapes/files.ts';

export type Headers = Readonly<Record<string, string | undefined>>;

/** The operation that the gateway has routed a request to. */
export function operationOf({
  httpMethod,
  resource,
}: APIGatewayProxyEvent): OperationId | undefined {
  const found = Object.entries(routes).find(
    ([, { method, path }]) => method === httpMethod && path === resource,
  );
  return found?.[0] as OperationId | undefined;
}

export const lowerCased = ({ headers }: APIGatewayProxyEvent): Headers =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );

/** An answer in JSON; with a status of 400 or more it is a problem document. */
export function result(
  statusCode: number,
  body: unknown,
  language: Language,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyResult {
  const isProblem = statusCode >= 400;
  return {
    statusCode,
    headers: {
      'content-type': isProblem ? 'application/problem+json' : 'application/json',
      ...commonHeaders(language),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** A document is answered byte for byte; the gateway is given base64 and makes bytes of it again. */
export function document(
  statusCode: number,
  { name, mediaType, bytes }: FileAnswer,
  language: Language,
): APIGatewayProxyResult {
  return {
    statusCode,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      ...commonHeaders(language),
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
}

const commonHeaders = (language: Language) => ({
  'content-language': language,
  'cache-control': 'no-store',
  vary: 'Accept-Language, Authorization',
});
