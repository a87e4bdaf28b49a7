import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../core/money/fraction.ts';
import { Rate } from '../../../core/money/rate.ts';

describe('a rate', () => {
  it.each([
    ['40 per cent', () => Rate.percent('40'), '0.4', '2/5'],
    ['12.5 per cent', () => Rate.percent('12.5'), '0.125', '1/8'],
    ['the factor 0.85', () => Rate.of('0.85'), '0.85', '17/20'],
    ['kronor per euro', () => Rate.of('10.3645'), '10.3645', '20729/2000'],
    ['a deduction', () => Rate.of('-0.40'), '-0.4', '-2/5'],
    ['one twelfth', () => Rate.exactly(Fraction.of(1n, 12n)), '1/12', '1/12'],
  ])('%s', (_, rate, text, fraction) => {
    expect(rate().toString()).toBe(text);
    expect(rate().fraction.toString()).toBe(fraction);
  });

  it('refuses what is no plain number', () => {
    expect(() => Rate.percent('40 %')).toThrow(RangeError);
    expect(() => Rate.of('1e-1')).toThrow(RangeError);
  });

  it('equals a rate of the same factor only', () => {
    expect(Rate.percent('40').equals(Rate.of('0.40'))).toBe(true);
    expect(Rate.percent('40').equals(Rate.of('40'))).toBe(false);
  });

  it('is never taken for a JavaScript number', () => {
    const [a, b] = [Rate.of('9'), Rate.of('10')];
    expect(() => a < b).toThrow(new TypeError('A rate is no JavaScript number: use its fraction.'));
  });
});
