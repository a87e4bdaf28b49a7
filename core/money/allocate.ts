import { isAscending } from './code-order.ts';
import { Fraction } from './fraction.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { Sek } from './sek.ts';

/** A part of a whole: who it is for, and how much it weighs against the other parts (inhabitants, last year's grant). */
export interface Weighted<K extends string> {
  readonly key: K;
  readonly weight: bigint;
}

/**
 * Exact amounts, in whole kronor that add up to `wholeKronor` of their exact sum. Each is cut down (towards minus
 * infinity), then one krona each goes to those that lost most; equal losses are settled by key, ascending.
 *
 * Give it the amounts signed as they will stand on the line: magnitudes that are negated afterwards come out otherwise.
 * The parts come in the order of the keys given, and their amounts do not depend on it.
 */
export function allocate<K extends string>(exact: ReadonlyMap<K, Sek>): ReadonlyMap<K, Sek> {
  const fractions = [...exact.values()].map((amount) => amount.fraction);
  const denominator = Fraction.commonDenominator(fractions);
  const numerators = fractions.map((one) => one.numerator * (denominator / one.denominator));
  return largestRemainder([...exact.keys()], numerators, Fraction.of(1n, denominator));
}

/**
 * A total, divided by weight into whole kronor: `allocate` of total × weight / sum of weights.
 * Refuses a negative weight, weights that sum to zero, and a key that comes twice.
 */
export function allocateByWeight<K extends string>(
  total: Sek,
  parts: Iterable<Weighted<K>>,
): ReadonlyMap<K, Sek> {
  const keys: K[] = [];
  const weights: bigint[] = [];
  let sum = 0n;
  for (const { key, weight } of parts) {
    if (weight < 0n) {
      throw new RangeError(`A weight is zero or more; '${key}' was given ${weight}.`);
    }
    keys.push(key);
    weights.push(weight);
    sum += weight;
  }
  refuseRepeated(keys);
  if (sum === 0n) {
    throw new RangeError(
      `Weights must sum to more than zero to divide ${total} kr by them (given ${keys.length} weights).`,
    );
  }
  return largestRemainder(keys, weights, total.fraction.dividedBy(Fraction.of(sum)));
}

/** Keys in ascending order, as a register's are, cannot repeat: only others are worth the table of a million keys. */
function refuseRepeated(keys: readonly string[]): void {
  if (isAscending(keys)) return;
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new RangeError(`Each key may come once; '${key}' came twice.`);
    seen.add(key);
  }
}
