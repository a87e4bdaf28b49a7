import { type ChartLimit, type ChartMonth, drawn } from '../../kit.ts';
import type { Use } from './types.ts';

const millions = (sek: string): number => drawn(sek) / 1_000_000;

/**
 * The budget year to draw, in millions of kronor: each month stands on what was used before it, so the year is a staircase towards the
 * frame. Every month of the year has its place, also those in which nothing has been paid yet.
 */
export function useMonths(year: number, { months }: Pick<Use, 'months'>): readonly ChartMonth[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const found = months.find((each) => each.month === month);
    if (!found) return { month, bars: [] };
    const after = millions(found.usedToDateSek);
    const before = after - millions(found.usedSek);
    return {
      month,
      bars: [
        { look: 'before', from: 0, to: Math.min(before, after) } as const,
        { look: 'used', from: before, to: after } as const,
      ].filter(({ from, to }) => from !== to),
    };
  });
}

/** What the use is held against: the appropriation less the credit that the year before took of it, and that with this year's credit. */
export function useLimits(
  use: Pick<Use, 'appropriationSek' | 'creditSek' | 'creditUsedBeforeSek'>,
): readonly ChartLimit[] {
  const frame = millions(use.appropriationSek) - millions(use.creditUsedBeforeSek);
  const credit = millions(use.creditSek);
  return [
    { mark: 'frame', at: frame },
    ...(credit > 0 ? [{ mark: 'credit', at: frame + credit } as const] : []),
  ];
}
