import type { Sek } from '../money/sek.ts';
import { cashOf, type Voucher } from '../payment/voucher.ts';
import { type BudgetYear, creditUsed } from '../rules/payment/appropriation.ts';

/** What a month took of the budget year's appropriation, and how it stood after it, in kronor. */
export interface MonthOfUse {
  /** YYYY-MM. */
  readonly month: string;
  readonly used: Sek;
  /** With what was paid before this system's first payment of the year. */
  readonly usedToDate: Sek;
  /** Below zero when the credit is used. */
  readonly left: Sek;
  readonly creditUsed: Sek;
}

/**
 * The appropriation's use month by month, from the first month with a voucher to the last. A month without vouchers between them
 * is there, with nothing used.
 *
 * @sv    anslagsförbrukning
 * @cites appropriations-ordinance, 12 §
 */
export function appropriationUse(
  frame: Omit<BudgetYear, 'used'>,
  vouchers: readonly Pick<Voucher, 'day' | 'cashSek'>[],
): readonly MonthOfUse[] {
  return monthsWithin(vouchers.map(({ day }) => day.slice(0, 7))).map((month) => {
    const toDate = cashOf(vouchers.filter(({ day }) => day.slice(0, 7) <= month));
    const year = { ...frame, used: toDate };
    const usedToDate = frame.paidBefore.plus(toDate);
    return {
      month,
      used: cashOf(vouchers.filter(({ day }) => day.startsWith(month))),
      usedToDate,
      left: frame.appropriation.minus(frame.creditUsedBefore).minus(usedToDate),
      creditUsed: creditUsed(year),
    };
  });
}

/** The months of one year from the earliest of some to the latest. */
function monthsWithin(months: readonly string[]): readonly string[] {
  const [first, ...later] = [...new Set(months)].sort();
  if (first === undefined) return [];
  const last = later.at(-1) ?? first;
  const year = first.slice(0, 4);
  return Array.from(
    { length: 12 },
    (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
  ).filter((month) => month >= first && month <= last);
}
