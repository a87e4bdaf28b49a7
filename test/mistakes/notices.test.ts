import { describe, expect, it } from 'vitest';
import { run as sendReminders } from '../../functions/send-reminders.lambda.ts';
import { asCalled, at, type World } from '../functions/support/world.ts';
import {
  approve,
  cases,
  granted,
  prepare,
  proposed,
  release,
  report,
  settle,
  wait,
} from '../functions/support/year.ts';

const told = (world: World) => world.notifier.sent.map(({ kind, to }) => `${kind} ${to}`);
const reminded = (world: World, day: string) =>
  sendReminders({ scheduledTime: at(day) }, asCalled(world, 'send-reminders'));

describe('A notice is sent only when money waits for the one who gets it', () => {
  it('a month that goes well tells the two who approve, once each, and nobody else of anything', async () => {
    const world = await proposed();
    const { march } = cases;
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    await approve(world, march, 0, at('2021-02-23'));
    await approve(world, march, 1, at('2021-02-23', '09:00'));
    for (const day of ['2021-02-24', '2021-02-25', '2021-02-26']) await reminded(world, day);
    await release(world, march, at('2021-03-01', '06:00'));
    await wait(world, 'bank', at('2021-03-01', '06:01'));
    await report(world, march, at('2021-03-01', '06:40'));
    await settle(world, march, at('2021-03-01', '06:41'));
    await reminded(world, '2021-03-02');
    expect(told(world)).toEqual(['asked attestant', 'asked utanordnare']);
  });

  it('a month that lacks an input is in the list of tasks, and disturbs no approver', async () => {
    const world = await granted();
    await prepare(world, cases.february, at('2022-01-25'));
    await wait(world, 'inputs', at('2022-01-25', '09:00'), { id: cases.february });
    await reminded(world, '2022-01-28');
    expect(told(world)).toEqual([]);
  });

  it('a proposal that waits for one is a matter for that one alone', async () => {
    const world = await proposed();
    await approve(world, cases.march, 0, at('2021-02-23'));
    await reminded(world, '2021-02-26');
    expect(told(world)).toEqual(['reminder utanordnare']);
  });
});
