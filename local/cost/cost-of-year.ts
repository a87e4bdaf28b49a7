import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Decimal } from 'decimal.js';
import { readTemplate } from '../cloud/template.ts';
import type { JournalLine } from '../engine/journal-line.ts';
import { CommandRefused } from '../run-command.ts';
import { type Bill, billAfterFreeTier, billOf, fixedAfterFreeTier, fixedBill } from './bill.ts';
import { type CausedCall, everyCall } from './every-call.ts';
import { type FixedItem, fixedItems } from './fixed.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import { deployedResources } from './resources.ts';
import { nameOfFunction, setupOf } from './setup.ts';
import { type Transition, transitionsIn } from './transitions.ts';
import { USAGE_FILE, type UsageLine } from './usage.ts';

/** What a counted year cost, and what it is counted from. */
export interface YearCost {
  /** Simulated instants. */
  readonly from: string;
  readonly to: string;
  readonly transitions: readonly Transition[];
  readonly calls: readonly CausedCall[];
  /** By what happened in cases, by the clock, and both. */
  readonly byCase: Bill;
  readonly byClock: Bill;
  readonly variable: Bill;
  readonly variableAfterFreeTier: Bill;
  readonly fixedItems: readonly FixedItem[];
  /** A month of what costs by being there. */
  readonly fixed: Bill;
  readonly fixedAfterFreeTier: Bill;
}

/**
 * Prices a records directory whose year was counted with an assembly, and what is deployed: the same with all that nothing of runs on a
 * laptop, such as alarms.
 *
 * Refuses a directory whose year was not counted, or not to its end, for a part of a year would look cheap; and one that was counted
 * with another assembly.
 */
export function costOfYear(records: string, assembly: string, deployed: string): YearCost {
  const usage = linesOf<UsageLine>(join(records, USAGE_FILE));
  refuseOthers(records, usage, assembly);
  const journal = linesOf<JournalLine>(join(records, 'engine.jsonl'));
  const { from, to } = spanOf(journal);
  const template = readTemplate(assembly);
  const resources = deployedResources(deployed);
  const transitions = transitionsIn(journal);
  const calls = everyCall({
    calls: usage.filter((line) => line.kind === 'call'),
    schedules: template.schedules,
    nameOf: (arn) => nameOfFunction(template, arn),
    ...{ from, to },
  });
  const outside = usage.filter((line) => line.kind === 'outside');
  const year = { calls, outside, transitions, from, to };
  const quantities = quantitiesOf(year, setupOf(resources, template));
  const items = fixedItems(resources, {
    metrics: mostMetrics(calls),
    tableGb: new Decimal(tableBytes(calls)).dividedBy(1024 ** 3),
  });
  const by = (cause: Quantity['by']) => billOf(quantities.filter((each) => each.by === cause));
  return {
    ...{ from, to, transitions, calls },
    byCase: by('case'),
    byClock: by('clock'),
    variable: billOf(quantities),
    variableAfterFreeTier: billAfterFreeTier(quantities),
    fixedItems: items,
    fixed: fixedBill(items),
    fixedAfterFreeTier: fixedAfterFreeTier(items),
  };
}

/** Bytes in the table at the year's end. */
export const tableBytes = (calls: readonly CausedCall[]): number =>
  calls
    .flatMap(({ database }) => Object.values(database))
    .reduce((bytes, { addedBytes }) => bytes + addedBytes, 0);

/** Custom metrics of the year; each is billed in the months in which it is reported, here in all of them. */
const mostMetrics = (calls: readonly CausedCall[]): number =>
  new Set(calls.flatMap(({ metrics }) => metrics)).size;

/** Whether a year was counted here to its end. */
export function isCounted(records: string): boolean {
  const file = join(records, USAGE_FILE);
  return (
    existsSync(file) && linesOf<UsageLine>(file).some(({ kind }: UsageLine) => kind === 'ended')
  );
}

function refuseOthers(records: string, usage: readonly UsageLine[], assembly: string): void {
  const ended = usage.find((line) => line.kind === 'ended');
  if (ended === undefined)
    throw new CommandRefused(`${records}: the year in it was not counted to its end.`);
  const now = basename(assembly);
  if (ended.assembly !== now)
    throw new CommandRefused(
      `${records}: the year in it was counted with other code (${ended.assembly.slice(0, 12)}…; now ${now.slice(0, 12)}…). Name an empty directory.`,
    );
}

/** The simulated instants between which the journal's clock moved. */
function spanOf(journal: readonly JournalLine[]): { readonly from: string; readonly to: string } {
  const times = journal.flatMap((line) => (line.kind === 'clock' ? [line.now] : []));
  const [from, to] = [times.at(0), times.at(-1)];
  if (from === undefined || to === undefined) throw new Error('The journal has no time.');
  return { from, to };
}

function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Line);
}
