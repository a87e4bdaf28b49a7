import { parseMonth } from '../../../../core/calendar/month.ts';
import { payoutCase } from '../../../../core/record/case-id.ts';
import { at, copyOf, newWorld, type World } from '../../support/world.ts';
import {
  approveBoth,
  bring,
  bringAll,
  cases,
  granted,
  inputOf,
  pay,
  prepare,
  release,
  requisition,
} from '../../support/year.ts';

let built: Promise<World> | undefined;

/** January 2022 is paid; February, with its deduction for rebates and its IHSI difference, stands before the two who approve. */
export async function february(): Promise<World> {
  built ??= build();
  return copyOf(await built);
}

async function build(): Promise<World> {
  const { records, paymentFiles } = await granted();
  const world = newWorld(records, paymentFiles);
  await pay(world, cases.march, '2021-03-01');
  await requisition(world, 'ihsi', at('2021-06-08'));
  await bring(world, inputOf('rate'), at('2021-06-15', '09:00'));
  await prepare(world, cases.ihsi, at('2021-06-15', '09:30'));
  await approveBoth(world, cases.ihsi, at('2021-06-15', '10:00'));
  await release(world, cases.ihsi, at('2021-06-15', '11:00'));
  await bringAll(world, '2022-01-25', ({ day, kind }) => day <= '2021-02-18' || kind === 'rate');
  await pay(world, payoutCase(parseMonth('2022-01')), '2022-01-03');
  await prepare(world, cases.february, at('2022-01-25'));
  return world;
}
