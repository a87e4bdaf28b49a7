import { describe, expect, it } from 'vitest';
import { operationIds, routes } from '../../functions/contract/api/routes.ts';
import { paidUntil } from '../functions/api/paid-year.ts';
import { readerOf } from '../functions/api/reading.ts';
import { at, type World } from '../functions/support/world.ts';
import { approved, cases, close, pay } from '../functions/support/year.ts';

const gotland = { region: '09', year: '2021' };
const monthsOf = async (world: World) =>
  (await readerOf(world).read('readStatement', { parameters: gotland })).months;

describe('A region’s statement', () => {
  it('is one for each month: every month comes once, and is the one that its own page shows', async () => {
    const world = await paidUntil('2022-05');
    const months = await monthsOf(world);
    expect(months).toHaveLength(15);
    expect(new Set(months.map(({ month }) => month)).size).toBe(15);
    for (const { month, totalSek, lines } of months) {
      const parameters = { ...gotland, month };
      const page = await readerOf(world).read('readMonthStatement', { parameters });
      expect([page.totalSek, page.lines.length]).toEqual([totalSek, lines.length]);
    }
  });

  it('is one when a month is paid with the next: March has none, April has both on one line', async () => {
    const world = await approved();
    await close(world, cases.march, at('2021-02-24'), 'without-payment');
    await pay(world, cases.april, '2021-04-01');
    const months = await monthsOf(world);
    expect(months.map(({ month, lines }) => [month, lines.length])).toEqual([['2021-04', 1]]);
  });

  it('is kept nowhere: nothing makes one, so none can lie beside another', () => {
    const writes = operationIds.filter((id) => routes[id].method === 'POST');
    expect(writes.filter((id) => routes[id].path.startsWith('/regions'))).toEqual([]);
  });
});
