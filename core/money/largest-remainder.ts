import { Allotment } from './allotment.ts';
import { byKey, type Place } from './code-order.ts';
import { Fraction } from './fraction.ts';
import { Integers } from './integers.ts';
import { wholeKronor } from './rounding.ts';
import { Sek } from './sek.ts';

/**
 * Exact amounts, each its weight × the rate, made whole: cut down towards minus infinity, then one krona each to those
 * that lost most, ties by key ascending, until they add up to `wholeKronor` of the exact sum.
 *
 * Keys, which are distinct, and weights belong together by index. It is quick for a million of them because it never
 * sorts them: it sorts the losses alone, as machine integers, to learn which loss is the least that earns a krona.
 */
export function largestRemainder<K extends string>(
  keys: readonly K[],
  weights: readonly bigint[],
  rate: Fraction,
): ReadonlyMap<K, Sek> {
  const { numerator, denominator } = rate;
  const parts = new Integers(keys.length);
  const losses = new Integers(keys.length); // Counted in 1 / denominator of a krona.
  let sum = 0n;
  let cutDown = 0n;
  weights.forEach((weight, index) => {
    const exact = weight * numerator;
    const floor = floorOf(exact, denominator);
    parts.put(index, floor);
    losses.put(index, exact - floor * denominator);
    sum += exact;
    cutDown += floor;
  });
  const whole = wholeKronor(Sek.exactly(Fraction.of(sum, denominator))).kronor();
  for (const index of lostMost(keys, losses, Number(whole - cutDown))) {
    parts.put(index, parts.at(index) + 1n);
  }
  return new Allotment(keys, (index) => Sek.whole(parts.at(index)));
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const cut = numerator / denominator; // BigInt division cuts towards zero.
  return cut * denominator > numerator ? cut - 1n : cut;
}

/** The indices of the `count` largest losses; equal losses are settled by key, ascending. */
function lostMost(keys: readonly string[], losses: Integers, count: number): number[] {
  if (count === 0) return [];
  const least = losses.atRank(keys.length - count);
  const larger: number[] = [];
  const equal: Place[] = [];
  keys.forEach((key, index) => {
    const loss = losses.at(index);
    if (loss > least) larger.push(index);
    else if (loss === least) equal.push({ key, index });
  });
  const first = equal.sort(byKey).slice(0, count - larger.length);
  return [...larger, ...first.map((place) => place.index)];
}
