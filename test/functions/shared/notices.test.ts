import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/payment/evolve.ts';
import { noticeStream } from '../../../core/record/case-id.ts';
import { approvalNotices } from '../../../functions/shared/approval-notices.ts';
import type { Notice } from '../../../functions/shared/notice.ts';
import { noticeText } from '../../../functions/shared/notice-text.ts';
import { type NoticeEvent, notify, readNotices } from '../../../functions/shared/notices.ts';
import { happened } from '../../core/payment/words.ts';
import { Crash, crashAt } from '../../helpers/memory-records.ts';
import { at, newWorld, type World } from '../support/world.ts';
import { approve, approved, cases, proposed, wait } from '../support/year.ts';

const asked: Notice = {
  at: at('2021-02-22'),
  to: 'attestant',
  kind: 'asked',
  case: cases.march,
  proposal: 'a'.repeat(64),
};
const typesIn = async (world: World) =>
  (await world.records.read<NoticeEvent>(noticeStream(2021, 'attestant'))).map(
    ({ event }) => event.type,
  );

describe('A notice', () => {
  it('is written down before it is sent, and noted as sent after it', async () => {
    const world = newWorld();
    const before: string[][] = [];
    const publish = world.notifier.publish.bind(world.notifier);
    world.notifier.publish = async (notice) => {
      before.push(await typesIn(world));
      await publish(notice);
    };
    await notify(world, [asked]);
    expect(before).toEqual([['notice']]);
    expect(await typesIn(world)).toEqual(['notice', 'sent']);
    expect(world.notifier.sent).toEqual([asked]);
  });

  it('is sent once, however often it is asked for and at whatever time', async () => {
    const world = newWorld();
    await notify(world, [asked]);
    await notify(world, [{ ...asked, at: at('2021-02-23') }]);
    expect(world.notifier.sent).toEqual([asked]);
    expect(await typesIn(world)).toEqual(['notice', 'sent']);
  });

  it('of another proposal is another notice', async () => {
    const world = newWorld();
    await notify(world, [asked, { ...asked, proposal: 'b'.repeat(64) }]);
    expect(world.notifier.sent).toHaveLength(2);
  });

  it.each(['before', 'after'] as const)(
    'is not lost when whoever sends it dies %s either append: called again they send it, at most twice',
    async (moment) => {
      for (const append of [1, 2]) {
        const world = newWorld();
        world.records.interrupt(crashAt(moment, append));
        await expect(notify(world, [asked])).rejects.toBeInstanceOf(Crash);
        world.records.interrupt(undefined);
        await notify(world, [asked]);
        const diedUnnoted = moment === 'before' && append === 2;
        expect(world.notifier.sent).toHaveLength(diedUnnoted ? 2 : 1);
        expect(await typesIn(world)).toEqual(['notice', 'sent']);
      }
    },
  );

  it('that cannot be sent fails nobody, and stays to be sent', async () => {
    const world = newWorld();
    world.notifier.failing = true;
    await notify(world, [asked]);
    expect(await typesIn(world)).toEqual(['notice']);
    world.notifier.failing = false;
    await notify(world, [asked]);
    expect(await typesIn(world)).toEqual(['notice', 'sent']);
  });

  it('is read back by the groups it was for, the newest first', async () => {
    const world = newWorld();
    const later: Notice = { ...asked, at: at('2021-03-26'), to: 'utanordnare', kind: 'reminder' };
    await notify(world, [asked, later]);
    const both = ['attestant', 'utanordnare'];
    expect(await readNotices(world.records, 2021, both)).toEqual([later, asked]);
    expect(await readNotices(world.records, 2021, ['attestant'])).toEqual([asked]);
    expect(await readNotices(world.records, 2022, both)).toEqual([]);
  });
});

describe('Those who approve', () => {
  const told = ({ notifier }: World) =>
    notifier.sent.map(({ kind, to, case: of, payDay }) => [kind, to, of, payDay]);

  it('are told when a payment comes to wait for them', async () => {
    const world = await proposed();
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    expect(told(world)).toEqual([
      ['asked', 'attestant', 'payout-2021-03', '2021-03-01'],
      ['asked', 'utanordnare', 'payout-2021-03', '2021-03-01'],
    ]);
  });

  it('are told once: another execution of the same case tells them nothing new', async () => {
    const world = await proposed();
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    await wait(world, 'approval', at('2021-02-23', '09:00'), { token: 'of payout-2021-03.2' });
    expect(told(world)).toHaveLength(2);
  });

  it('are not told when their own approval is there', async () => {
    const world = await proposed();
    await approve(world, cases.march, 0, at('2021-02-22'));
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    expect(told(world).map(([, to]) => to)).toEqual(['utanordnare']);
    const both = await approved();
    await wait(both, 'approval', at('2021-02-24'));
    expect(told(both)).toEqual([]);
  });

  it('hear nothing of waits that are not for them', async () => {
    const world = await proposed();
    await wait(world, 'bank', at('2021-03-01'));
    expect(told(world)).toEqual([]);
  });

  it('have the payment wait for them also when nobody can be told', async () => {
    const world = await proposed();
    world.notifier.failing = true;
    await wait(world, 'approval', at('2021-02-22', '09:00'));
    const tokens = await world.records.read({ partition: 'TOKEN#2021', name: cases.march });
    expect(tokens).toHaveLength(1);
  });

  it('of the reconciliation are the signatories of the State and of SKR', () => {
    const state = fold([happened.opened, happened.computed('a'.repeat(64))]);
    const notices = approvalNotices(cases.reconciliation, state, { kind: 'asked', at: asked.at });
    expect(notices.map(({ to, payDay }) => [to, payDay])).toEqual([
      ['attestant', undefined],
      ['skr-firmatecknare', undefined],
    ]);
  });
});

describe('The text of a notice', () => {
  const kinds = ['asked', 'reminder', 'stopped', 'lift-asked', 'lifted'] as const;
  it.each(kinds)('%s is in Swedish and English, under a subject that SNS takes', (kind) => {
    const { subject, sv, en } = noticeText({ ...asked, kind });
    expect(subject).toMatch(/^[!-~][ -~]{0,98}$/);
    expect(sv).toMatch(/[åäö]/);
    expect(en).toMatch(/^[ -~]+$/);
    expect(`${sv}${en}`).not.toMatch(/\d kr|SEK|kronor|mnkr/);
  });

  it('says what waits, for whom and until when', () => {
    const payDay = '2021-03-01' as Notice['payDay'] & string;
    expect(noticeText({ ...asked, payDay })).toMatchObject({
      sv: 'payout-2021-03 väntar på godkännande av attestant. Utbetalningsdag: 1 mars 2021.',
      en: 'payout-2021-03 waits for approval by attestant. Pay day: 1 March 2021.',
    });
  });
});
