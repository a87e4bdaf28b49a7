import type { Month } from '../../core/calendar/month.ts';
import type { Explained } from '../../core/explain.ts';
import type { Fraction } from '../../core/money/fraction.ts';
import { wholeKronor } from '../../core/money/rounding.ts';
import { Sek } from '../../core/money/sek.ts';
import { type ByRegion, type RegionCode, regionCodes } from '../../core/regions.ts';
import type { SimulatedYear } from '../../core/simulate-year.ts';
import { type Effect, largestOf } from './compare-years.ts';

/** Makes the exact amounts of all regions whole in another way than `allocate`. */
export type Rounding = (exact: ReadonlyMap<RegionCode, Sek>) => ReadonlyMap<RegionCode, Sek>;

/** Each region half up by itself: easy to check by hand, and the parts need not give the whole. */
export const eachByItself: Rounding = (exact) =>
  new Map([...exact].map(([region, amount]) => [region, wholeKronor(amount)]));

/** Each region cut down, and the last one takes what is left. */
export const lastTakesTheRest: Rounding = (exact) => {
  const cut = new Map([...exact].map(([region, { fraction }]) => [region, floor(fraction)]));
  const last = [...exact.keys()].sort().at(-1);
  const rest = wholeKronor(Sek.sum(exact.values())).minus(Sek.sum(cut.values()));
  if (last) cut.set(last, (cut.get(last) ?? Sek.zero).plus(rest));
  return cut;
};

/** What another way of making kronor whole would change: each allocation of the year is made whole again from its exact amounts. */
export function roundingEffect(year: SimulatedYear, rounding: Rounding): Effect {
  const [first] = year.months;
  const allocations = [
    // The grants are counted in the month of the first instalment.
    ...(first ? [{ month: first.month, parts: year.grants }] : []),
    ...year.months.flatMap(({ month, regions }) => {
      const kinds = new Set([...regions.values()].flatMap(({ lines }) => [...lines.keys()]));
      return [...kinds].map((kind) => {
        const parts = new Map<RegionCode, Explained<Sek>>();
        for (const [region, { lines }] of regions) {
          const line = lines.get(kind);
          if (line) parts.set(region, line);
        }
        return { month, parts };
      });
    }),
  ];
  const changes = allocations.map(({ month, parts }) => ({
    month,
    by: changesOf(parts, rounding),
  }));
  const inMonth = (month: Month) =>
    Sek.sum(changes.filter((c) => c.month === month).flatMap(({ by }) => [...by.values()]));
  return {
    ...largestOf((region) => Sek.sum(changes.map(({ by }) => by.get(region) ?? Sek.zero))),
    national: Sek.sum(changes.flatMap(({ by }) => [...by.values()])),
    months: year.months.map(({ month }) => month).filter((month) => !inMonth(month).isZero()),
    payDays: 0,
  };
}

/** How each region's part would change; empty for lines that are no parts of an allocation. */
function changesOf(
  parts: ByRegion<Explained<Sek>>,
  rounding: Rounding,
): ReadonlyMap<RegionCode, Sek> {
  const exact = exactOf(parts);
  const other = rounding(exact);
  return new Map(
    regionCodes.flatMap((region) => {
      const [before, after] = [parts.get(region)?.value, other.get(region)];
      return before && after ? [[region, after.minus(before)] as const] : [];
    }),
  );
}

/** The exact amounts that an allocation made whole, read from the working of its parts. */
function exactOf(parts: ByRegion<Explained<Sek>>): ReadonlyMap<RegionCode, Sek> {
  const exact = new Map<RegionCode, Sek>();
  for (const [region, { working }] of parts) {
    if (working.node !== 'step' || working.operation !== 'part') continue;
    const [group] = working.of;
    if (group?.node !== 'step') continue;
    const own = group.of[group.keys?.indexOf(region) ?? -1];
    if (own) exact.set(region, Sek.exactly(own.exact));
  }
  return exact;
}

const floor = (fraction: Fraction): Sek => Sek.whole(fraction.floor());
