import type { AgreementParameters } from '../../core/agreement/parameters.ts';
import { lineRules2021, rulebookFrom } from '../../core/agreement/rulebook.ts';
import type { Month } from '../../core/calendar/month.ts';
import { Sek } from '../../core/money/sek.ts';
import { of, type RegionCode, regionCodes } from '../../core/regions.ts';
import { type SimulatedYear, simulateYear, type YearFacts } from '../../core/simulate-year.ts';

/** An agreement and what a year under it is simulated from. */
export interface Case {
  readonly agreement: AgreementParameters;
  readonly facts: YearFacts;
}

/** What an alternative reading would change in a year. */
export interface Effect {
  /** The region whose payments of the whole year change most; absent when no region's do. */
  readonly largest?: { readonly region: RegionCode; readonly change: Sek };
  /** The change of what the State pays to all regions over the year. */
  readonly national: Sek;
  /** Payment months whose sum for the country changes. */
  readonly months: readonly Month[];
  /** Pay days that change in months that are paid either way. */
  readonly payDays: number;
}

/** Runs a year of the 2021 line rules; refuses one that cannot be simulated. */
export function run({ agreement, facts }: Case): SimulatedYear {
  const year = simulateYear(rulebookFrom(agreement, lineRules2021), facts);
  if (year.ok) return year.value;
  throw new RangeError(`The year cannot be simulated: ${year.refusal.kind}.`);
}

/** What the other year pays otherwise than the base year. */
export function difference(base: SimulatedYear, other: SimulatedYear): Effect {
  const inMonth = (year: SimulatedYear, month: Month) =>
    year.months.find((paid) => paid.month === month);
  const months = [...new Set([...base.months, ...other.months].map(({ month }) => month))].sort();
  const ofRegion = (year: SimulatedYear, region: RegionCode) =>
    Sek.sum(year.months.map(({ regions }) => of(regions, region).total));
  return {
    ...largestOf((region) => ofRegion(other, region).minus(ofRegion(base, region))),
    national: Sek.sum(other.months.map(({ total }) => total)).minus(
      Sek.sum(base.months.map(({ total }) => total)),
    ),
    months: months.filter((month) => {
      const [before, after] = [inMonth(base, month)?.total, inMonth(other, month)?.total];
      return !(before ?? Sek.zero).equals(after ?? Sek.zero);
    }),
    payDays: months.filter((month) => {
      const [before, after] = [inMonth(base, month)?.payDay, inMonth(other, month)?.payDay];
      return before !== undefined && after !== undefined && before !== after;
    }).length,
  };
}

/** The region with the largest change, whichever its sign; the first code among equals. */
export function largestOf(changeOf: (region: RegionCode) => Sek): Pick<Effect, 'largest'> {
  const size = (sek: Sek) => (sek.isNegative() ? sek.negated() : sek);
  const changes = regionCodes.map((region) => ({ region, change: changeOf(region) }));
  const [largest] = changes.toSorted((a, b) => size(b.change).compare(size(a.change)));
  return largest && !largest.change.isZero() ? { largest } : {};
}
