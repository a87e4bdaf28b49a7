import { Fraction } from './fraction.ts';

/** A factor without a unit, carried exactly: a share, a percentage, or kronor per euro on a given day. */
export class Rate {
  readonly fraction: Fraction;
  /** Compile-time only: a rate is no amount, though both hold a fraction. */
  declare readonly kind: 'rate';

  private constructor(fraction: Fraction) {
    this.fraction = fraction;
  }

  /** The factor itself: '0.85', '10.3645' or '1/12'. Takes text as `Fraction.parse` does, never a float. */
  static of(factor: string): Rate {
    return new Rate(Fraction.parse(factor));
  }

  /** Per cent as printed: '40' is 0.4. */
  static percent(text: string): Rate {
    return new Rate(Fraction.parse(text).dividedBy(Fraction.of(100n)));
  }

  static exactly(fraction: Fraction): Rate {
    return new Rate(fraction);
  }

  equals(other: Rate): boolean {
    return this.fraction.equals(other.fraction);
  }

  /** The factor as decimal text ('0.4'), or 'n/d' where the decimals do not end. */
  toString(): string {
    return this.fraction.toDecimalText();
  }

  /** Stops `a < b` and `a + b`, which would compare and join texts without a word. */
  valueOf(): never {
    throw new TypeError('A rate is no JavaScript number: use its fraction.');
  }
}
