import type { Bill } from '../cost/bill.ts';
import type { YearCost } from '../cost/cost-of-year.ts';
import { byFunction, byKind, countBy } from '../cost/counts.ts';
import type { Goal } from '../cost/goals.ts';
import { asOf, prices, region } from '../cost/prices.ts';

/** The figures as JSON: dollars and quantities as decimal text, exact. */
export function costJson(cost: YearCost, goals: readonly Goal[]): string {
  const { from, to, transitions, calls } = cost;
  const written = {
    ...{ from, to, goals },
    prices: { asOf, region },
    cases: bill(cost.byCase),
    clock: bill(cost.byClock),
    both: bill(cost.variable),
    bothAfterFreeTier: bill(cost.variableAfterFreeTier),
    fixedPerMonth: bill(cost.fixed),
    fixedPerMonthAfterFreeTier: bill(cost.fixedAfterFreeTier),
    fixedResources: cost.fixedItems.map(({ price, of }) => ({ price, of })),
    transitions: {
      all: transitions.length,
      byMachine: countBy(transitions, ({ machine }) => machine),
      byState: countBy(transitions, ({ state }) => state),
      byMonth: countBy(transitions, ({ month }) => month),
    },
    functions: byFunction(calls),
    streams: byKind(calls),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

const bill = ({ lines, usd }: Bill) => ({
  usd: usd.toFixed(),
  lines: lines.map(({ price, quantity, usd: each }) => ({
    price,
    quantity: quantity.toFixed(),
    unit: prices[price].unit,
    usd: each.toFixed(),
  })),
});
