import { problemType } from '../contract/api/problem-pages.ts';
import type { EntryError, Language, ProblemType } from '../contract/api/problem-type.ts';
import type { ProblemName } from '../contract/api/problems.ts';
import { cut, filled } from '../shared/filled.ts';

/** A problem as it occurred: which, what its text is filled with, and the wrong entries if there are any. */
export interface Occurrence {
  readonly code: ProblemName;
  readonly problem: ProblemType;
  readonly facts?: Readonly<Record<string, string>>;
  readonly errors?: readonly EntryError[];
}

/** A fact may quote what was given, which can be as long as a request. */
const LONGEST_FACT = 1_000;

/** The document of RFC 9457. `instance` names the request, so that the log can be found. */
export function problemDocument(
  { code, problem: { status, title, detail }, facts, errors = [] }: Occurrence,
  language: Language,
  request: string,
) {
  const shown = Object.entries(facts ?? {}).map(([name, fact]) => [name, cut(fact, LONGEST_FACT)]);
  return {
    type: problemType(code),
    title: title[language],
    status,
    detail: filled(detail[language], { ...Object.fromEntries(shown), request }),
    instance: `urn:request:${request}`,
    ...(errors.length > 0 && { errors }),
  };
}
