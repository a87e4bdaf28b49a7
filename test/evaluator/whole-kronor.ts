import { add, floor, halfUp, isBelow, type Rational, subtract, whole } from './rational.ts';

/**
 * DESIGN's `allocate`, written a second time: floor each, then one krona after the other to the part that is furthest below
 * its exact amount, the first code among equals, until the parts come to half-up of the exact sum.
 */
export function allocateAgain(exact: ReadonlyMap<string, Rational>): Map<string, bigint> {
  const parts = new Map([...exact].map(([key, amount]) => [key, floor(amount)]));
  const target = halfUp([...exact.values()].reduce(add, whole(0n)));
  const given = new Set<string>();
  while (sum(parts.values()) < target) {
    let neediest: string | undefined;
    for (const key of [...exact.keys()].sort()) {
      if (given.has(key)) continue;
      if (neediest === undefined || isBelow(short(neediest), short(key))) neediest = key;
    }
    if (neediest === undefined) throw new Error('More kronor than parts.');
    given.add(neediest);
    parts.set(neediest, (parts.get(neediest) ?? 0n) + 1n);
  }
  return parts;

  function short(key: string): Rational {
    return subtract(exact.get(key) ?? whole(0n), whole(parts.get(key) ?? 0n));
  }
}

/** DESIGN's twelve instalments, written a second time: deal the kronor left over like cards, round and round. */
export function instalmentsAgain(
  grants: ReadonlyMap<string, Rational>,
  count: number,
): Map<string, bigint[]> {
  const all = new Map<string, bigint[]>();
  let next = 0;
  for (const key of [...grants.keys()].sort()) {
    const grant = floor(grants.get(key) ?? whole(0n));
    const months = Array.from({ length: count }, () => grant / BigInt(count));
    for (let left = grant - sum(months); left > 0n; left -= 1n) {
      months[next] = (months[next] ?? 0n) + 1n;
      next = (next + 1) % count;
    }
    all.set(key, months);
  }
  return all;
}

const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((a, b) => a + b, 0n);
