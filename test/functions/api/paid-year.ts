import { agreement2021 } from '../../../core/agreement/2021.ts';
import { type Month, monthsFrom, parseMonth } from '../../../core/calendar/month.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { payDay } from '../../../core/rules/instalment/pay-month.ts';
import { run as recordRequisition } from '../../../functions/record-requisition.lambda.ts';
import { asCalled, at, copyOf, type World } from '../support/world.ts';
import {
  approveBoth,
  bring,
  bringAll,
  cases,
  close,
  decideCase,
  granted,
  inputOf,
  pay,
  prepare,
  release,
  report,
  requisition,
  settle,
} from '../support/year.ts';

const months = monthsFrom(parseMonth('2021-03'), parseMonth('2022-05'));
const built = new Map<Month, Promise<World>>();

/**
 * The sample year in memory with every payout up to a month paid on its day, the reconciliation signed in April and IHSI paid in
 * June. Each call has a record of its own.
 */
export async function paidUntil(month: string): Promise<World> {
  return copyOf(await builtUntil(parseMonth(month)));
}

function builtUntil(month: Month): Promise<World> {
  const known = built.get(month) ?? build(month);
  built.set(month, known);
  return known;
}

async function build(month: Month): Promise<World> {
  const index = months.indexOf(month);
  if (index < 0) throw new RangeError(`The sample pays nothing in ${month}.`);
  const before = months[index - 1];
  const world = before ? copyOf(await builtUntil(before)) : await granted();
  if (month === '2021-07') await payIhsi(world);
  const day = payDay(month, agreement2021);
  await bringAll(world, day);
  if (month === '2022-05') await decideCase(world, cases.reconciliation, '2022-04-22');
  await pay(world, payoutCase(month), day);
  return world;
}

async function payIhsi(world: World): Promise<void> {
  const { ihsi } = cases;
  await requisition(world, 'ihsi', at('2021-06-08'));
  await bring(world, inputOf('rate'), at('2021-06-15', '09:00'));
  await prepare(world, ihsi, at('2021-06-15', '09:30'));
  await approveBoth(world, ihsi, at('2021-06-15', '10:00'));
  await release(world, ihsi, at('2021-06-15', '11:00'));
  await report(world, ihsi, at('2021-06-15', '12:00'));
  await settle(world, ihsi, at('2021-06-15', '13:00'));
  const record = { case: ihsi, now: at('2021-06-15', '13:30') };
  await recordRequisition(record, asCalled(world, 'record-requisition'));
  await close(world, ihsi, at('2021-06-15', '14:00'));
}
