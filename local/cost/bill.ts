import { Decimal } from 'decimal.js';
import type { FixedItem } from './fixed.ts';
import { costOf, type PriceId, priceIds, prices } from './prices.ts';
import type { Quantity } from './quantities.ts';

/** What one thing that is priced came to. */
export interface BillLine {
  readonly price: PriceId;
  readonly quantity: Decimal;
  readonly usd: Decimal;
}

/** What the year's use came to by one cause, or by both, dearest first. */
export interface Bill {
  readonly lines: readonly BillLine[];
  readonly usd: Decimal;
}

/** Adds up by price. */
export function billOf(quantities: readonly Quantity[]): Bill {
  return total(
    priceIds.flatMap((price) => {
      const used = quantities.filter((each) => each.price === price);
      return used.length === 0 ? [] : [lineOf(price, sum(used))];
    }),
  );
}

/** The same after the monthly free amounts, each month by itself: what one does not use of them is not kept for the next. */
export function billAfterFreeTier(quantities: readonly Quantity[]): Bill {
  const months = [...new Set(quantities.map(({ month }) => month))];
  return total(
    priceIds.flatMap((price) => {
      const free = prices[price].freePerMonth ?? '0';
      const beyond = months.map((month) => {
        const used = quantities.filter((each) => each.price === price && each.month === month);
        return Decimal.max(0, sum(used).minus(free));
      });
      const quantity = Decimal.sum(0, ...beyond);
      return quantity.isZero() ? [] : [lineOf(price, quantity)];
    }),
  );
}

/** A month of what costs by being there. */
export const fixedBill = (items: readonly FixedItem[]): Bill =>
  total(items.map(({ price, quantity }) => lineOf(price, quantity)));

export function fixedAfterFreeTier(items: readonly FixedItem[]): Bill {
  return total(
    items.flatMap(({ price, quantity }) => {
      const beyond = Decimal.max(0, quantity.minus(prices[price].freePerMonth ?? '0'));
      return beyond.isZero() ? [] : [lineOf(price, beyond)];
    }),
  );
}

function total(lines: readonly BillLine[]): Bill {
  return {
    lines: lines.toSorted((a, b) => b.usd.comparedTo(a.usd)),
    usd: Decimal.sum(0, ...lines.map(({ usd }) => usd)),
  };
}

const lineOf = (price: PriceId, quantity: Decimal): BillLine => ({
  ...{ price, quantity },
  usd: costOf(price, quantity),
});

const sum = (used: readonly Quantity[]): Decimal =>
  used.reduce((all, { quantity }) => all.plus(quantity), new Decimal(0));
