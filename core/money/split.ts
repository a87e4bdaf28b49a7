import { byCodeOrder } from './code-order.ts';
import { Sek } from './sek.ts';

/**
 * Each grant in equal instalments of whole kronor that add up to it. The kronor left over (0 to count − 1 per grant) go one
 * each to consecutive instalments, taking the keys in code order and starting each where the one before stopped, so
 * that the instalments of all together differ by at most one krona.
 *
 * Refuses a grant that is not whole or is negative, and a count that is not a whole number above zero.
 */
export function splitInstalments<K extends string>(
  grants: ReadonlyMap<K, Sek>,
  count = 12,
): Map<K, readonly Sek[]> {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`A grant is split in one instalment or more (given ${count}).`);
  }
  const instalments = new Map<K, readonly Sek[]>([...grants.keys()].map((key) => [key, []]));
  let next = 0;
  for (const [key, grant] of [...grants].sort(([a], [b]) => byCodeOrder(a, b))) {
    if (!grant.isWhole() || grant.isNegative()) {
      throw new RangeError(`A grant is whole kronor, zero or more; '${key}' was given ${grant}.`);
    }
    const base = grant.kronor() / BigInt(count);
    const leftOver = Number(grant.kronor() % BigInt(count));
    const [low, high] = [Sek.whole(base), Sek.whole(base + 1n)];
    const start = next;
    instalments.set(
      key,
      Array.from({ length: count }, (_, i) =>
        (i - start + count) % count < leftOver ? high : low,
      ),
    );
    next = (start + leftOver) % count;
  }
  return instalments;
}
