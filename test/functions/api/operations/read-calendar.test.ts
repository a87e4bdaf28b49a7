import { describe, expect, it } from 'vitest';
import { Sek } from '../../../../core/money/sek.ts';
import { listRuns } from '../../../../functions/api/operations/list-runs.ts';
import { readCalendar } from '../../../../functions/api/operations/read-calendar.ts';
import { at as moment, newWorld, refusalOf, type World } from '../../support/world.ts';
import { approveBoth, cases, release } from '../../support/year.ts';
import { readAs } from '../read-as.ts';
import { february } from './year-so-far.ts';

const at = '2022-01-25T09:00:00Z';
const calendar = (world: World, year = 2021) =>
  readAs('readCalendar', readCalendar, world, { at, parameters: { year } });

describe('the grant year’s calendar', async () => {
  const shown = await calendar(await february());
  const of = (month: string) => shown.months.find((each) => each.month === month);

  it('has the months of the instalments and those that settle the year', () =>
    expect(shown.months.map(({ month }) => month)).toEqual([
      ...['2021-03', '2021-04', '2021-05', '2021-06', '2021-07', '2021-08', '2021-09', '2021-10'],
      ...['2021-11', '2021-12', '2022-01', '2022-02', '2022-03', '2022-04', '2022-05'],
    ]));

  it('plans a twelfth of the pot in each of twelve months', () => {
    const planned = shown.months.flatMap(({ plannedSek }) => plannedSek ?? []);
    expect(planned).toEqual(Array(12).fill('2786075070'));
    expect([shown.potSek, shown.plannedSek]).toEqual(['33432900840', '33432900840']);
  });

  it('shows what each month came to, by kind', () => {
    expect(of('2021-03')).toMatchObject({
      state: 'paid',
      totalSek: '2786075070',
      payDay: '2021-03-01',
    });
    expect(of('2022-02')).toMatchObject({
      state: 'waiting-for-approval',
      totalSek: '1726166154',
      byKind: [
        { kind: 'instalment', totalSek: '2786075070' },
        { kind: 'rebate-forecast', totalSek: '-1060000000' },
        { kind: 'ihsi-difference', totalSek: '91084' },
      ],
    });
    expect(of('2022-04')).toMatchObject({ state: 'not-open', byKind: [], payDay: '2022-04-01' });
  });

  it('counts as paid what is released, and leaves the rest of the pot', () => {
    expect([shown.paidSek, shown.adjustmentsSek]).toEqual(['5572150140', '0']);
    expect(Sek.of(shown.paidSek).plus(Sek.of(shown.remainingSek)).toString()).toBe(shown.potSek);
  });

  it('counts February’s deduction as an adjustment once it is released', async () => {
    const world = await february();
    await approveBoth(world, cases.february, moment('2022-01-26'));
    await release(world, cases.february, moment('2022-02-01'));
    const later = await calendar(world);
    expect([later.paidSek, later.adjustmentsSek]).toEqual(['8358225210', '-1059908916']);
  });

  it('lists the year’s other runs, those too that have not begun', () =>
    expect(shown.others.map(({ run, state }) => [run, state])).toEqual([
      ['opening-2021', 'decided'],
      ['requisition-2021-sol', 'not-open'],
      ['requisition-2021-ihsi', 'released'],
      ['reconciliation-2021', 'not-open'],
    ]));

  it('is empty and whole before anything has happened, and does not exist without an agreement', async () => {
    const empty = await calendar(newWorld());
    expect([empty.paidSek, empty.remainingSek]).toEqual(['0', '33432900840']);
    expect((await refusalOf(calendar(newWorld(), 2020)))?.message).toMatch(/^not-found/);
  });
});

describe('the list of runs', async () => {
  const world = await february();
  const list = (query: {
    year?: number;
    kind?: 'payout';
    state?: string;
    limit?: number;
    cursor?: string;
  }) => readAs('listRuns', listRuns, world, { at, query });

  it('has the newest first', async () =>
    expect((await list({})).runs.map(({ run }) => run)).toEqual([
      'payout-2022-02',
      'payout-2022-01',
      'requisition-2021-ihsi',
      'payout-2021-03',
      'opening-2021',
    ]));

  it('can be narrowed by year, kind and state', async () => {
    expect((await list({ year: 2022 })).runs).toHaveLength(2);
    expect((await list({ kind: 'payout' })).runs).toHaveLength(3);
    expect((await list({ state: 'waiting-for-approval' })).runs.map(({ run }) => run)).toEqual([
      'payout-2022-02',
    ]);
  });

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined, page = 0; page < 5; page++) {
      const { runs, next } = await list({ limit: 2, ...(cursor !== undefined && { cursor }) });
      seen.push(...runs.map(({ run }) => run));
      cursor = next;
      if (next === undefined) break;
    }
    expect(seen).toEqual((await list({})).runs.map(({ run }) => run));
  });

  it.each([{ state: 'somewhere' }, { cursor: 'bm9uc2Vuc2U' }])('refuses %j', async (query) =>
    expect((await refusalOf(list(query)))?.message).toMatch(/^invalid-request/),
  );
});
