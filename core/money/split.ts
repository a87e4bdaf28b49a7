import { Allotment } from './allotment.ts';
import { indicesInCodeOrder } from './code-order.ts';
import { Integers } from './integers.ts';
import { Sek } from './sek.ts';

/**
 * Each grant in equal instalments of whole kronor that add up to it. The kronor left over (0 to count − 1 per grant) go
 * one each to consecutive instalments, taking the keys in code order and starting each where the one before stopped, so
 * that the instalments of all together differ by at most one krona.
 *
 * Refuses a grant that is not whole or is negative, and a count that is not a whole number above zero.
 */
export function splitInstalments<K extends string>(
  grants: ReadonlyMap<K, Sek>,
  count = 12,
): ReadonlyMap<K, readonly Sek[]> {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(
      `A grant is split in a whole number of instalments, 1 or more (given ${count}).`,
    );
  }
  const divisor = BigInt(count);
  const keys: K[] = [];
  const kronor = new Integers(grants.size);
  for (const [key, grant] of grants) {
    if (!grant.isWhole() || grant.isNegative()) {
      throw new RangeError(`A grant is whole kronor, zero or more; '${key}' was given ${grant}.`);
    }
    kronor.put(keys.length, grant.kronor());
    keys.push(key);
  }
  const starts = new Integers(keys.length);
  let handedOut = 0n;
  for (const index of indicesInCodeOrder(keys)) {
    // Full rounds end where they began, so where the grants before stopped is their sum modulo count.
    starts.put(index, handedOut % divisor);
    handedOut += kronor.at(index);
  }
  return new Allotment(keys, (index) => {
    const base = kronor.at(index) / divisor;
    const leftOver = kronor.at(index) % divisor;
    return instalments(base, Number(leftOver), Number(starts.at(index)), count);
  });
}

/** The base in every instalment, and a krona more in `leftOver` of them from `start` on; after the last comes the first. */
function instalments(base: bigint, leftOver: number, start: number, count: number): Sek[] {
  const low = Sek.whole(base);
  const high = Sek.whole(base + 1n);
  const list = new Array<Sek>(count);
  const end = start + leftOver;
  for (let index = 0; index < count; index += 1) {
    list[index] = (index >= start && index < end) || index < end - count ? high : low;
  }
  return list;
}
