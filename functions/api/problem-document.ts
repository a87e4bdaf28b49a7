import { problemType } from '../contract/api/problem-pages.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { problems } from '../contract/api/problems.ts';
import { filled, type Refused } from '../shared/refused.ts';

/** The document of RFC 9457. `instance` names the request, so that the log can be found. */
export function problemDocument(refused: Refused, language: Language, request: string) {
  const { status, title, detail } = problems[refused.code];
  return {
    type: problemType(refused.code),
    title: title[language],
    status,
    detail: filled(detail[language], { ...refused.facts, request }),
    instance: `urn:request:${request}`,
    ...(refused.errors.length > 0 && { errors: refused.errors }),
  };
}
