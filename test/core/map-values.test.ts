import { expect, it } from 'vitest';
import { mapValues } from '../../core/map-values.ts';

it('Makes each value anew and keeps the keys in their order', () => {
  const made = mapValues(
    new Map([
      ['b', 1],
      ['a', 2],
    ]),
    (value, key) => `${key}${value}`,
  );
  expect([...made]).toEqual([
    ['b', 'b1'],
    ['a', 'a2'],
  ]);
});
