import { shownText } from '../../functions/csv/notes.ts';
import type { Problems } from './problems.ts';

/** A value as it is spelled in the text: `30200000000.0` and `"10.1342"` keep their points, zeros and quotes. */
export interface JsonMember {
  readonly key: string;
  readonly spelling: string;
  readonly line: number;
}

/** A string, a mark, or a bare word: a number, null, or something that is none of them. */
const TOKEN =
  /[ \t\r\n]*("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|[{}[\]:,]|[^\s"{}[\]:,]+|$)/uy;

/**
 * Reads a JSON object whose values are strings, numbers, true, false or null, and keeps each value as it is spelled:
 * `JSON.parse` would make 3e10 and 30000000000.0 the same number, and keep only the last of two equal keys.
 *
 * Notes a problem with line and column, and gives undefined, where the text is no such object. Bare words are not
 * checked here; whoever reads the value says what is allowed.
 */
export function flatJson(text: string, problems: Problems): readonly JsonMember[] | undefined {
  try {
    return members(text);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    problems.note(error.line, `column ${error.column}: ${error.message}`);
    return undefined;
  }
}

class NotJson extends Error {
  readonly line: number;
  readonly column: number;

  constructor(text: string, at: number, given: string, allowed: string) {
    super(`given ${given === '' ? 'the end of the file' : shownText(given)}, allowed: ${allowed}`);
    const before = text.slice(0, at).split('\n');
    this.line = before.length;
    this.column = (before.at(-1)?.length ?? 0) + 1;
  }
}

function members(text: string): JsonMember[] {
  let at = 0;
  const next = (allowed: string, ...marks: string[]): { token: string; start: number } => {
    TOKEN.lastIndex = at;
    const [whole = '', token] = TOKEN.exec(text) ?? [];
    const start = token === undefined ? at + blanksAt(text, at) : at + whole.length - token.length;
    if (token === undefined) throw new NotJson(text, start, restOfLine(text, start), allowed);
    const kind = token.startsWith('"') ? '"' : '{}[]:,'.includes(token) ? token : 'word';
    if (!marks.includes(kind)) throw new NotJson(text, start, token, allowed);
    at = start + token.length;
    return { token, start };
  };
  const found: JsonMember[] = [];
  next('{', '{');
  let token = next('a key in double quotes, or }', '"', '}');
  while (token.token !== '}') {
    next('a colon after the key', ':');
    const value = next('a string, a number or null', '"', 'word');
    const line = text.slice(0, token.start).split('\n').length;
    found.push({ key: JSON.parse(token.token), spelling: value.token, line });
    if (next('a comma, or } at the end', ',', '}').token === '}') break;
    token = next('a key in double quotes', '"');
  }
  next('nothing after the closing }', '');
  return found;
}

function blanksAt(text: string, at: number): number {
  return /^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
}

function restOfLine(text: string, start: number): string {
  return text.slice(start).split('\n', 1)[0] ?? '';
}
