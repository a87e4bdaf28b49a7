import type { Explained } from '../explain.ts';
import type { Sek } from '../money/sek.ts';
import { reckon } from '../reckon.ts';
import { type ByRegion, type RegionCode, regionCodes } from '../regions.ts';

/** A released `carried-forward` line; or minus a returned payment that a person let go to the next month. */
export interface BalanceEntry {
  readonly region: RegionCode;
  readonly carried: Explained<Sek>;
}

/**
 * What each region brings with it to its next payment: the opposite of everything carried so far. Regions that owe nothing
 * and are owed nothing are absent.
 *
 * @sv överfört belopp
 */
export function balances(entries: readonly BalanceEntry[]): ByRegion<Explained<Sek>> {
  const { sum, negated } = reckon({
    rule: 'payment/balances',
    cites: [{ source: 'readings', place: 'R-11' }],
  });
  return new Map(
    regionCodes.flatMap((region) => {
      const own = entries.filter((entry) => entry.region === region);
      if (own.length === 0) return [];
      const carried = sum(own.map((entry) => entry.carried));
      return carried.value.isZero() ? [] : [[region, negated(carried)] as const];
    }),
  );
}
