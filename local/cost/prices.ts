import type { Decimal } from 'decimal.js';
import table from './prices-2026-11.json' with { type: 'json' };

export type PriceId = keyof typeof table.prices;

/** What a unit of something costs, before tax and without any free tier. */
export interface Price {
  /** What a reader calls it. */
  readonly name: string;
  /** US dollars for `per` units. */
  readonly usd: string;
  readonly per: number;
  readonly unit: string;
  /** 'found': read in a copy of the page. 'general knowledge': to be compared with it. */
  readonly basis: string;
  /** The region whose price it is. */
  readonly region: string;
  readonly source: string;
  readonly note?: string;
  /** Units a month that cost nothing, for good and not for an account's first months only. */
  readonly freePerMonth?: string;
}

export const prices: Readonly<Record<PriceId, Price>> = table.prices;
export const priceIds = Object.keys(prices) as readonly PriceId[];

/** When the prices were looked up, and the region that they are for. */
export const { asOf, region } = table;

/** Types of resources without a price of their own by the month, and why. */
export const unpriced: Readonly<Record<string, string>> = table.unpriced;

/** US dollars for so many units; exact. */
export const costOf = (id: PriceId, quantity: Decimal): Decimal =>
  quantity.times(prices[id].usd).dividedBy(prices[id].per);
