import { byCodeOrder } from './code-order.ts';
import { Fraction } from './fraction.ts';
import { wholeKronor } from './rounding.ts';
import { Sek } from './sek.ts';

/** A part of a whole: who it is for, and how much it weighs against the other parts (inhabitants, last year's grant). */
export interface Weighted<K extends string> {
  readonly key: K;
  readonly weight: bigint;
}

/**
 * Exact amounts, in whole kronor that add up to `wholeKronor` of their exact sum. Each is cut down (towards minus infinity),
 * then one krona each goes to those that lost most; equal losses are settled by key, ascending.
 *
 * Give it the amounts signed as they will stand on the line: magnitudes that are negated afterwards come out otherwise.
 * The parts come in the order of the keys given, and their amounts do not depend on it.
 */
export function allocate<K extends string>(exact: ReadonlyMap<K, Sek>): Map<K, Sek> {
  const parts = [...exact].map(([key, { fraction }]) => {
    const floor = fraction.floor();
    return { key, floor, loss: fraction.minus(Fraction.of(floor)) };
  });
  const cutDown = parts.reduce((sum, part) => sum + part.floor, 0n);
  const oddKronor = Number(wholeKronor(Sek.sum(exact.values())).kronor() - cutDown);
  const lostMost = new Set(
    parts
      .toSorted((a, b) => b.loss.compare(a.loss) || byCodeOrder(a.key, b.key))
      .slice(0, oddKronor),
  );
  return new Map(
    parts.map((part) => [part.key, Sek.whole(part.floor + (lostMost.has(part) ? 1n : 0n))]),
  );
}

/**
 * A total, divided by weight into whole kronor: `allocate` of total × weight / sum of weights.
 * Refuses a negative weight, weights that sum to zero, and a key that comes twice.
 */
export function allocateByWeight<K extends string>(
  total: Sek,
  parts: Iterable<Weighted<K>>,
): Map<K, Sek> {
  const weights = new Map<K, bigint>();
  let sum = 0n;
  for (const { key, weight } of parts) {
    if (weights.has(key)) throw new RangeError(`Each key may come once; '${key}' came twice.`);
    if (weight < 0n) {
      throw new RangeError(`A weight is zero or more; '${key}' was given ${weight}.`);
    }
    weights.set(key, weight);
    sum += weight;
  }
  if (sum === 0n) {
    throw new RangeError(
      `Weights must sum to more than zero to divide ${total} kr by them (given ${weights.size} weights).`,
    );
  }
  return allocate(
    new Map([...weights].map(([key, weight]) => [key, total.times(Fraction.of(weight, sum))])),
  );
}
