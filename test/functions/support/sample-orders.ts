import { readFileSync } from 'node:fs';
import type { BankOrder } from '../../../core/bank/bank-order.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { type CaseId, payoutCase } from '../../../core/record/case-id.ts';
import { at, ordersOf, type World } from './world.ts';
import {
  approveBoth,
  bringAll,
  cases,
  decideCase,
  ihsiApproved,
  prepare,
  release,
} from './year.ts';

/** What an independent program worked out of the sample: each month's pay day, and every region's lines. */
export const goldenMonths: Readonly<Record<string, GoldenMonth>> = JSON.parse(
  readFileSync('test/core/golden/sample-2021.json', 'utf8'),
).months;

interface GoldenMonth {
  readonly payDay: string;
  readonly totalSek: string;
  readonly lines: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

let made: Promise<World> | undefined;

/**
 * The sample year as far as the bank sees it: every month and IHSI prepared, approved and released on its pay day, with the inputs
 * that had come by then. Made once per process.
 */
export function sampleReleased(): Promise<World> {
  made ??= releasedAll();
  return made;
}

async function releasedAll(): Promise<World> {
  const world = await ihsiApproved();
  await release(world, cases.ihsi, at('2021-06-15', '11:00'));
  let before = '2021-02-18';
  for (const [month, { payDay }] of Object.entries(goldenMonths)) {
    const brought = before;
    await bringAll(world, payDay, ({ day }) => day <= brought);
    before = payDay;
    if (month === '2022-05') await decideCase(world, cases.reconciliation, '2022-04-22');
    const id = payoutCase(parseMonth(month));
    await prepare(world, id, at(payDay, '05:00'));
    await approveBoth(world, id, at(payDay, '05:30'));
    await release(world, id, at(payDay, '06:00'));
  }
  return world;
}

/** The order of a case of the sample, as the record holds it. */
export async function sampleOrder(id: CaseId): Promise<BankOrder> {
  const [order] = await ordersOf(await sampleReleased(), id);
  return order as unknown as BankOrder;
}
