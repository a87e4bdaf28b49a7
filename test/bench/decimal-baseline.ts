import { Decimal } from 'decimal.js';

/**
 * The same rules written the way one would with decimal.js: a Decimal per part, a sort of the remainders, an odd krona
 * to each of the first. Shares whole quotients and remainders only, so that 40 digits are exact.
 */
const Exact = Decimal.clone({ precision: 40 });

export interface DecimalPart {
  readonly key: string;
  readonly weight: Decimal;
}

export function decimal(value: bigint): Decimal {
  return new Exact(value.toString());
}

export function allocateWithDecimals(
  total: Decimal,
  parts: readonly DecimalPart[],
): Map<string, Decimal> {
  const sum = parts.reduce((all, part) => all.plus(part.weight), new Exact(0));
  const shares = parts.map(({ key, weight }) => {
    const share = total.times(weight);
    const floor = share.divToInt(sum);
    return { key, floor, remainder: share.minus(floor.times(sum)) };
  });
  const cutDown = shares.reduce((all, share) => all.plus(share.floor), new Exact(0));
  const byLoss = shares.toSorted(
    (a, b) => b.remainder.cmp(a.remainder) || (a.key < b.key ? -1 : 1),
  );
  const rounded = new Set(byLoss.slice(0, total.minus(cutDown).toNumber()));
  return new Map(
    shares.map((share) => [share.key, rounded.has(share) ? share.floor.plus(1) : share.floor]),
  );
}

export function splitWithDecimals(
  grants: ReadonlyMap<string, Decimal>,
  count: number,
): Map<string, Decimal[]> {
  const instalments = new Map<string, Decimal[]>();
  let next = 0;
  for (const [key, grant] of [...grants].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const base = grant.divToInt(count);
    const leftOver = grant.minus(base.times(count)).toNumber();
    const list = new Array<Decimal>(count).fill(base);
    const high = base.plus(1);
    for (let odd = 0; odd < leftOver; odd += 1) list[(next + odd) % count] = high;
    next = (next + leftOver) % count;
    instalments.set(key, list);
  }
  return instalments;
}
