import { describe, expect, it } from 'vitest';
import { run as redeliverAnswers } from '../../functions/redeliver-answers.lambda.ts';
import { Crash, crashAt } from '../helpers/memory-records.ts';
import { asCalled, at, newWorld, type World } from './support/world.ts';
import {
  approvedInSilence,
  cases,
  granted,
  inputOf,
  prepare,
  proposed,
  register,
  released,
  wait,
} from './support/year.ts';

const redeliver = (world: World) => redeliverAnswers({}, asCalled(world, 'redeliver-answers'));
const token = `token of ${cases.march}`;

describe('An answer that was recorded and never delivered', () => {
  it('wakes its wait at the next hour, and no other wait', async () => {
    const world = await approvedInSilence();
    await wait(world, 'bank', at('2021-02-23'), { id: cases.ihsi });
    await wait(world, 'approval', at('2021-02-23'), { id: cases.april });
    const asked = newWorld(world.records);
    expect(await redeliver(asked)).toEqual({ woken: [cases.march] });
    expect(asked.workflows.woken).toEqual([token]);
  });

  it('is delivered once: the hour after there is nothing to do', async () => {
    const world = await approvedInSilence();
    await redeliver(world);
    expect(await redeliver(world)).toEqual({ woken: [] });
    expect(world.workflows.woken).toEqual([token]);
  });

  it('is delivered again when whoever delivered it died before noting that', async () => {
    const world = await approvedInSilence();
    world.records.interrupt(crashAt('before', 1));
    await expect(redeliver(world)).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    expect(await redeliver(world)).toEqual({ woken: [cases.march] });
    expect(world.workflows.woken).toEqual([token, token]);
  });

  it('also when it was an input, registered by somebody who died before waking anybody', async () => {
    const world = await granted();
    const answer = await prepare(world, cases.february, at('2022-01-25'));
    const watch = 'watch' in answer ? (answer.watch as Record<string, number>) : {};
    await wait(world, 'inputs', at('2022-01-25'), { id: cases.february, watch });
    expect(await redeliver(world)).toEqual({ woken: [] });
    world.records.interrupt(crashAt('after', 1));
    await expect(register(world, inputOf('rebate-forecast'), at('2022-01-26'))).rejects.toThrow();
    world.records.interrupt(undefined);
    expect(world.workflows.woken).toEqual([]);
    expect(await redeliver(world)).toEqual({ woken: [cases.february] });
  });
});

describe('What waits', () => {
  it('is counted, with the moment when the oldest wait began, and not when somebody looks', async () => {
    const world = await proposed();
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    await wait(world, 'approval', at('2021-02-23', '09:00'), { token: 'of payout-2021-03.2' });
    await wait(world, 'inputs', at('2021-02-24'), { id: cases.reconciliation });
    await redeliver(world);
    expect(world.metrics.of('RunsWaiting')).toEqual([2]);
    expect(world.metrics.of('OldestWaitSince')).toEqual([at('2021-02-22', '09:00')]);
    expect(world.metrics.of('BankSilentSince')).toEqual([]);
  });

  it('for people or inputs is a payment that has not left: its pay day is said, the earliest', async () => {
    const world = await proposed();
    await wait(world, 'approval', at('2021-03-25'), { id: cases.april });
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    await redeliver(world);
    expect(world.metrics.of('EarliestUnpaidPayDay')).toEqual([at('2021-03-01', '00:00')]);
  });

  it('for the bank has left: how long the bank has been silent is said instead', async () => {
    const world = await released();
    await wait(world, 'bank', at('2021-03-01', '07:00'));
    await redeliver(world);
    expect(world.metrics.of('EarliestUnpaidPayDay')).toEqual([]);
    expect(world.metrics.of('BankSilentSince')).toEqual([at('2021-03-01', '07:00')]);
  });

  it('no more is not counted, and where nothing waits only the number is said', async () => {
    const world = await approvedInSilence();
    await redeliver(world);
    expect(world.metrics.said).toEqual([['RunsWaiting', 0]]);
  });
});

describe('The hourly look for answers', () => {
  it('reads nothing at all while no execution runs', async () => {
    const world = await approvedInSilence();
    world.workflows.executing = [];
    const untouched = () => Promise.reject(new Error('The record was read.'));
    const records = { read: untouched, readPartition: untouched, has: untouched };
    const closed = { ...world, records: { ...records, append: untouched } };
    expect(await redeliverAnswers({}, closed)).toEqual({ woken: [] });
  });

  it('reads the waits of the cases that run, and of no others', async () => {
    const world = await approvedInSilence();
    await wait(world, 'bank', at('2021-02-23'), { id: cases.ihsi });
    world.workflows.executing = [cases.ihsi];
    expect(await redeliver(world)).toEqual({ woken: [] });
    expect(world.workflows.woken).toEqual([]);
  });

  it('knows an execution that goes on for another by the case that both are named after', async () => {
    const world = await approvedInSilence();
    world.workflows.executing = [`${cases.march}.2`];
    expect(await redeliver(world)).toEqual({ woken: [cases.march] });
  });

  it('names executions that are named after no case, and wakes all others first', async () => {
    const world = await approvedInSilence();
    world.workflows.executing = ['by-hand', cases.march];
    await expect(redeliver(world)).rejects.toThrow(
      'Executions run that are named after no case: by-hand.',
    );
    expect(world.workflows.woken).toEqual([token]);
  });
});

describe('A wait', () => {
  it('that begins after its answer came is over at once', async () => {
    const world = await approvedInSilence();
    await wait(world, 'approval', at('2021-02-24'), { token: 'second' });
    expect(world.workflows.woken).toEqual([token, 'second']);
  });

  it('keeps its token apart from the record: no event of a case holds one', async () => {
    const world = await approvedInSilence();
    const holding = Object.entries(world.records.dump()).filter(([, text]) => text.includes(token));
    expect(holding.map(([place]) => place)).toEqual(['TOKEN#2021/payout-2021-03#000001']);
  });
});
