import { describe, expect, it } from 'vitest';
import { listNotices } from '../../../../functions/api/operations/list-notices.ts';
import { notify } from '../../../../functions/shared/notices.ts';
import { commandSwitch } from '../../../../functions/shared/switch.ts';
import { at, by, newWorld, type World } from '../../support/world.ts';
import { cases } from '../../support/year.ts';
import { readerOf } from '../reading.ts';

describe('The switch is read', () => {
  const stopped = async (): Promise<World> => {
    const world = newWorld();
    const said = { ...by('attestant', at('2022-01-20')), reason: 'Fel i bankens filer.' };
    await commandSwitch(world.records, { kind: 'stop', ...said });
    return world;
  };

  it('as not stopped when nobody has ever stopped it', async () => {
    const shown = await readerOf(newWorld()).read('readSwitch', { as: ['handläggare'] });
    expect([shown.stopped, shown.history]).toEqual([false, []]);
    expect(shown.actions.map(({ action, allowed }) => [action, allowed])).toEqual([
      ['stop', true],
      ['lift', false],
    ]);
  });

  it('with who stopped it and why, and what this person may do', async () => {
    const reader = readerOf(await stopped());
    const shown = await reader.read('readSwitch', { as: ['utanordnare'] });
    expect([shown.stopped, shown.reason]).toEqual([true, 'Fel i bankens filer.']);
    expect(shown.actions.find(({ action }) => action === 'lift')?.allowed).toBe(true);
    const { actions } = await reader.read('readSwitch', { as: ['revisor'] });
    expect(actions.map(({ allowed, why }) => [allowed, why?.code])).toEqual([
      [false, 'role-not-allowed'],
      [false, 'role-not-allowed'],
    ]);
  });
});

describe('Notices', () => {
  const told = async (): Promise<World> => {
    const world = newWorld();
    const asked = { kind: 'asked', case: cases.march, proposal: 'a'.repeat(64) } as const;
    await notify(world, [
      { ...asked, at: at('2021-12-30'), to: 'attestant' },
      { ...asked, at: at('2022-01-20'), to: 'attestant', payDay: '2022-02-01' as never },
      { ...asked, at: at('2022-01-21'), to: 'utanordnare' },
    ]);
    return world;
  };
  const toldTo = async (world: World, ...as: string[]) =>
    (await readerOf(world).read('listNotices', { as })).notices.map(({ at: when, to }) => [
      when.slice(0, 10),
      to,
    ]);

  it('are read by the people of the group that was told, the newest first, over the turn of the year', async () => {
    expect(await toldTo(await told(), 'attestant')).toEqual([
      ['2022-01-20', 'attestant'],
      ['2021-12-30', 'attestant'],
    ]);
    expect(await toldTo(await told(), 'handläggare')).toEqual([]);
  });

  it('are all read by a revisor', async () => {
    expect(await toldTo(await told(), 'revisor')).toEqual([
      ['2022-01-21', 'utanordnare'],
      ['2022-01-20', 'attestant'],
      ['2021-12-30', 'attestant'],
    ]);
  });

  it('name the run and the pay day, in the reader’s language', async () => {
    const reader = readerOf(await told());
    const [swedish] = (await reader.read('listNotices', { as: ['attestant'] })).notices;
    const [english] = (await reader.read('listNotices', { as: ['attestant'], language: 'en' }))
      .notices;
    expect([swedish?.run, swedish?.payDay]).toEqual([cases.march, '2022-02-01']);
    expect([swedish?.text === english?.text, english?.text.includes('waits')]).toEqual([
      false,
      true,
    ]);
  });

  it('are told in the order of time also between groups of two years', async () => {
    const asked = { at: at('2022-01-25'), language: 'sv' as const };
    const groups = ['attestant', 'utanordnare'];
    const person = { sub: 's', name: 'n', groups, signedInAt: at('2022-01-25') };
    const caller = { person, roles: ['attestant', 'utanordnare'] as const, regions: [] };
    const world = await told();
    const { notices } = await listNotices({ ...asked, by: caller } as never, world);
    const times = notices.map((notice) => notice.at);
    expect(times).toEqual(times.toSorted().toReversed());
  });
});
