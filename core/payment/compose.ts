import type { Explained } from '../explain.ts';
import { type LineKind, lineKinds } from '../line-kinds.ts';
import { Sek } from '../money/sek.ts';
import { reckon } from '../reckon.ts';
import { type ByRegion, byRegion, type RegionCode } from '../regions.ts';
import { carriedForward } from '../rules/settlement/carried-forward.ts';

/** A region's payment of a month: at most one line of a kind, in the order of a statement, and their sum. */
export interface RegionPayment {
  readonly lines: ReadonlyMap<LineKind, Explained<Sek>>;
  readonly total: Sek;
}

/** The lines of one due item, for the regions that have one. */
export interface KindOfLines {
  readonly kind: LineKind;
  readonly lines: ByRegion<Explained<Sek>>;
}

/**
 * Puts a month's lines together per region, and lets nobody be paid below zero.
 *
 * Several items of a kind become one line, their sum. What the region brought with it from earlier payments (negative: it
 * owes; positive: a payment came back) becomes the `carried-forward` line.
 */
export function composePayments(
  items: readonly KindOfLines[],
  balances: ByRegion<Explained<Sek>>,
): ByRegion<RegionPayment> {
  return byRegion((region) => regionPayment(items, region, balances.get(region)));
}

function regionPayment(
  items: readonly KindOfLines[],
  region: RegionCode,
  balance: Explained<Sek> | undefined,
): RegionPayment {
  const lines = new Map<LineKind, Explained<Sek>>();
  for (const kind of lineKinds) {
    const line = together(items, kind, region);
    if (line) lines.set(kind, line);
  }
  const { line } = carriedForward([...lines.values()], balance);
  if (line) lines.set('carried-forward', line);
  return { lines, total: Sek.sum([...lines.values()].map(({ value }) => value)) };
}

function together(
  items: readonly KindOfLines[],
  kind: LineKind,
  region: RegionCode,
): Explained<Sek> | undefined {
  const parts = items
    .filter((item) => item.kind === kind)
    .flatMap(({ lines }) => lines.get(region) ?? []);
  const [only, ...more] = parts;
  if (!only || more.length === 0) return only;
  const { sum } = reckon({
    rule: 'payment/compose',
    cites: [{ source: 'readings', place: 'R-12' }],
  });
  const line = sum(parts);
  return line.value.isZero() ? undefined : line;
}
