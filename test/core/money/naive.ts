import { Fraction } from '../../../core/money/fraction.ts';
import { wholeKronor } from '../../../core/money/rounding.ts';
import { Sek } from '../../../core/money/sek.ts';

/** The rules of allocating and splitting, word by word and one krona at a time: what the quick ones are compared with. */

function codeOrder<T>([a]: readonly [string, T], [b]: readonly [string, T]): number {
  return a < b ? -1 : 1;
}

/** Floor each, then one krona each to the largest fractional part, ties by key, until they add up. */
export function naiveAllocate(exact: ReadonlyMap<string, Sek>): Map<string, Sek> {
  const parts = new Map([...exact].map(([key, { fraction }]) => [key, fraction.floor()]));
  const target = wholeKronor(Sek.sum(exact.values())).kronor();
  const queue = [...exact].sort(codeOrder);
  queue.sort(([, a], [, b]) => fractionalPart(b).compare(fractionalPart(a))); // Stable: ties stay in code order.
  for (const [key] of queue) {
    const given = [...parts.values()].reduce((sum, part) => sum + part, 0n);
    if (given === target) break;
    parts.set(key, (parts.get(key) ?? 0n) + 1n);
  }
  return new Map([...parts].map(([key, part]) => [key, Sek.whole(part)]));
}

function fractionalPart({ fraction }: Sek): Fraction {
  return fraction.minus(Fraction.of(fraction.floor()));
}

/** Deals every krona that is left over to the next instalment, region after region in code order. */
export function naiveSplit(grants: ReadonlyMap<string, Sek>, count: number): Map<string, Sek[]> {
  const instalments = new Map<string, Sek[]>();
  let turn = 0;
  for (const [key, grant] of [...grants].sort(codeOrder)) {
    const base = grant.kronor() / BigInt(count);
    const list = Array.from({ length: count }, () => base);
    for (let left = grant.kronor() - base * BigInt(count); left > 0n; left -= 1n) {
      list[turn] = base + 1n;
      turn = turn + 1 === count ? 0 : turn + 1;
    }
    instalments.set(
      key,
      list.map((one) => Sek.whole(one)),
    );
  }
  return instalments;
}
