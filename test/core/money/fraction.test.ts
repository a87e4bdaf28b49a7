import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../core/money/fraction.ts';
import { cases } from '../../helpers/cases.ts';

const fraction = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n))
  .map(([numerator, denominator]) => Fraction.of(numerator, denominator));
const small = fc
  .tuple(fc.bigInt(-30n, 30n), fc.bigInt(1n, 12n))
  .map(([numerator, denominator]) => Fraction.of(numerator, denominator));
const any = fc.oneof(fraction, small);

describe('a fraction is read from text', () => {
  it.each([
    ['30458', '30458'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['007', '7'],
    ['-12.50', '-25/2'],
    ['10.3645', '20729/2000'],
    ['0.85', '17/20'],
    ['1.000', '1'],
    ['1/3', '1/3'],
    ['-6/4', '-3/2'],
    ['0/7', '0'],
    ['0.1', '1/10'],
    ['33444000000000000000000000.000000000000000000001', null],
  ])('%s', (text, canonical) => {
    const expected = canonical ?? `${33_444n * 10n ** 42n + 1n}/${10n ** 21n}`;
    expect(Fraction.parse(text).toString()).toBe(expected);
  });

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '1 000',
    '+1',
    '1e3',
    '1E3',
    '0x10',
    'NaN',
    'Infinity',
    '-',
    '.5',
    '5.',
    '1,5',
    '1.2.3',
    '--1',
    '1/',
    '/2',
    '1/-2',
    '1.5/2',
    '1/2/3',
    '1_000',
    '1\n',
    '\n1',
    'a1',
    '1a',
    'a1/2',
    '1/2a',
    '−1',
    '٣',
  ])('refuses %j and says what is allowed', (text) => {
    expect(() => Fraction.parse(text)).toThrow(RangeError);
    expect(() => Fraction.parse(text)).toThrow(
      `Not an exact number: ${JSON.stringify(text)}. Allowed is plain decimal text such as '30458', '-12.50' or ` +
        `'10.3645', or a ratio such as '1/3': no blanks, no plus sign, no exponent.`,
    );
  });

  it('refuses a denominator of zero', () => {
    expect(() => Fraction.parse('1/0')).toThrow(
      new RangeError('A fraction cannot have the denominator zero (given 1/0).'),
    );
    expect(() => Fraction.of(-3n, 0n)).toThrow(
      new RangeError('A fraction cannot have the denominator zero (given -3/0).'),
    );
  });
});

describe('a fraction is always in lowest terms with its sign above', () => {
  it.each([
    [6n, 4n, 3n, 2n],
    [-6n, 4n, -3n, 2n],
    [6n, -4n, -3n, 2n],
    [-6n, -4n, 3n, 2n],
    [0n, -5n, 0n, 1n],
    [7n, 1n, 7n, 1n],
    [5n, -1n, -5n, 1n],
  ])('%s over %s', (numerator, denominator, top, bottom) => {
    const reduced = Fraction.of(numerator, denominator);
    expect([reduced.numerator, reduced.denominator]).toEqual([top, bottom]);
  });

  it('is whole when no denominator is given', () => {
    expect(Fraction.of(12n).toString()).toBe('12');
    expect(Fraction.one.toString()).toBe('1');
    expect(Fraction.zero.toString()).toBe('0');
  });
});

describe('fractions are counted with exactly', () => {
  const f = Fraction.parse;
  it.each([
    ['1/3 + 1/6', () => f('1/3').plus(f('1/6')), '1/2'],
    ['1/4 + 1/4', () => f('1/4').plus(f('1/4')), '1/2'],
    ['0.1 + 0.2', () => f('0.1').plus(f('0.2')), '3/10'],
    ['1/2 − 2/3', () => f('1/2').minus(f('2/3')), '-1/6'],
    ['2/3 × −3/4', () => f('2/3').times(f('-3/4')), '-1/2'],
    ['2/3 ÷ −4', () => f('2/3').dividedBy(f('-4')), '-1/6'],
    ['−(5/7)', () => f('5/7').negated(), '-5/7'],
    ['1/2 + 1/3 + 1/6', () => Fraction.sum([f('1/2'), f('1/3'), f('1/6')]), '1'],
    ['1/4 + 1/4 + 3', () => Fraction.sum([f('1/4'), f('1/4'), f('3')]), '7/2'],
    ['the sum of none', () => Fraction.sum([]), '0'],
  ])('%s', (_, result, expected) => {
    expect(result().toString()).toBe(expected);
  });

  it('refuses to divide by zero', () => {
    expect(() => f('3/2').dividedBy(Fraction.zero)).toThrow(
      new RangeError('Division by zero: 3/2 / 0.'),
    );
  });

  it.each([
    ['7/2', 3n],
    ['-7/2', -4n],
    ['-1/2', -1n],
    ['1/2', 0n],
    ['4', 4n],
    ['-4', -4n],
    ['0', 0n],
  ])('the floor of %s is %s', (text, floor) => {
    expect(f(text).floor()).toBe(floor);
  });

  it.each([
    [['1/2', '1/3', '5/4'], 12n],
    [['1/2', '1/2'], 2n],
    [['3', '4'], 1n],
    [['1/6', '1/4'], 12n],
    [[], 1n],
  ])('%j can all be written over %s', (texts, common) => {
    expect(Fraction.commonDenominator(texts.map((text) => f(text)))).toBe(common);
  });

  it.each([
    ['1/3', '1/2', -1],
    ['1/2', '1/3', 1],
    ['2/4', '1/2', 0],
    ['-1/2', '-1/3', -1],
    ['-1', '1', -1],
  ])('%s against %s is %s', (a, b, sign) => {
    expect(f(a).compare(f(b))).toBe(sign);
    expect(f(a).equals(f(b))).toBe(sign === 0);
  });

  it('is not equal to a fraction that shares one term with it', () => {
    expect(f('1/2').equals(f('1/3'))).toBe(false);
    expect(f('1/3').equals(f('2/3'))).toBe(false);
  });

  it('knows zero, negative and whole numbers', () => {
    const known = ['0', '-1/2', '3', '1/2', '-2'].map((text) => [
      f(text).isZero(),
      f(text).isNegative(),
      f(text).isWhole(),
    ]);
    expect(known).toEqual([
      [true, false, true],
      [false, true, false],
      [false, false, true],
      [false, false, false],
      [false, true, true],
    ]);
  });
});

describe('a fraction is written as decimals where they end', () => {
  it.each([
    ['123', '123'],
    ['-25/2', '-12.5'],
    ['17/20', '0.85'],
    ['1/1024', '0.0009765625'],
    ['1/3125', '0.00032'],
    ['1/100000000000000000000000', '0.00000000000000000000001'],
    ['1/3', '1/3'],
    ['-7/6', '-7/6'],
    ['1/30', '1/30'],
    ['100000000000000000000000000', '100000000000000000000000000'],
    ['0', '0'],
  ])('%s', (text, expected) => {
    expect(Fraction.parse(text).toDecimalText()).toBe(expected);
  });
});

describe('for any fractions', () => {
  it('reading back the text gives the same fraction', () => {
    fc.assert(
      fc.property(any, (x) => {
        expect(Fraction.parse(x.toString())).toEqual(x);
        expect(Fraction.parse(x.toDecimalText())).toEqual(x);
      }),
      cases(2_000),
    );
  });

  it('addition and multiplication do not care about order, and subtraction and division undo them', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(a.plus(b)).toEqual(b.plus(a));
        expect(a.times(b)).toEqual(b.times(a));
        expect(a.plus(b).minus(b)).toEqual(a);
        expect(a.times(b.plus(c))).toEqual(a.times(b).plus(a.times(c)));
        expect(Fraction.sum([a, b, c])).toEqual(a.plus(b).plus(c));
        if (!b.isZero()) expect(a.times(b).dividedBy(b)).toEqual(a);
      }),
      cases(2_000),
    );
  });

  it('the floor is at most the fraction and less than one below it', () => {
    fc.assert(
      fc.property(any, (x) => {
        const lost = x.minus(Fraction.of(x.floor()));
        expect(lost.isNegative()).toBe(false);
        expect(lost.compare(Fraction.one)).toBe(-1);
      }),
      cases(2_000),
    );
  });

  it('comparing is the sign of the difference', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const difference = a.minus(b);
        const sign = difference.isZero() ? 0 : difference.isNegative() ? -1 : 1;
        expect(a.compare(b)).toBe(sign);
        expect(a.equals(b)).toBe(sign === 0);
      }),
      cases(2_000),
    );
  });
});

it('a fraction is never taken for a JavaScript number', () => {
  const [a, b] = [Fraction.of(9n), Fraction.of(10n)];
  expect(() => a < b).toThrow(
    new TypeError('A fraction is no JavaScript number: use compare, equals, plus, minus, times.'),
  );
});
