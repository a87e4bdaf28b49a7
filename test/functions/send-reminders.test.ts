import { describe, expect, it } from 'vitest';
import { run as sendReminders } from '../../functions/send-reminders.lambda.ts';
import { asCalled, at, by, newWorld, type World } from './support/world.ts';
import {
  approve,
  approveBoth,
  cases,
  granted,
  prepare,
  proposed,
  requisition,
  say,
  wait,
} from './support/year.ts';

const remind = (world: World, day: string) =>
  sendReminders({ scheduledTime: at(day) }, asCalled(world, 'send-reminders'));
const told = ({ notifier }: World) =>
  notifier.sent.map(({ kind, to, day }) => `${kind} ${to} ${day ?? ''}`.trim());

describe('March’s payment, whose pay day is Monday the first', () => {
  it('reminds those who have not approved on Thursday and on Friday, once each', async () => {
    const world = await proposed();
    for (const day of ['22', '23', '24', '25', '25', '26', '26'])
      await remind(world, `2021-02-${day}`);
    await remind(world, '2021-03-01');
    await remind(world, '2021-03-02');
    expect(told(world)).toEqual([
      'reminder attestant 2021-02-25',
      'reminder utanordnare 2021-02-25',
      'reminder attestant 2021-02-26',
      'reminder utanordnare 2021-02-26',
    ]);
  });

  it('reminds only those whose approval is missing', async () => {
    const world = await proposed();
    await approve(world, cases.march, 0, at('2021-02-24'));
    expect(await remind(world, '2021-02-25')).toEqual({
      reminded: ['payout-2021-03 utanordnare'],
    });
    await approve(world, cases.march, 1, at('2021-02-25', '12:00'));
    expect(await remind(world, '2021-02-26')).toEqual({ reminded: [] });
  });

  it('reminds nobody when it was rejected, is about to be closed, or does not exist yet', async () => {
    const closing = await proposed();
    const reason = 'The regions have asked for April instead.';
    await say(closing, {
      ...{ kind: 'request-close', case: cases.march, reason },
      ...by('attestant', at('2021-02-24')),
    });
    expect(await remind(closing, '2021-02-25')).toEqual({ reminded: [] });
    expect(await remind(newWorld(), '2021-02-25')).toEqual({ reminded: [] });
  });

  it('reminds of the proposal that stands: a new one has reminders of its own', async () => {
    const world = await proposed();
    await remind(world, '2021-02-25');
    expect(world.notifier.sent[0]).toMatchObject({
      case: 'payout-2021-03',
      payDay: '2021-03-01',
      proposal: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('A requisition', () => {
  it('reminds before the day on which it is paid', async () => {
    const world = await granted();
    await requisition(world, 'sol', at('2021-10-04'));
    await prepare(world, cases.sol, at('2021-10-04'));
    const days = [
      '2021-10-04',
      '2021-10-05',
      '2021-10-06',
      '2021-10-07',
      '2021-10-08',
      '2021-10-11',
    ];
    for (const day of days) await remind(world, day);
    expect(told(world)).toEqual([
      'reminder attestant 2021-10-07',
      'reminder utanordnare 2021-10-07',
      'reminder attestant 2021-10-08',
      'reminder utanordnare 2021-10-08',
    ]);
  });
});

describe('A day on which nothing waits', () => {
  it('costs one question, of what has grown', async () => {
    const world = await proposed();
    await approveBoth(world, cases.march, at('2021-02-23'));
    await remind(world, '2021-04-07');
    const uses: string[] = [];
    world.records.interrupt(({ moment, operation }) => {
      if (moment === 'before') uses.push(operation);
    });
    await remind(world, '2021-04-08');
    expect(uses).toEqual(['has']);
  });
});

describe('A notice that did not leave', () => {
  it('is sent by the next day’s reminders, once', async () => {
    const world = await proposed();
    world.notifier.failing = true;
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    world.notifier.failing = false;
    await remind(world, '2021-02-23');
    await remind(world, '2021-02-24');
    expect(told(world)).toEqual(['asked attestant', 'asked utanordnare']);
  });

  it('fails the schedule as long as it does not leave, so that it is tried again and seen', async () => {
    const world = await proposed();
    world.notifier.failing = true;
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    await expect(remind(world, '2021-02-23')).rejects.toThrow(
      'Notice 1 to attestant was not sent. Notice 1 to utanordnare was not sent.',
    );
    await expect(remind(world, '2021-02-23')).rejects.toThrow('was not sent');
  });
});
