import type { ProblemName } from './problems.ts';

/** Where the pages of the problems lie; a problem document's `type` is the address of one of them. */
export const PROBLEM_PAGES = 'https://statsbidrag.example/errors/';

/** The `type` of a problem: the address of its page. It is stable: programs branch on it. */
export const problemType = (name: ProblemName): string => `${PROBLEM_PAGES}${name}`;
