import type { Decimal } from 'decimal.js';
import { stateMachines } from '../../functions/contract/functions.ts';
import type { Bill } from '../cost/bill.ts';
import type { YearCost } from '../cost/cost-of-year.ts';
import { byFunction, byKind, type Count, countBy } from '../cost/counts.ts';
import type { Goal } from '../cost/goals.ts';
import { asOf, type PriceId, prices, region } from '../cost/prices.ts';
import { bar } from './bars.ts';
import { type Column, setColumns } from './columns.ts';

const WIDTH = 24;

/** What a counted year cost, for the terminal: a table for each question, dearest first, with bars. */
export function costText(cost: YearCost, goals: readonly Goal[]): string {
  const { variable, byCase, byClock, fixed } = cost;
  const states = cost.transitions;
  return [
    `Prices of ${asOf} for ${region}, in US dollars, without tax and without any free tier.`,
    '',
    ...billTable(`What the grant year's cases cost, ${months(cost)}`, byCase),
    ...billTable(`What the clock costs in the same ${monthCount(cost)} months`, byClock),
    `both: ${dollars(variable.usd)}; after the free tier ${dollars(cost.variableAfterFreeTier.usd)}`,
    '',
    ...billTable('What costs by being there, each month', fixed),
    `after the free tier: ${dollars(cost.fixedAfterFreeTier.usd)} a month`,
    '',
    ...countTable(
      `State transitions by workflow: ${states.length}`,
      countBy(states, ({ machine }) => workflowOf(machine)),
    ),
    ...countTable(
      'by state',
      countBy(states, ({ state, retry }) => (retry ? `${state} (again)` : state)),
    ),
    ...countTable(
      'by month',
      countBy(states, ({ month }) => month).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ),
    ...functionTable(cost),
    ...kindTable(cost),
    ...goals.map(({ what, most, is, held }) => `${held ? '✓' : '✗'} ${what}: ${is} of ${most}`),
    '',
  ].join('\n');
}

function billTable(title: string, { lines, usd }: Bill): string[] {
  const most = lines[0]?.usd;
  return table(`${title}: ${dollars(usd)}`, [
    left(
      '',
      lines.map(({ price }) => prices[price].name),
    ),
    right(
      'USD',
      lines.map((line) => dollars(line.usd)),
    ),
    left(
      '',
      lines.map((line) =>
        bar(most?.isZero() ? 0 : line.usd.dividedBy(most ?? 1).toNumber(), WIDTH),
      ),
    ),
    right(
      '',
      lines.map(({ quantity }) => amount(quantity)),
    ),
    left(
      'of',
      lines.map(({ price }) => shortUnit(price)),
    ),
  ]);
}

function countTable(title: string, counts: readonly Count[]): string[] {
  const most = Math.max(...counts.map(({ count }) => count));
  return table(title, [
    left(
      '',
      counts.map(({ name }) => name),
    ),
    right(
      '',
      counts.map(({ count }) => String(count)),
    ),
    left(
      '',
      counts.map(({ count }) => bar(count / most, WIDTH)),
    ),
  ]);
}

function functionTable(cost: YearCost): string[] {
  const functions = byFunction(cost.calls);
  const most = Math.max(...functions.map(({ gbSeconds }) => gbSeconds.toNumber()));
  const of = (head: string, text: (each: (typeof functions)[number]) => string) =>
    right(head, functions.map(text));
  return table('Functions: calls, time that Lambda would bill, what they read and wrote', [
    left(
      '',
      functions.map(({ name }) => name),
    ),
    of('calls', ({ calls }) => String(calls)),
    of('MB', ({ memoryMb }) => String(memoryMb)),
    of('ms each', ({ msEach }) => msEach.toFixed(0)),
    of('GB-s', ({ gbSeconds }) => gbSeconds.toFixed(1)),
    left(
      '',
      functions.map(({ gbSeconds }) => bar(gbSeconds.dividedBy(most).toNumber(), WIDTH / 2)),
    ),
    of('read units', ({ reads }) => String(reads)),
    of('write units', ({ writes }) => String(writes)),
  ]);
}

function kindTable(cost: YearCost): string[] {
  const kinds = byKind(cost.calls);
  const of = (head: string, text: (each: (typeof kinds)[number]) => string) =>
    right(head, kinds.map(text));
  return table('The record by kind of stream', [
    left(
      '',
      kinds.map(({ kind }) => kind),
    ),
    of('read units', ({ reads }) => String(reads)),
    of('write units', ({ writes }) => String(writes)),
    of('kB added', ({ addedBytes }) => (addedBytes / 1024).toFixed(1)),
  ]);
}

function table(title: string, columns: readonly Column[]): string[] {
  const { head, rows } = setColumns(columns);
  const heads = head.filter((line) => line.trim() !== '');
  return [title, ...[...heads, ...rows].map((row) => `  ${row}`), ''];
}

/** Dollars to the hundredth of a cent; less is shown with what digits it has. */
export function dollars(usd: Decimal): string {
  return usd.isZero() || usd.greaterThanOrEqualTo('0.0001') ? usd.toFixed(4) : usd.toFixed(6);
}

/** A quantity with as many digits as it takes to see it. */
export const amount = (quantity: Decimal): string =>
  quantity.isInteger() ? quantity.toFixed(0) : quantity.toSignificantDigits(4).toFixed();

/** A price's unit up to what is to be said of it. */
export const shortUnit = (price: PriceId): string =>
  prices[price].unit.split(/[,;(]/)[0]?.trim() ?? '';

/** The months in which a state was entered. */
export function months({ transitions }: YearCost): string {
  const all = transitions.map(({ month }) => month).sort();
  return `${all[0]} to ${all.at(-1)}`;
}

/** A state machine's own name, without those of the stack and its stage. */
const workflowOf = (machine: string): string =>
  Object.keys(stateMachines).find((name) => machine.endsWith(`-${name}`)) ?? machine;

/** Whole months from the first instant to the last. */
export const monthCount = ({ from, to }: YearCost): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / (730 * 3_600_000));

const left = (head: string, cells: readonly string[]): Column => ({
  head: [head],
  cells,
  align: 'left',
});
const right = (head: string, cells: readonly string[]): Column => ({
  head: [head],
  cells,
  align: 'right',
});
