import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../core/money/fraction.ts';
import { Rate } from '../../../core/money/rate.ts';
import { Sek } from '../../../core/money/sek.ts';

describe('an amount is written as the agreement prints it', () => {
  it.each([
    ['kronor', () => Sek.of('33432900840'), '33432900840'],
    ['kronor and öre', () => Sek.of('12.50'), '12.5'],
    ['millions of kronor', () => Sek.millions('31400'), '31400000000'],
    ['millions with decimals', () => Sek.millions('61.6'), '61600000'],
    ['kronor per inhabitant', () => Sek.perInhabitant('30'), '30'],
    ['a whole number of kronor', () => Sek.whole(-7n), '-7'],
    ['an exact fraction of a krona', () => Sek.exactly(Fraction.of(1n, 3n)), '1/3'],
    ['no kronor', () => Sek.zero, '0'],
  ])('%s', (_, amount, text) => {
    expect(amount().toString()).toBe(text);
  });

  it('refuses text that is no plain number', () => {
    expect(() => Sek.of('33 444')).toThrow(RangeError);
    expect(() => Sek.millions('1e3')).toThrow(RangeError);
    expect(() => Sek.perInhabitant('')).toThrow(RangeError);
  });
});

describe('amounts are counted with exactly', () => {
  const kr = Sek.of;
  it.each([
    [
      'the pot: 33 444 000 000 − 7 000 000 − 4 099 160',
      () => Sek.millions('33444').minus(Sek.millions('7')).minus(kr('4099160')),
      '33432900840',
    ],
    ['0.1 + 0.2', () => kr('0.1').plus(kr('0.2')), '0.3'],
    ['40 per cent of 100.10', () => kr('100.10').times(Rate.percent('40')), '40.04'],
    ['a third of 100', () => kr('100').times(Fraction.of(1n, 3n)), '100/3'],
    ['the opposite', () => kr('1.5').negated(), '-1.5'],
    ['395 500 at the rate 10.3645', () => kr('395500').times(Rate.of('10.3645')), '4099159.75'],
    ['a sum', () => Sek.sum([kr('1/3'), kr('1/6'), kr('2')]), '2.5'],
    ['a sum of none', () => Sek.sum([]), '0'],
    [
      '30 kr per inhabitant for 1 000',
      () => Sek.perInhabitant('30').forInhabitants(1_000n),
      '30000',
    ],
    ['30 kr per inhabitant for nobody', () => Sek.perInhabitant('30').forInhabitants(0n), '0'],
    ['100 kr over 3 inhabitants', () => kr('100').perEach(3n), '100/3'],
    ['100 kr over 1 inhabitant', () => kr('100').perEach(1n), '100'],
  ])('%s', (_, result, text) => {
    expect(result().toString()).toBe(text);
  });

  it('refuses fewer than no inhabitants, and spreading over none', () => {
    expect(() => Sek.perInhabitant('30').forInhabitants(-1n)).toThrow(
      new RangeError('Inhabitants cannot be fewer than none (given -1).'),
    );
    expect(() => kr('100').perEach(0n)).toThrow(
      new RangeError('An amount can be spread over at least one inhabitant (given 0).'),
    );
  });
});

describe('amounts are compared exactly', () => {
  it.each([
    ['9', '10', -1],
    ['10', '9', 1],
    ['0.30', '0.3', 0],
    ['-1', '1', -1],
    ['1/3', '0.333333333333333333333', 1],
  ])('%s kr against %s kr', (a, b, sign) => {
    expect(Sek.of(a).compare(Sek.of(b))).toBe(sign);
    expect(Sek.of(a).equals(Sek.of(b))).toBe(sign === 0);
    expect(Sek.of(a).isLessThan(Sek.of(b))).toBe(sign < 0);
  });

  it('knows zero, negative and whole amounts', () => {
    const known = ['0', '-0.5', '3'].map((text) => {
      const amount = Sek.of(text);
      return [amount.isZero(), amount.isNegative(), amount.isWhole()];
    });
    expect(known).toEqual([
      [true, false, true],
      [false, true, false],
      [false, false, true],
    ]);
  });

  it('is never compared as JavaScript numbers or texts are', () => {
    const [a, b] = [Sek.of('9'), Sek.of('10')];
    expect(() => a < b).toThrow(
      new TypeError('An amount is no JavaScript number: use compare, isLessThan, plus, minus.'),
    );
  });
});

describe('kronor as an integer', () => {
  it('are given for whole amounts', () => {
    expect(Sek.of('33432900840.00').kronor()).toBe(33_432_900_840n);
    expect(Sek.of('-7').kronor()).toBe(-7n);
  });

  it('are refused for others: nothing is rounded on the way', () => {
    expect(() => Sek.of('0.5').kronor()).toThrow(
      new RangeError(
        '0.5 kr is not a whole number of kronor. Only wholeKronor and allocate make an amount whole.',
      ),
    );
  });
});
