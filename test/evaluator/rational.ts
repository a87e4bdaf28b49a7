/** A number as a pair of whole numbers, never reduced: slow, and plain enough to be right at a glance. */
export type Rational = readonly [numerator: bigint, denominator: bigint];

export const whole = (n: bigint): Rational => [n, 1n];

export const add = ([a, b]: Rational, [c, d]: Rational): Rational =>
  b === d ? [a + c, b] : [a * d + c * b, b * d];

export const negate = ([a, b]: Rational): Rational => [-a, b];

export const subtract = (x: Rational, y: Rational): Rational => add(x, negate(y));

export const multiply = ([a, b]: Rational, [c, d]: Rational): Rational => [a * c, b * d];

/** Keeps the denominator above zero. */
export function divide([a, b]: Rational, [c, d]: Rational): Rational {
  if (c === 0n) throw new Error('Division by zero.');
  return c > 0n ? [a * d, b * c] : [-a * d, -b * c];
}

export const isBelow = ([a, b]: Rational, [c, d]: Rational): boolean => a * d < c * b;

export const isEqual = ([a, b]: Rational, [c, d]: Rational): boolean => a * d === c * b;

/** Towards minus infinity. */
export function floor([a, b]: Rational): bigint {
  const towardsZero = a / b;
  return a % b < 0n ? towardsZero - 1n : towardsZero;
}

/** Half up, away from zero on ties. */
export function halfUp(x: Rational): bigint {
  if (x[0] < 0n) return -halfUp(negate(x));
  return floor(add(x, [1n, 2n]));
}
