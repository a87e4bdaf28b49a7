import type { Explained } from '../explain.ts';
import { type LineKind, lineKinds } from '../line-kinds.ts';
import { Sek } from '../money/sek.ts';
import { reckon } from '../reckon.ts';
import { type ByRegion, byRegion, type RegionCode, regionCodes } from '../regions.ts';
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

/** The same, with the agreement year that they are of. */
export interface LinesOfYear extends KindOfLines {
  readonly agreementYear: number;
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
  const line = added(parts);
  return line?.value.isZero() ? undefined : line;
}

/** Several amounts as one, each visible in its working; nothing of none. */
function added(parts: readonly Explained<Sek>[]): Explained<Sek> | undefined {
  const [only, ...more] = parts;
  if (!only || more.length === 0) return only;
  const { sum } = reckon({
    rule: 'payment/compose',
    cites: [{ source: 'readings', place: 'R-12' }],
  });
  return sum(parts);
}

/** An agreement year's part of a region's line. */
export interface SharedLine {
  readonly kind: LineKind;
  readonly agreementYear: number;
  readonly region: RegionCode;
  readonly amount: Explained<Sek>;
}

/** What each agreement year has in the lines that items of several years make up, so that what a year was paid can be told. */
export function sharedLines(items: readonly LinesOfYear[]): readonly SharedLine[] {
  return lineKinds.flatMap((kind) => {
    const ofKind = items.filter((item) => item.kind === kind);
    const years = [...new Set(ofKind.map(({ agreementYear }) => agreementYear))].sort();
    if (years.length < 2) return [];
    return years.flatMap((agreementYear) => {
      const own = ofKind.filter((item) => item.agreementYear === agreementYear);
      return regionCodes.flatMap((region) => {
        const amount = added(own.flatMap(({ lines }) => lines.get(region) ?? []));
        return amount ? [{ kind, agreementYear, region, amount }] : [];
      });
    });
  });
}
