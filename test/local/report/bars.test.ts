import { describe, expect, it } from 'vitest';
import { bar } from '../../../local/report/bars.ts';

describe('A bar', () => {
  it.each([
    [1, '████'],
    [0.5, '██'],
    [0.53, '██▏'],
    [0, ''],
    [0.0001, '▏'],
  ])('of %d in four characters is "%s"', (part, shown) => {
    expect(bar(part, 4)).toBe(shown);
  });

  it('of more than the whole, or of what is no number, is refused', () => {
    expect(() => bar(1.01, 4)).toThrow('A bar shows 0 to 1, given 1.01.');
    expect(() => bar(Number.NaN, 4)).toThrow('given NaN');
  });
});
