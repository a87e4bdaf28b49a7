import { expect, it } from 'vitest';
import { saysDuplicate } from '../../../core/bank/status-words.ts';

it.each([
  { code: 'DUPL' },
  { code: 'AM05' },
  { words: 'DUPL' },
  { words: 'am05' },
  { code: 'NARR', words: 'Duplicate File' },
  { code: 'NARR', words: 'DUPLICATE_FILE: 21 payments' },
  { code: 'FF01', words: 'The file is a duplicate.' },
  { words: 'DuplicateFile' },
  { words: 'MessageDuplication' },
  { words: 'Dubblett av fil' },
  { words: 'dublett' },
  { words: 'Dubbelt inskickad' },
])('A rejection says that the bank has had the same before by %j', (said) => {
  expect(saysDuplicate(said)).toBe(true);
});

it.each([
  {},
  { code: 'AM04' },
  { code: 'NARR', words: 'No cover' },
  { words: 'AM050' },
  { words: 'Kontot finns ej' },
])('and not by %j', (said) => {
  expect(saysDuplicate(said)).toBe(false);
});
