import * as z from 'zod/mini';
import type { EntryError, Language, Texts } from '../contract/api/problem-type.ts';
import { entryWords, translated } from './entry-words.ts';
import { cut } from './filled.ts';
import { Refused } from './refused.ts';

/** One wrong entry, in both languages, before anybody knows who reads it. */
export interface EntryProblem {
  readonly pointer: string;
  readonly detail: Texts;
}

export const problem = (pointer: string, sv: string, en: string): EntryProblem => ({
  pointer,
  detail: { sv, en },
});

/** More errors than this help nobody; the count says how many there are. */
const MOST_SHOWN = 20;
const LONGEST_SHOWN = 60;
/** A place is made of names that the caller gave, and what is said of it may quote more of them. */
const LONGEST_POINTER = 300;
const LONGEST_DETAIL = 1_000;

const givenIs = { sv: 'angivet', en: 'given' } as const;

/** Parses what was given, or refuses it entry by entry: the place under `root`, what is allowed there, what was given. */
export function parsedEntries<S extends z.ZodMiniType>(
  schema: S,
  content: unknown,
  root: string,
  language: Language,
): z.infer<S> {
  const parsed = z.safeParse(schema, content, { error: entryWords(language) });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const problems = issues.slice(0, MOST_SHOWN).map(({ path, message }) => ({
    pointer: [root, ...path.map((part) => pointerPart(String(part)))].join('/'),
    detail: `${translated(message, language)}; ${givenIs[language]}: ${shown(valueAt(content, path))}`,
  }));
  throw invalidRequest(problems, issues.length);
}

/** The refusal that lists these, in the reader's language. */
export const refusedEntries = (problems: readonly EntryProblem[], language: Language): Refused =>
  invalidRequest(
    problems
      .slice(0, MOST_SHOWN)
      .map(({ pointer, detail }) => ({ pointer, detail: detail[language] })),
    problems.length,
  );

function invalidRequest(errors: readonly EntryError[], count: number): Refused {
  const shown = errors.map(inDocument);
  const message = shown.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n');
  return new Refused('invalid-request', { count: String(count) }, { message, errors: shown });
}

/** A place in the body is a pointer's fragment of it, as in RFC 9457; one in the query begins with a question mark. */
const inDocument = ({ pointer, detail }: EntryError): EntryError => ({
  pointer: cut(pointer.startsWith('?') ? pointer : `#${pointer}`, LONGEST_POINTER),
  detail: cut(detail, LONGEST_DETAIL),
});

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? value[part as keyof typeof value]
        : undefined,
    content,
  );

/** What was given, as JSON, cut when it is long; nothing when it was left out. */
export function shown(value: unknown): string {
  return cut(JSON.stringify(value) ?? '–', LONGEST_SHOWN);
}

/** RFC 6901. */
const pointerPart = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
