import type { APIGatewayProxyEvent } from 'aws-lambda';
import { jsonValue, NotStrictJson, strictJson } from '../../core/strict-json.ts';
import { Refused } from '../shared/refused.ts';

/**
 * The largest body that any operation takes: a document of 3 000 000 bytes as base64, and an input as CSV beside it. The gateway hands a
 * body over as base64 once more, and a function takes 6 MB (ADR 31).
 */
export const MOST_BYTES = 4_300_000;
/** More letters than any media type that is taken. */
const LONGEST_TYPE = 100;
/** No request is nested deeper; a parser's stack is not the caller's to exhaust. */
const MOST_LEVELS = 20;

/**
 * The body as JSON that everybody reads alike. Refused: another media type, more bytes than any operation takes, bytes that are no
 * UTF-8, and what core/strict-json.ts refuses: text that is no JSON, a key twice, the key `__proto__`, nesting deeper than 20 levels,
 * text with half a letter, which no record can hold.
 */
export function jsonBody({ body, headers, isBase64Encoded }: BodyOf): unknown {
  const type = headers['content-type'] ?? '';
  if (
    type.length > LONGEST_TYPE ||
    !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)
  )
    throw new Refused('unsupported-media-type', {
      allowed: 'application/json; charset=utf-8',
      given: type.slice(0, LONGEST_TYPE) || '–',
    });
  const text = bytesAsText(body ?? '', isBase64Encoded);
  try {
    return jsonValue(strictJson(text, MOST_LEVELS));
  } catch (error) {
    if (error instanceof NotStrictJson && error.twice !== undefined)
      throw malformed('I-JSON (RFC 7493)', `2 × ${error.twice}`);
    throw malformed('JSON', error instanceof Error ? error.message : '?');
  }
}

type BodyOf = Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded'> & {
  readonly headers: Readonly<Record<string, string | undefined>>;
};

function bytesAsText(body: string, encoded: boolean): string {
  const bytes = Buffer.from(body, encoded ? 'base64' : 'utf8');
  if (bytes.length > MOST_BYTES)
    throw new Refused('content-too-large', {
      allowed: `${MOST_BYTES} bytes`,
      given: `${bytes.length} bytes`,
    });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('UTF-8', 'other bytes');
  }
}

const malformed = (allowed: string, given: string) =>
  new Refused('malformed-request', { allowed, given: given.slice(0, 200).toWellFormed() });
