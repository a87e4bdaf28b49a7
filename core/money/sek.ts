import { Fraction } from './fraction.ts';
import type { Rate } from './rate.ts';

/** What an amount is counted per. Amounts on different bases cannot be added. */
export type Basis = 'total' | 'perInhabitant';

const MILLION = Fraction.of(1_000_000n);

/** An amount in Swedish kronor, carried exactly. Only `wholeKronor`, `allocate` and `splitInstalments` make it whole. */
export class Sek<Per extends Basis = 'total'> {
  /** The amount in kronor. */
  readonly fraction: Fraction;
  /** Compile-time only: keeps the bases apart. Takes and gives the basis, so that no union of them is one either. */
  declare readonly per: (basis: Per) => Per;

  private constructor(fraction: Fraction) {
    this.fraction = fraction;
  }

  static readonly zero: Sek = new Sek(Fraction.zero);

  /** Kronor. Takes text as `Fraction.parse` does, never a float. */
  static of(kronor: string): Sek {
    return new Sek(Fraction.parse(kronor));
  }

  /** Millions of kronor (mnkr) as printed: '31400' is 31 400 000 000 kr. */
  static millions(text: string): Sek {
    return new Sek(Fraction.parse(text).times(MILLION));
  }

  /** Kronor per inhabitant. */
  static perInhabitant(kronor: string): Sek<'perInhabitant'> {
    return new Sek(Fraction.parse(kronor));
  }

  static whole(kronor: bigint): Sek {
    return new Sek(Fraction.of(kronor));
  }

  static exactly(kronor: Fraction): Sek {
    return new Sek(kronor);
  }

  /** The sum of any number of amounts on one basis; of none it is zero. */
  static sum<Per extends Basis = 'total'>(amounts: Iterable<Sek<Per>>): Sek<Per> {
    return new Sek(Fraction.sum(fractionsOf(amounts)));
  }

  plus(other: Sek<Per>): Sek<Per> {
    return new Sek(this.fraction.plus(other.fraction));
  }

  minus(other: Sek<Per>): Sek<Per> {
    return new Sek(this.fraction.minus(other.fraction));
  }

  times(factor: Rate | Fraction): Sek<Per> {
    return new Sek(this.fraction.times(factor instanceof Fraction ? factor : factor.fraction));
  }

  negated(): Sek<Per> {
    return new Sek(this.fraction.negated());
  }

  /** An amount per inhabitant, for that many inhabitants. Refuses fewer than none. */
  forInhabitants(this: Sek<'perInhabitant'>, inhabitants: bigint): Sek {
    if (inhabitants < 0n) {
      throw new RangeError(`Inhabitants cannot be fewer than none (given ${inhabitants}).`);
    }
    return new Sek(this.fraction.times(Fraction.of(inhabitants)));
  }

  /** A total, spread over that many inhabitants. Refuses fewer than one. */
  perEach(this: Sek, inhabitants: bigint): Sek<'perInhabitant'> {
    if (inhabitants < 1n) {
      throw new RangeError(
        `An amount can be spread over at least one inhabitant (given ${inhabitants}).`,
      );
    }
    return new Sek(this.fraction.dividedBy(Fraction.of(inhabitants)));
  }

  /** Below zero, zero or above zero as this is smaller than, equal to or larger than the other. */
  compare(other: Sek<Per>): -1 | 0 | 1 {
    return this.fraction.compare(other.fraction);
  }

  equals(other: Sek<Per>): boolean {
    return this.fraction.equals(other.fraction);
  }

  isLessThan(other: Sek<Per>): boolean {
    return this.compare(other) < 0;
  }

  isZero(): boolean {
    return this.fraction.isZero();
  }

  isNegative(): boolean {
    return this.fraction.isNegative();
  }

  isWhole(): boolean {
    return this.fraction.isWhole();
  }

  /** Whole kronor as an integer. Refuses an amount that is not whole: it rounds nothing. */
  kronor(): bigint {
    if (!this.isWhole()) {
      throw new RangeError(
        `${this} kr is not a whole number of kronor. Only wholeKronor and allocate make an amount whole.`,
      );
    }
    return this.fraction.numerator;
  }

  /** Kronor as text: '123', '-12.5', or 'n/d' where the decimals do not end. `Sek.of` reads it back. */
  toString(): string {
    return this.fraction.toDecimalText();
  }

  /** Stops `a < b` and `a + b`, which would compare and join texts without a word. */
  valueOf(): never {
    throw new TypeError('An amount is no JavaScript number: use compare, isLessThan, plus, minus.');
  }
}

function* fractionsOf<Per extends Basis>(amounts: Iterable<Sek<Per>>): Iterable<Fraction> {
  for (const amount of amounts) yield amount.fraction;
}
