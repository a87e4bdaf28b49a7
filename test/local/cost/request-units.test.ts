import { describe, expect, it } from 'vitest';
import {
  itemBytes,
  readUnits,
  storedBytes,
  writeUnits,
} from '../../../local/cost/request-units.ts';

describe('An item', () => {
  it('has the bytes of its names and values, in UTF-8', () => {
    // 9 + 8 for partition and RUN#2021, 4 + 2 for body and å.
    expect(itemBytes({ partition: { S: 'RUN#2021' }, body: { S: 'å' } })).toBe(23);
  });

  it('takes 100 bytes of the table besides', () => {
    expect(storedBytes(23)).toBe(123);
  });

  it('with anything but text is refused, for it is counted by other rules', () => {
    expect(() => itemBytes({ number: { N: '1' } })).toThrow('Attribute "number" is {"N":"1"}');
  });
});

describe('A consistent read', () => {
  it.each([
    [0, 1],
    [1, 1],
    [4096, 1],
    [4097, 2],
    [8192, 2],
    [8193, 3],
  ])('of %i bytes costs %i read units', (bytes, units) => {
    expect(readUnits(bytes, true)).toBe(units);
  });

  it('costs twice what one costs that need not be consistent', () => {
    expect(readUnits(4097, false)).toBe(1);
    expect(readUnits(0, false)).toBe(0.5);
  });
});

describe('A put', () => {
  it.each([
    [1, 1],
    [1024, 1],
    [1025, 2],
    [2048, 2],
    [2049, 3],
    [100_000, 98],
  ])('of %i bytes costs %i write units', (bytes, units) => {
    expect(writeUnits(bytes)).toBe(units);
  });
});
