import { describe, expect, it } from 'vitest';
import { compareSek } from '../../../console/components/compare-sek.ts';
import { decimal, percent } from '../../../console/format/decimal.ts';
import { kronor, signedKronor, withUnit } from '../../../console/format/kronor.ts';

describe('an amount in kronor', () => {
  it.each([
    ['0', '0', '0'],
    ['1000', '1\u00a0000', '1,000'],
    ['-1726166154', '\u22121\u00a0726\u00a0166\u00a0154', '\u22121,726,166,154'],
    // Beyond what a float holds exactly: 2^53 is 9007199254740992.
    ['9007199254740993', '9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993', '9,007,199,254,740,993'],
  ])('%s is read in groups of three digits, in either language', (sek, sv, en) => {
    expect(kronor(sek, 'sv')).toBe(sv);
    expect(kronor(sek, 'en')).toBe(en);
  });

  it.each(['', '1.5', '01', '-', '1e3', ' 1', 'NaN', '--1'])(
    '%j is refused, not guessed',
    (text) => {
      expect(() => kronor(text, 'sv')).toThrow(RangeError);
    },
  );

  it('has its sign written out as a difference, and nothing has none', () => {
    expect(signedKronor('5', 'sv')).toBe('+5');
    expect(signedKronor('-5', 'sv')).toBe('\u22125');
    expect(signedKronor('0', 'sv')).toBe('0');
  });

  it('stays on one line with its unit', () => expect(withUnit('5')).toBe('5\u00a0kr'));

  it('is sorted as a number and not as text', () => {
    expect(['10', '9', '-3', '9007199254740993', '9007199254740992', '9'].sort(compareSek)).toEqual(
      ['-3', '9', '9', '10', '9007199254740992', '9007199254740993'],
    );
  });
});

describe('a decimal number', () => {
  it.each([
    ['10.2345', '10,2345', '10.2345'],
    ['-0.50', '\u22120,50', '\u22120.50'],
    ['395500', '395\u00a0500', '395,500'],
    ['0.1000000000000000055', '0,1000000000000000055', '0.1000000000000000055'],
  ])('%s keeps every digit that was given', (text, sv, en) => {
    expect(decimal(text, 'sv')).toBe(sv);
    expect(decimal(text, 'en')).toBe(en);
  });

  it.each(['', '1,5', '.5', '1.', '1e3'])('%j is refused', (text) => {
    expect(() => decimal(text, 'sv')).toThrow(RangeError);
  });

  it.each([
    ['2.3', '+2,3\u00a0%', '+2.3%'],
    ['-38.0', '\u221238,0\u00a0%', '\u221238.0%'],
    ['0.0', '0,0\u00a0%', '0.0%'],
  ])('%s per cent says in which direction', (text, sv, en) => {
    expect(percent(text, 'sv')).toBe(sv);
    expect(percent(text, 'en')).toBe(en);
  });
});
