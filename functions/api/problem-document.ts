import type { Language } from '../contract/api/problem-type.ts';
import { problems } from '../contract/api/problems.ts';
import { filled, type Refused } from '../shared/refused.ts';

/** Where the pages of the problems lie; a `type` is the address of one of them. */
export const PROBLEM_PAGES = 'https://statsbidrag.example/errors/';

/** The document of RFC 9457. `instance` names the request, so that the log can be found. */
export function problemDocument(refused: Refused, language: Language, request: string) {
  const { status, title, detail } = problems[refused.code];
  return {
    type: `${PROBLEM_PAGES}${refused.code}`,
    title: title[language],
    status,
    detail: filled(detail[language], { ...refused.facts, request }),
    instance: `urn:request:${request}`,
    ...(refused.errors.length > 0 && { errors: refused.errors }),
  };
}
