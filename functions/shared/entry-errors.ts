import * as z from 'zod/mini';
import type { EntryError, Language, Texts } from '../contract/api/problem-type.ts';
import { entryWords, translated } from './entry-words.ts';
import { Refused } from './refused.ts';

/** One wrong entry, in both languages, before anybody knows who reads it. */
export interface EntryProblem {
  readonly pointer: string;
  readonly detail: Texts;
}

/** More errors than this help nobody; the count says how many there are. */
const MOST_SHOWN = 50;
const LONGEST_SHOWN = 60;

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
  const problems = parsed.error.issues.map(({ path, message }) => ({
    pointer: [root, ...path.map((part) => pointerPart(String(part)))].join('/'),
    detail: `${translated(message, language)}; ${givenIs[language]}: ${shown(valueAt(content, path))}`,
  }));
  throw invalidRequest(problems);
}

/** The refusal that lists these, in the reader's language. */
export const refusedEntries = (problems: readonly EntryProblem[], language: Language): Refused =>
  invalidRequest(problems.map(({ pointer, detail }) => ({ pointer, detail: detail[language] })));

function invalidRequest(errors: readonly EntryError[]): Refused {
  const message = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n');
  return new Refused(
    'invalid-request',
    { count: String(errors.length) },
    { message, errors: errors.slice(0, MOST_SHOWN).map(inDocument) },
  );
}

/** A place in the body is a pointer's fragment of it, as in RFC 9457; one in the query begins with a question mark. */
const inDocument = ({ pointer, detail }: EntryError): EntryError => ({
  pointer: pointer.startsWith('?') ? pointer : `#${pointer}`,
  detail,
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
  const text = JSON.stringify(value) ?? '–';
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** RFC 6901. */
const pointerPart = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
