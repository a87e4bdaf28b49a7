import { expect, it } from 'vitest';
import { dayText } from '../../../functions/shared/day-text.ts';

it('writes a day as people say it, in the language they read', () => {
  expect(dayText('2022-02-01', 'sv')).toBe('1 februari 2022');
  expect(dayText('2022-02-01', 'en')).toBe('1 February 2022');
});

it('is the same day wherever the computer stands', () => {
  expect(dayText('2021-12-31', 'sv')).toBe('31 december 2021');
});
