import { describe, expect, it } from 'vitest';
import { byCodeOrder, indicesInCodeOrder, isAscending } from '../../../core/money/code-order.ts';

describe('code order', () => {
  it('is by code units: digits, capitals, small letters, then Å Ä Ö by their codes', () => {
    const keys = ['ö', 'a', 'Ä', '9', 'Z', '10', 'å', ''];
    expect(keys.toSorted(byCodeOrder)).toEqual(['', '10', '9', 'Z', 'a', 'Ä', 'å', 'ö']);
    expect([byCodeOrder('01', '01'), byCodeOrder('01', '03'), byCodeOrder('03', '01')]).toEqual([
      0, -1, 1,
    ]);
  });

  it.each([
    [[], true],
    [['b'], true],
    [['a', 'b', 'c'], true],
    [['', 'a'], true],
    [['a', 'a'], false],
    [['a', 'c', 'b'], false],
    [['b', 'a'], false],
  ])('%j ascends: %s', (keys, ascends) => {
    expect(isAscending(keys)).toBe(ascends);
  });

  it('finds where each key stands', () => {
    expect([...indicesInCodeOrder(['c', 'a', 'b'])]).toEqual([1, 2, 0]);
    expect([...indicesInCodeOrder(['a', 'b', 'c'])]).toEqual([0, 1, 2]);
  });
});
