import { describe, expect, it } from 'vitest';
import { byRegion, isRegionCode, of, regionCodes, regions } from '../../core/regions.ts';

describe('The regions', () => {
  it('are 21, in the order of their county codes, without the counties that no longer exist', () => {
    expect(regionCodes).toHaveLength(21);
    expect(regionCodes).toEqual([...regionCodes].sort());
    expect(['02', '11', '15', '16'].filter(isRegionCode)).toEqual([]);
  });

  it('have their own Swedish names', () => {
    expect(regions['09']).toBe('Region Gotland');
    expect(new Set(Object.values(regions)).size).toBe(21);
  });

  it('are known by their code only: names, numbers and inherited properties are not codes', () => {
    expect(['01', '1', 'Region Skåne', 'toString', ''].map(isRegionCode)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('make tables in code order, and a missing region is an error that names it', () => {
    const names = byRegion((code) => regions[code]);
    expect([...names.keys()]).toEqual(regionCodes);
    expect(of(names, '25')).toBe('Region Norrbotten');
    expect(() => of(new Map(), '25')).toThrow(
      new RangeError('Region 25 is missing from the table.'),
    );
  });
});
