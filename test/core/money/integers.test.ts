import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Integers } from '../../../core/money/integers.ts';
import { cases } from '../../helpers/cases.ts';

const LARGEST_WORD = 2n ** 63n - 1n;
const SMALLEST_WORD = -(2n ** 63n);

describe('a list of integers', () => {
  it('holds zeros until something is put', () => {
    const list = new Integers(2);
    list.put(1, -5n);
    expect([list.at(0), list.at(1)]).toEqual([0n, -5n]);
  });

  it.each([LARGEST_WORD, SMALLEST_WORD, LARGEST_WORD + 1n, SMALLEST_WORD - 1n, 10n ** 40n])(
    'keeps %s and what was put before and after it',
    (value) => {
      const list = new Integers(4);
      list.put(0, 7n);
      list.put(1, value);
      list.put(2, -value);
      list.put(3, 8n);
      expect([0, 1, 2, 3].map((i) => list.at(i))).toEqual([7n, value, -value, 8n]);
    },
  );

  it('refuses an index outside it', () => {
    const list = new Integers(2);
    const refusal = new RangeError('There is no integer at 2: the list has 2.');
    expect(() => list.at(2)).toThrow(refusal);
    expect(() => list.put(2, 1n)).toThrow(refusal);
    expect(() => list.atRank(2)).toThrow(refusal);
    list.put(0, LARGEST_WORD + 1n);
    expect(() => list.at(2)).toThrow(refusal);
    expect(() => list.put(2, 1n)).toThrow(refusal);
  });

  it('knows what stands at each rank, whatever their size, and stays as it was', () => {
    const integer = fc.oneof(fc.bigInt(-5n, 5n), fc.bigInt(-(2n ** 70n), 2n ** 70n));
    fc.assert(
      fc.property(fc.array(integer, { minLength: 1, maxLength: 12 }), (values) => {
        const list = new Integers(values.length);
        for (const [i, value] of values.entries()) list.put(i, value);
        const sorted = values.toSorted((a, b) => (a === b ? 0 : a < b ? -1 : 1));
        expect(values.map((_, i) => list.atRank(i))).toEqual(sorted);
        expect(values.map((_, i) => list.at(i))).toEqual(values);
      }),
      cases(2_000),
    );
  });
});
