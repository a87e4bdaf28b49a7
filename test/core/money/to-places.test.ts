import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../core/money/fraction.ts';
import { fixedPlaces, toPlaces } from '../../../core/money/to-places.ts';

const shown = (exact: string, places = 6) => toPlaces(Fraction.parse(exact), places);

describe('a number for reading', () => {
  it.each([
    ['12', '12', false],
    ['1200', '1200', false],
    ['-12.5', '-12.5', false],
    ['0.123456', '0.123456', false],
    ['1/3', '0.333333', true],
    ['2/3', '0.666667', true],
    ['-2/3', '-0.666667', true],
    ['0.0000005', '0.000001', true],
    ['-0.0000005', '-0.000001', true],
    ['0.0000004', '0', true],
    ['-0.0000004', '0', true],
    ['0', '0', false],
    ['9.9999999', '10', true],
  ])('%s is shown as %s with six decimals at most', (exact, text, rounded) =>
    expect(shown(exact)).toEqual({ text, rounded }),
  );

  it('can be whole', () => expect(shown('1099.5', 0)).toEqual({ text: '1100', rounded: true }));

  it('keeps its zeros when the decimals are fixed', () =>
    expect([
      fixedPlaces(Fraction.parse('100'), 1),
      fixedPlaces(Fraction.parse('-0.04'), 1),
    ]).toEqual(['100.0', '0.0']));

  it.each([-1, 0.5])('has no %s decimals', (places) =>
    expect(() => shown('1', places)).toThrow(`(given ${places})`),
  );

  it('is at most half a last digit from what it stands for, and is exact unless it says otherwise', () => {
    const exact = fc
      .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
      .map(([numerator, denominator]) => Fraction.of(numerator, denominator));
    fc.assert(
      fc.property(exact, fc.integer({ min: 0, max: 8 }), (number, places) => {
        const { text, rounded } = toPlaces(number, places);
        const off = Fraction.parse(text).minus(number);
        const half = Fraction.of(1n, 2n * 10n ** BigInt(places));
        expect((off.isNegative() ? off.negated() : off).compare(half)).toBeLessThanOrEqual(0);
        expect(off.isZero()).toBe(!rounded);
      }),
    );
  });
});
