import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { billAfterFreeTier, billOf, fixedAfterFreeTier } from '../../../local/cost/bill.ts';
import type { PriceId } from '../../../local/cost/prices.ts';
import type { Quantity } from '../../../local/cost/quantities.ts';

const used = (price: PriceId, month: string, quantity: Decimal.Value): Quantity => ({
  ...{ by: 'case', month, price },
  quantity: new Decimal(quantity),
});

describe('A bill', () => {
  it('adds up what was used of each price, exactly, dearest first', () => {
    const { lines, usd } = billOf([
      used('s3.get', '2021-03', 3),
      used('states.transition', '2021-03', 15),
      used('states.transition', '2021-04', 25),
    ]);
    expect(lines.map(({ price, quantity }) => [price, quantity.toFixed()])).toEqual([
      ['states.transition', '40'],
      ['s3.get', '3'],
    ]);
    // 40 × 0.025 / 1 000 = 0.001; 3 × 0.0004 / 1 000 = 0.0000012.
    expect(usd.toFixed()).toBe('0.0010012');
  });

  it('has nothing of a month below its free amount, and does not keep the rest for the next', () => {
    const { lines } = billAfterFreeTier([
      used('states.transition', '2021-03', 1000),
      used('states.transition', '2021-04', 4010),
      used('api.request', '2021-04', 7),
    ]);
    expect(lines.map(({ price, quantity }) => [price, quantity.toFixed()])).toEqual([
      ['states.transition', '10'],
      ['api.request', '7'],
    ]);
  });

  it('of a month of fixed costs has what is beyond the free amount too', () => {
    const item = (price: PriceId, quantity: number) => ({
      ...{ price, quantity: new Decimal(quantity) },
      of: [],
    });
    const { usd } = fixedAfterFreeTier([item('cloudwatch.alarm', 12), item('kms.key', 1)]);
    // Ten alarms are free: 2 × 0.10 + 1.00.
    expect(usd.toFixed()).toBe('1.2');
  });
});
