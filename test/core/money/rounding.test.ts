import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../core/money/fraction.ts';
import { wholeKronor } from '../../../core/money/rounding.ts';
import { Sek } from '../../../core/money/sek.ts';
import { cases } from '../../helpers/cases.ts';

describe('a single national amount is made whole half up, away from zero on ties', () => {
  it.each([
    ['IHSI: 395 500 euro at 10.3645', '4099159.75', '4099160'],
    ['above the half', '2.51', '3'],
    ['the half', '2.5', '3'],
    ['below the half', '2.49', '2'],
    ['a negative half', '-2.5', '-3'],
    ['below a negative half', '-2.51', '-3'],
    ['above a negative half', '-2.49', '-2'],
    ['half a krona', '0.5', '1'],
    ['minus half a krona', '-0.5', '-1'],
    ['a third', '1/3', '0'],
    ['two thirds', '2/3', '1'],
    ['just below the half', '4999999999999999999999/10000000000000000000000', '0'],
    ['whole already', '-7', '-7'],
    ['zero', '0', '0'],
  ])('%s', (_, exact, whole) => {
    expect(wholeKronor(Sek.of(exact)).toString()).toBe(whole);
  });

  it('moves no amount by more than half a krona, and treats deductions as their opposites', () => {
    const amount = fc
      .tuple(fc.bigInt(-1_000n, 1_000n), fc.bigInt(1n, 40n))
      .map(([numerator, denominator]) => Sek.exactly(Fraction.of(numerator, denominator)));
    const half = Fraction.of(1n, 2n);
    fc.assert(
      fc.property(amount, (exact) => {
        const whole = wholeKronor(exact);
        const moved = whole.minus(exact).fraction;
        expect(whole.isWhole()).toBe(true);
        expect(moved.compare(half)).toBeLessThanOrEqual(0);
        expect(moved.compare(half.negated())).toBeGreaterThanOrEqual(0);
        expect(wholeKronor(exact.negated())).toEqual(whole.negated());
      }),
      cases(2_000),
    );
  });
});
