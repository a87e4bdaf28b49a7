import { Decimal } from 'decimal.js';

const WHOLE = /^-?\d+$/;
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;
const RATIO = /^-?\d+\/\d+$/;

/**
 * An exact number: a whole numerator over a whole denominator. Immutable, always in lowest terms, denominator above zero,
 * so two equal fractions have equal fields. Carries no unit: `Sek` and `Rate` do.
 */
export class Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;

  /** Takes terms that are already reduced. Everybody else comes through `of` or `parse`. */
  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  /** The whole number, or numerator over denominator. Refuses a denominator of zero. */
  static of(numerator: bigint, denominator = 1n): Fraction {
    if (denominator === 1n) return new Fraction(numerator, 1n);
    if (denominator === 0n) {
      throw new RangeError(`A fraction cannot have the denominator zero (given ${numerator}/0).`);
    }
    const divisor = greatestCommonDivisor(numerator, denominator);
    const sign = denominator < 0n ? -1n : 1n;
    return new Fraction((sign * numerator) / divisor, (sign * denominator) / divisor);
  }

  /**
   * Reads plain decimal text ('30458', '-12.50', '10.3645') or a ratio ('1/3'). Refuses everything else: scientific
   * notation, blanks, thousands separators, a plus sign, a bare point, empty text.
   */
  static parse(text: string): Fraction {
    if (WHOLE.test(text)) return Fraction.of(BigInt(text));
    if (PLAIN_DECIMAL.test(text)) {
      const decimal = new Decimal(text);
      const places = decimal.decimalPlaces();
      // toFixed with all its places prints every digit; without the point they are the numerator.
      const digits = decimal.toFixed(places).replace('.', '');
      return Fraction.of(BigInt(digits), 10n ** BigInt(places));
    }
    if (RATIO.test(text)) {
      const slash = text.indexOf('/');
      return Fraction.of(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
    }
    throw new RangeError(
      `Not an exact number: ${JSON.stringify(text)}. Allowed is plain decimal text such as '30458', '-12.50' or ` +
        `'10.3645', or a ratio such as '1/3': no blanks, no plus sign, no exponent.`,
    );
  }

  /** The smallest denominator that all of the fractions can be written over; of none it is 1. */
  static commonDenominator(fractions: Iterable<Fraction>): bigint {
    let common = 1n;
    for (const { denominator } of fractions) {
      common *= denominator / greatestCommonDivisor(common, denominator);
    }
    return common;
  }

  /** The sum of any number of fractions; of none it is zero. Reduces once, at the end. */
  static sum(fractions: Iterable<Fraction>): Fraction {
    let numerator = 0n;
    let denominator = 1n;
    for (const term of fractions) {
      if (term.denominator === denominator) {
        numerator += term.numerator;
      } else {
        numerator = numerator * term.denominator + term.numerator * denominator;
        denominator *= term.denominator;
      }
    }
    return Fraction.of(numerator, denominator);
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Refuses to divide by zero. */
  dividedBy(other: Fraction): Fraction {
    if (other.isZero()) throw new RangeError(`Division by zero: ${this} / 0.`);
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Fraction {
    return new Fraction(-this.numerator, this.denominator);
  }

  /** Below zero, zero or above zero as this is smaller than, equal to or larger than the other. */
  compare(other: Fraction): -1 | 0 | 1 {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    if (left < right) return -1;
    return left > right ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isNegative(): boolean {
    return this.numerator < 0n;
  }

  isWhole(): boolean {
    return this.denominator === 1n;
  }

  /** The largest whole number that is not above this one: -1/2 gives -1. */
  floor(): bigint {
    const cut = this.numerator / this.denominator; // BigInt division cuts towards zero.
    return this.isNegative() && !this.isWhole() ? cut - 1n : cut;
  }

  /** The canonical text: 'n' or 'n/d'. Equal fractions have the same text. */
  toString(): string {
    return this.isWhole() ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }

  /** Decimal text where it ends ('-12.5', '0.85'), otherwise the canonical 'n/d'. `parse` reads both back. */
  toDecimalText(): string {
    const places = decimalPlacesOf(this.denominator);
    if (places === undefined) return this.toString();
    const digits = (this.numerator * 10n ** BigInt(places)) / this.denominator;
    return new Decimal(`${digits}e-${places}`).toFixed(places);
  }

  /** Stops `a < b` and `a + b`, which would compare and join texts without a word. */
  valueOf(): never {
    throw new TypeError(
      'A fraction is no JavaScript number: use compare, equals, plus, minus, times.',
    );
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger < 0n ? -larger : larger;
}

/** How many decimals write 1/denominator to the end: none or some if it has no other prime factors than 2 and 5. */
function decimalPlacesOf(denominator: bigint): number | undefined {
  let rest = denominator;
  const takeOut = (prime: bigint): number => {
    let times = 0;
    for (; rest % prime === 0n; times += 1) rest /= prime;
    return times;
  };
  const places = Math.max(takeOut(2n), takeOut(5n));
  return rest === 1n ? places : undefined;
}
