import { describe, expect, it } from 'vitest';
import { Allotment } from '../../../core/money/allotment.ts';

const lengths = () =>
  new Allotment<string, number | undefined>(['bb', 'a', 'ccc'], (index) => [2, 1, 3][index]);

describe('an allotment', () => {
  it('reads as a map in the order of its keys', () => {
    const map = new Map<string, number | undefined>([
      ['bb', 2],
      ['a', 1],
      ['ccc', 3],
    ]);
    const read = lengths();
    expect(new Map(read)).toEqual(map);
    expect([...read]).toEqual([...map]);
    expect([...read.entries()]).toEqual([...map]);
    expect([...read.keys()]).toEqual(['bb', 'a', 'ccc']);
    expect([...read.values()]).toEqual([2, 1, 3]);
    expect(read.size).toBe(3);
  });

  it('visits each part with its key and itself', () => {
    const read = lengths();
    const visits: unknown[] = [];
    read.forEach((part, key, all) => {
      visits.push([part, key, all === read]);
    });
    expect(visits).toEqual([
      [2, 'bb', true],
      [1, 'a', true],
      [3, 'ccc', true],
    ]);
  });

  it('finds a part by its key, again and again, and nothing for another', () => {
    const read = lengths();
    expect(['ccc', 'bb', 'ccc', 'x'].map((key) => read.get(key))).toEqual([3, 2, 3, undefined]);
    expect(['bb', 'a', 'x'].map((key) => read.has(key))).toEqual([true, true, false]);
  });

  it('makes a part when it is read, not before', () => {
    const made: number[] = [];
    const read = new Allotment(['a', 'b'], (index) => made.push(index));
    expect(read.has('b')).toBe(true);
    expect(made).toEqual([]);
    read.get('b');
    expect(made).toEqual([1]);
    expect(read.get('x' as 'a')).toBeUndefined();
    expect(made).toEqual([1]);
  });
});
