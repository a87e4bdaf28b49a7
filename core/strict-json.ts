/** A value as it is spelled in the text: `30200000000.0` and `"10.1342"` keep their points, zeros and quotes. */
export type SpelledJson = { readonly at: number } & (
  | { readonly spelling: string }
  | { readonly items: readonly SpelledJson[] }
  | { readonly members: readonly JsonMember[] }
);

export interface JsonMember {
  readonly key: string;
  /** Where the key begins, in code units from the text's beginning. */
  readonly at: number;
  readonly value: SpelledJson;
}

/** The text is no JSON that has one meaning: what was found where, and what is allowed there. */
export class NotStrictJson extends Error {
  override readonly name = 'NotStrictJson';
  readonly line: number;
  readonly column: number;
  /** What stands there; nothing at the end of the text. */
  readonly given: string;
  readonly allowed: string;
  /** The key that is given twice, as a JSON pointer (RFC 6901). */
  readonly twice: string | undefined;

  constructor(text: string, at: number, given: string, allowed: string, twice?: string) {
    const line = text.slice(0, at).split('\n').length;
    const column = at - text.lastIndexOf('\n', at - 1);
    super(`line ${line}, column ${column}: given ${given || 'nothing'}, allowed: ${allowed}`);
    this.line = line;
    this.column = column;
    this.given = given;
    this.allowed = allowed;
    this.twice = twice;
  }
}

/**
 * Reads JSON that everybody reads alike (I-JSON, RFC 7493), and keeps each value as it is spelled. `JSON.parse` keeps the last of two
 * equal keys and other parsers the first, so what a gateway, a log or a signature saw may be another value than the one that counts.
 *
 * Refused, with NotStrictJson: what is no JSON, a key twice in one object however it is spelled, the key `__proto__`, half a surrogate
 * pair, more levels of lists and objects than are allowed. Numbers and other bare words are checked by `jsonValue`, or by whoever reads
 * their spelling.
 */
export function strictJson(text: string, mostLevels: number): SpelledJson {
  return new Reader(text, mostLevels).whole();
}

/** What it means: as `JSON.parse` has it. Refused, with a SyntaxError: a bare word that is no JSON. */
export function jsonValue(json: SpelledJson): unknown {
  if ('spelling' in json) return JSON.parse(json.spelling);
  if ('items' in json) return json.items.map(jsonValue);
  return Object.fromEntries(json.members.map(({ key, value }) => [key, jsonValue(value)]));
}

const WORD = /[^\s"{}[\]:,]+/y;
const BLANKS = /[ \t\r\n]*/y;

class Reader {
  readonly #text: string;
  readonly #mostLevels: number;
  #at = 0;

  constructor(text: string, mostLevels: number) {
    this.#text = text;
    this.#mostLevels = mostLevels;
  }

  whole(): SpelledJson {
    const json = this.#value([]);
    const end = 'members' in json ? 'the closing }' : 'its end';
    if (this.#next() !== '') throw this.#wrong(`nothing after ${end}`);
    return json;
  }

  #value(path: readonly string[]): SpelledJson {
    const mark = this.#next();
    const at = this.#at;
    const mayNest = path.length < this.#mostLevels;
    if (mark === '{' && mayNest) return { at, members: this.#members(path) };
    if (mark === '[' && mayNest) return { at, items: this.#items(path) };
    const allowed = mayNest ? 'a value' : this.#scalar();
    if (mark === '{' || mark === '[') throw this.#wrong(allowed);
    const spelling = mark === '"' ? this.#string(allowed).spelling : this.#word(allowed);
    return { at, spelling };
  }

  /** What is allowed where nothing more can be nested. */
  #scalar(): string {
    const levels = this.#mostLevels;
    return `a string, a number or null${levels > 1 ? `, within ${levels} levels` : ''}`;
  }

  #members(path: readonly string[]): readonly JsonMember[] {
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    this.#at++;
    for (let allowed = 'a key in double quotes, or }'; ; allowed = 'a key in double quotes') {
      if (this.#next() === '}' && members.length === 0) break;
      const at = this.#at;
      const { value: key } = this.#string(allowed);
      const place = [...path, key];
      if (keys.has(key)) throw this.#twice(at, place);
      if (key === '__proto__') throw new NotStrictJson(this.#text, at, `"${key}"`, 'another key');
      keys.add(key);
      this.#take(':', 'a colon after the key');
      members.push({ key, at, value: this.#value(place) });
      if (this.#take(',}', 'a comma, or } at the end') === '}') return members;
    }
    this.#at++;
    return members;
  }

  #items(path: readonly string[]): readonly SpelledJson[] {
    const items: SpelledJson[] = [];
    this.#at++;
    if (this.#next() === ']') {
      this.#at++;
      return items;
    }
    do items.push(this.#value([...path, `${items.length}`]));
    while (this.#take(',]', 'a comma, or ] at the end') === ',');
    return items;
  }

  /** Text in double quotes; `JSON.parse` judges what is between them. */
  #string(allowed: string): { readonly spelling: string; readonly value: string } {
    const from = this.#at;
    const spelling = this.#text.slice(from, this.#text[from] === '"' ? this.#endOfString() : from);
    const value = stringIn(spelling);
    if (value === undefined) throw this.#wrong(allowed);
    if (!value.isWellFormed()) throw this.#wrong('text without half a surrogate pair');
    this.#at += spelling.length;
    return { spelling, value };
  }

  /** Past the closing quote; at the end of the text where there is none. */
  #endOfString(): number {
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      if (this.#text[at] === '\\') at++;
      else if (this.#text[at] === '"') return at + 1;
    }
    return this.#text.length;
  }

  #word(allowed: string): string {
    const from = this.#at;
    WORD.lastIndex = from;
    if (!WORD.test(this.#text)) throw this.#wrong(allowed);
    this.#at = WORD.lastIndex;
    return this.#text.slice(from, this.#at);
  }

  /** One of these marks, which is passed. */
  #take(marks: string, allowed: string): string {
    const mark = this.#next();
    if (mark === '' || !marks.includes(mark)) throw this.#wrong(allowed);
    this.#at++;
    return mark;
  }

  /** What comes after blanks, which are passed; nothing at the end of the text. */
  #next(): string {
    BLANKS.lastIndex = this.#at;
    BLANKS.test(this.#text); // Always so: there may be none.
    this.#at = BLANKS.lastIndex;
    return this.#text.charAt(this.#at);
  }

  #twice(at: number, path: readonly string[]): NotStrictJson {
    const pointer = path
      .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('');
    return new NotStrictJson(this.#text, at, `${pointer} twice`, 'once', pointer);
  }

  /** Shows a mark, a word, a text, or the rest of a line as far as it helps. */
  #wrong(allowed: string): NotStrictJson {
    const shown = /^(?:[{}[\]:,]|[^\s"{}[\]:,]+|"[^"\\\n]*"|.*)/.exec(
      this.#text.slice(this.#at, this.#at + 100),
    );
    return new NotStrictJson(this.#text, this.#at, String(shown), allowed);
  }
}

/** What stands between the quotes; undefined for what is no text in quotes. */
function stringIn(spelling: string): string | undefined {
  try {
    return String(JSON.parse(spelling));
  } catch {
    return undefined;
  }
}
