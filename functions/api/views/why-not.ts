import type { Language, Texts } from '../../contract/api/problem-type.ts';
import { type ProblemName, problems } from '../../contract/api/problems.ts';
import { rolesText } from '../../contract/api/role-texts.ts';
import { filled } from '../../shared/filled.ts';

/** Why something cannot be done by this person now: the problem that the API would answer with, in their language. */
export interface WhyNot {
  readonly code: string;
  readonly text: string;
}

/** What is not refused and would change nothing. The API answers such a request as if it had done it. */
const nothingToDo = {
  'done-already': { sv: 'Det är redan gjort.', en: 'It has been done already.' },
  'nothing-rejected': {
    sv: 'Inget förslag är avvisat, så det finns inget att bereda på nytt.',
    en: 'No proposal is rejected, so there is nothing to prepare again.',
  },
  'nothing-missing': {
    sv: 'Ärendet väntar inte på något underlag.',
    en: 'The run waits for no input.',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What core or a door refuses with: the problem's name, and the facts that its text is filled with. */
interface Refusal {
  readonly code: ProblemName;
  readonly facts: Readonly<Record<string, string>>;
}

export const whyRefused = ({ code, facts }: Refusal, language: Language): WhyNot => ({
  code,
  text: filled(problems[code].detail[language], facts),
});

export const whyNothing = (code: keyof typeof nothingToDo, language: Language): WhyNot => ({
  code,
  text: nothingToDo[code][language],
});

/** The role is missing: by whom it is done, and what the person is signed in as. */
export const whyNotRole = (
  allowed: readonly string[],
  held: readonly string[],
  language: Language,
): WhyNot => ({
  code: 'role-not-allowed',
  text: filled(problems['role-not-allowed'].detail[language], {
    allowed: rolesText(allowed, language),
    given: rolesText(held, language),
  }),
});
