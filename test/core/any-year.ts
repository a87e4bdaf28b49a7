import fc from 'fast-check';
import { parseMonth } from '../../core/calendar/month.ts';
import { byRegion, of } from '../../core/regions.ts';
import type { YearFacts } from '../../core/simulate-year.ts';
import { anyAllocation, anyAmounts, euroRate, kronor } from './amounts.ts';

/** Any country, any rebates, discounts, costs and rates, and three to five interim payments of any size. */
export const anyYear: fc.Arbitrary<YearFacts> = fc
  .record({
    allocation: anyAllocation,
    forecast: anyAmounts(0n, 400_000_000n),
    final: anyAmounts(0n, 400_000_000n),
    discounts: anyAmounts(0n, 3_000_000n),
    benefits: fc.bigInt(28_000_000_000n, 35_000_000_000n),
    hepatitisC: fc.bigInt(300_000_000n, 900_000_000n),
    rate: fc.option(fc.bigInt(80_000n, 130_000n)),
    interim: fc.array(fc.bigInt(0n, 2_860_000_000n), { minLength: 3, maxLength: 5 }),
  })
  .map((given) => ({
    allocation: given.allocation,
    payment: {
      rebateForecast: given.forecast,
      rebateFinal: given.final,
      benefitCost: kronor(`${given.benefits}`),
      hepatitisCCost: kronor(`${given.hepatitisC}`),
      ihsiRate: given.rate === null ? 'not-requisitioned' : euroRate(`${given.rate}/10000`),
      localDiscounts: byRegion((region) => [of(given.discounts, region), kronor('1')]),
    },
    interimTotals: new Map(
      given.interim.map((sek, index) => [parseMonth(`2022-0${3 + index}`), kronor(`${sek}`)]),
    ),
    discountMonth: parseMonth('2022-03'),
  }));
