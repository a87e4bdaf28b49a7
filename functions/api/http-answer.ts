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

/**
 * The headers by their names in small letters. One that is given twice is both with a comma between, as HTTP has it (RFC 9110, 5.3):
 * of a key, a token or a media type that is none. The gateway alone would keep the last.
 */
export function lowerCased({ headers, multiValueHeaders }: APIGatewayProxyEvent): Headers {
  const all = new Map<string, readonly string[]>();
  const given = Object.entries({ ...headers, ...multiValueHeaders });
  for (const [name, value] of given) {
    const values = value === undefined ? [] : [value].flat();
    all.set(name.toLowerCase(), [...(all.get(name.toLowerCase()) ?? []), ...values]);
  }
  return Object.fromEntries(
    [...all]
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, values.join(', ')]),
  );
}

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
      'content-disposition': `attachment; ${nameInHeader(name)}`,
      'x-content-type-options': 'nosniff',
      ...commonHeaders(language),
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
}

/**
 * The name that a document is to be kept under (RFC 6266). A header has plain letters only, so a name with others is said a second time as
 * the bytes that it is.
 */
function nameInHeader(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, percentEncoded);
  return plain === name ? `filename="${name}"` : `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const percentEncoded = (letter: string): string =>
  `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

const commonHeaders = (language: Language) => ({
  'content-language': language,
  'cache-control': 'no-store',
  vary: 'Accept-Language, Authorization',
});
