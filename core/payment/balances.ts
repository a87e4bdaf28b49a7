import { type Explained, given, stored } from '../explain.ts';
import { Fraction } from '../money/fraction.ts';
import type { Sek } from '../money/sek.ts';
import { reckon } from '../reckon.ts';
import type { CaseId } from '../record/case-id.ts';
import { type ByRegion, type RegionCode, regionCodes } from '../regions.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState } from './evolve.ts';
import { hasUndecided, type SentLine } from './lines.ts';

/** A released `carried-forward` line; or minus a returned payment that a person let go to the next month. */
export interface BalanceEntry {
  readonly region: RegionCode;
  readonly carried: Explained<Sek>;
}

/** With the name of what it is of: the case that carried it, or the voucher by which the payment came back. */
export interface NamedBalance extends BalanceEntry {
  readonly of: string;
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

/** What a released payout carried to the regions' next payments. */
export const carriedBy = (
  id: CaseId,
  { released }: Pick<CaseState, 'released'>,
): readonly NamedBalance[] =>
  (released?.carried ?? []).map(({ region, sek, working }) => ({
    region,
    of: id,
    carried: stored(Fraction.parse(sek), working),
  }));

/** An event of a case as a leaf names it: by its number and hash in the case's stream. */
interface Told {
  readonly number: number;
  readonly hash: string;
  readonly event: CaseEvent;
}

/** Payments of a case that came back and that a person let go to the next month: the event that took them back is their leaf. */
export function returnedBy(
  stream: string,
  events: readonly Told[],
  { lines }: Pick<CaseState, 'lines'>,
): readonly NamedBalance[] {
  return events.flatMap(({ event, number: version, hash }) => {
    if (event.type !== 'returned') return [];
    const source = { stream, version, hash };
    return event.payments.flatMap(({ payee, sek, voucherKey }) =>
      payee !== 'SKR' && isCarried(lines.get(payee), voucherKey)
        ? [
            {
              region: payee,
              of: voucherKey,
              carried: given.sek(Fraction.parse(sek).negated(), `${payee} returned`, source),
            },
          ]
        : [],
    );
  });
}

/** As long as money has moved beside it that nobody has said anything of, it is not paid again. */
const isCarried = (line: SentLine | undefined, voucherKey: string): boolean =>
  line?.resolved?.choice === 'next-month' && line.takenBack === voucherKey && !hasUndecided(line);
