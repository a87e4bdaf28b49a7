import { expect, it } from 'vitest';
import { codeOf, filesIn } from './source-files.ts';

it('no form is asked of what a request holds before its length is known: the contract says it by matching() alone', () => {
  const answers = /^functions\/contract\/(api\/shapes\/|environment\.ts$|matching\.ts$)/;
  const found = filesIn('functions')
    .filter((path) => !answers.test(path))
    .filter((path) => /\bz\s*\.\s*regex\b/.test(codeOf(path)));
  expect(found).toEqual([]);
});
