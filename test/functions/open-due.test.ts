import { describe, expect, it } from 'vitest';
import { executionNames } from '../../functions/contract/executions.ts';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import { asCalled, at, newWorld, refusalOf, type World } from './support/world.ts';
import {
  bringAll,
  cases,
  close,
  granted,
  ihsiApproved,
  prepare,
  proposed,
} from './support/year.ts';

/** What is started when the schedule fires on a day. */
async function startedOn(world: World, day: string): Promise<readonly string[]> {
  world.workflows.started.length = 0;
  await openDue({ scheduledTime: at(day, '06:00') }, asCalled(world, 'open-due'));
  return world.workflows.started.map(({ name }) => name);
}

/** Days on which nothing, something and something more is due; the opening is closed from the beginning. */
const due: readonly [string, readonly string[]][] = [
  ['2021-02-19', []],
  ['2021-02-22', ['payout-2021-03']],
  ['2021-03-24', ['payout-2021-03']],
  ['2021-03-25', ['payout-2021-03', 'payout-2021-04']],
];

describe('The opener', () => {
  it.each(due)('starts on %s what is due and not closed', async (day, names) => {
    expect(await startedOn(await granted(), day)).toEqual(names);
  });

  it('starts the year’s opening when the agreement is signed, under the name of its case', async () => {
    const world = newWorld();
    expect(await startedOn(world, '2021-02-18')).toEqual([cases.opening]);
    expect(world.workflows.started).toEqual([
      { machine: 'year-opening', case: cases.opening, name: cases.opening },
    ]);
  });

  it('does not start what is closed', async () => {
    const world = await granted();
    await prepare(world, cases.march, at('2021-02-22'));
    expect(await startedOn(world, '2021-03-02')).toEqual([cases.march]);
    await close(world, cases.march, at('2021-03-02'), 'without-payment');
    expect(await startedOn(world, '2021-03-03')).toEqual([]);
  });

  it('makes up for the days that it missed', async () => {
    const world = await granted();
    expect(await startedOn(world, '2021-05-03')).toEqual([
      'payout-2021-03',
      'payout-2021-04',
      'payout-2021-05',
    ]);
  });

  it('fired twice starts the same names twice: they exist already', async () => {
    const world = await granted();
    await openDue({ scheduledTime: at('2021-02-22', '06:00') }, asCalled(world, 'open-due'));
    await openDue({ scheduledTime: at('2021-02-22', '06:00') }, asCalled(world, 'open-due'));
    const names = world.workflows.started.map(({ name }) => name);
    expect(names).toEqual([cases.march, cases.march]);
  });

  it('starts a payout of a month that only an interim decision pays in', async () => {
    const world = await ihsiApproved();
    expect(await startedOn(world, '2022-02-22')).not.toContain('payout-2022-03');
    await bringAll(world, '2022-02-17');
    expect(await startedOn(world, '2022-02-22')).toContain('payout-2022-03');
  });

  it('opens the reconciliation on 1 March', async () => {
    const world = await granted();
    expect(await startedOn(world, '2022-02-28')).not.toContain(cases.reconciliation);
    expect(await startedOn(world, '2022-03-01')).toContain(cases.reconciliation);
  });
});

describe('A run whose execution has ended without closing it', () => {
  const onMonday = { scheduledTime: at('2021-03-01', '06:00') };
  const open = (world: World) => openDue(onMonday, asCalled(world, 'open-due'));
  const going = (world: World, id = cases.march) =>
    openDue({ ...onMonday, goOn: id }, asCalled(world, 'open-due'));

  it('stands still, and is counted every weekday until somebody goes on with it', async () => {
    const world = await granted();
    await open(world);
    world.workflows.ended.add(cases.march);
    await open(world);
    await open(world);
    expect(world.metrics.of('RunsStandingStill')).toEqual([0, 1, 1]);
  });

  it('is not started again by itself: what failed would fail again', async () => {
    const world = await granted();
    world.workflows.ended.add(cases.march);
    await open(world);
    expect(world.workflows.started).toEqual([]);
  });

  it('goes on under the next name when an engineer says so, and stands still no more', async () => {
    const world = await proposed();
    world.workflows.ended.add(cases.march);
    expect(await going(world)).toEqual({ execution: 'payout-2021-03.2' });
    expect(world.workflows.started).toEqual([
      { machine: 'monthly-payout', case: cases.march, name: 'payout-2021-03.2' },
    ]);
    await open(world);
    expect(world.metrics.of('RunsStandingStill')).toEqual([0]);
  });

  it('goes on once more when that execution has ended too, and stands still until then', async () => {
    const world = await proposed();
    for (const name of [cases.march, 'payout-2021-03.2']) world.workflows.ended.add(name);
    await open(world);
    expect(world.metrics.of('RunsStandingStill')).toEqual([1]);
    expect(await going(world)).toEqual({ execution: 'payout-2021-03.3' });
  });

  it('starts nothing when it runs already, however often it is asked', async () => {
    const world = await proposed();
    expect(await going(world)).toEqual({ execution: cases.march });
    expect(await going(world)).toEqual({ execution: cases.march });
  });

  it('does not go on when it was never opened, or is closed', async () => {
    const world = await proposed();
    expect(await refusalOf(going(world, cases.april))).toEqual({
      name: 'InputRejected',
      message: 'payout-2021-04 was never opened, so there is nothing to go on with.',
    });
    await close(world, cases.march, at('2021-03-02'), 'without-payment');
    expect(await refusalOf(going(world))).toEqual({
      name: 'InputRejected',
      message: 'payout-2021-03 is closed (without-payment), so nothing goes on.',
    });
    expect(world.workflows.started).toEqual([]);
  });

  it('hands over to the next name when the execution itself says that it has grown old', async () => {
    const world = await proposed();
    const old = { ...onMonday, goOn: cases.march, after: cases.march as string };
    const handed = () => openDue(old, asCalled(world, 'open-due'));
    expect(await handed()).toEqual({ execution: 'payout-2021-03.2' });
    expect(await handed()).toEqual({ execution: 'payout-2021-03.2' }); // A retry of the same step.
    const second = { ...old, after: 'payout-2021-03.2' };
    expect(await openDue(second, asCalled(world, 'open-due'))).toEqual({
      execution: 'payout-2021-03.3',
    });
  });

  it('has nothing to hand over when the case was closed meanwhile', async () => {
    const world = await proposed();
    await close(world, cases.march, at('2021-03-02'), 'without-payment');
    const old = { ...onMonday, goOn: cases.march, after: cases.march as string };
    expect(await openDue(old, asCalled(world, 'open-due'))).toEqual({ execution: cases.march });
    expect(world.workflows.started).toEqual([]);
  });

  it('does not go on for ever', async () => {
    const world = await proposed();
    for (const name of executionNames(cases.march)) world.workflows.ended.add(name);
    expect((await refusalOf(going(world)))?.message).toBe(
      'payout-2021-03 has had as many executions as there can be.',
    );
  });
});
