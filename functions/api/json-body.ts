import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Refused } from '../shared/refused.ts';

/** The largest body that any operation takes: a year's population as CSV is some 30 kB. */
export const MOST_BYTES = 2_500_000;
/** No request is nested deeper; a parser's stack is not the caller's to exhaust. */
const MOST_LEVELS = 20;

/**
 * The body as JSON. Refused: another media type, more bytes than any operation takes, bytes that are no UTF-8, text that is no
 * JSON, nesting deeper than 20 levels, a key that occurs as `__proto__`, text with half a letter, which no record can hold.
 */
export function jsonBody({ body, headers, isBase64Encoded }: BodyOf): unknown {
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new Refused('unsupported-media-type', {
      allowed: 'application/json; charset=utf-8',
      given: type.slice(0, 100) || '–',
    });
  const text = bytesAsText(body ?? '', isBase64Encoded);
  if (levelsOf(text) > MOST_LEVELS)
    throw malformed(`JSON of at most ${MOST_LEVELS} levels`, 'more');
  try {
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__') throw new SyntaxError('the key "__proto__"');
      if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
        throw new SyntaxError('text with half a surrogate pair');
      return value;
    });
  } catch (error) {
    throw malformed('JSON', error instanceof Error ? error.message.slice(0, 200) : '?');
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

/** How deep brackets nest outside of strings; counted without recursion, before anything is parsed. */
function levelsOf(text: string): number {
  let deepest = 0;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (inText) {
      if (letter === '\\') at++;
      else if (letter === '"') inText = false;
    } else if (letter === '"') inText = true;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return deepest;
}

const malformed = (allowed: string, given: string) =>
  new Refused('malformed-request', { allowed, given });
