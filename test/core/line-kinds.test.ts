import { expect, it } from 'vitest';
import { lineKinds } from '../../core/line-kinds.ts';

it('Statements list instalments first and what is carried forward last, each kind once', () => {
  expect(lineKinds[0]).toBe('instalment');
  expect(lineKinds.at(-1)).toBe('carried-forward');
  expect(new Set(lineKinds).size).toBe(10);
});
