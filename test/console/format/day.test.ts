import { describe, expect, it } from 'vitest';
import { day, moment, month, weekday } from '../../../console/format/day.ts';
import { shortHash } from '../../../console/format/hash.ts';

describe('days and moments', () => {
  it('are written in words, in either language', () => {
    expect(day('2022-02-01', 'sv')).toBe('1 februari 2022');
    expect(day('2022-02-01', 'en')).toBe('1 February 2022');
    expect(weekday('2022-02-01', 'sv')).toBe('tisdag 1 februari 2022');
    expect(month('2021-12', 'sv')).toBe('december 2021');
  });

  it('are those of Stockholm, in winter and in summer', () => {
    expect(moment('2022-01-31T23:30:00Z', 'sv')).toBe('1 feb. 2022 00:30');
    expect(moment('2022-06-30T22:30:00Z', 'sv')).toBe('1 juli 2022 00:30');
  });

  it('that are none are refused', () => {
    expect(() => day('2022-13-01', 'sv')).toThrow(RangeError);
    expect(() => moment('yesterday', 'sv')).toThrow(RangeError);
  });
});

describe('a hash', () => {
  it('is shown by its beginning, and a short name whole', () => {
    expect(shortHash('3f0a9c1b2d4e5f60718293a4b5c6d7e8')).toBe('3f0a9c1b2d4e…');
    expect(shortHash('latest')).toBe('latest');
  });
});
