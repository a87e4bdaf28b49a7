import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageId } from '../../../../core/bank/bank-ids.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { command } from '../../../../functions/shared/cases.ts';
import { at, vouchersOf, type World } from '../../support/world.ts';
import {
  cases,
  close,
  pay,
  released,
  report,
  resolve,
  returned,
  settle,
} from '../../support/year.ts';
import { paidUntil } from '../paid-year.ts';
import { readerOf } from '../reading.ts';
import { again, reissued, returnedTwice, toBeReissued } from '../troubled-payments.ts';

/** Worked out by another program in another language, from DESIGN's arithmetic and the same files. */
const golden = JSON.parse(readFileSync('test/core/golden/sample-2021.json', 'utf8')) as {
  readonly grants: Readonly<Record<string, string>>;
  readonly months: Readonly<
    Record<string, { payDay: string; lines: Readonly<Record<string, Record<string, string>>> }>
  >;
};
const gotland = { region: '09', year: '2021' };

describe('The statement of a region', () => {
  it('holds every month and line of the year to the krona, as an independent program works them out', async () => {
    const { months, grantSek } = await readerOf(await paidUntil('2022-05')).read('readStatement', {
      parameters: gotland,
    });
    const shown = Object.fromEntries(
      months.map(({ month, payDay, lines }) => [
        month,
        { payDay, lines: Object.fromEntries(lines.map(({ kind, sek }) => [kind, sek])) },
      ]),
    );
    const expected = Object.fromEntries(
      Object.entries(golden.months).map(([month, { payDay, lines }]) => [
        month,
        { payDay, lines: lines['09'] },
      ]),
    );
    expect(shown).toEqual(expected);
    expect(grantSek).toBe(golden.grants['09']);
  });

  it('adds up: lines to months, months to what was paid, kinds to the same', async () => {
    const { months, paidSek, byKind } = await readerOf(await paidUntil('2022-05')).read(
      'readStatement',
      { parameters: gotland },
    );
    for (const { lines, totalSek } of months)
      expect(sum(lines.map(({ sek }) => sek))).toBe(totalSek);
    expect(sum(months.map(({ totalSek }) => totalSek))).toBe(paidSek);
    expect(sum(byKind.map(({ totalSek }) => totalSek))).toBe(paidSek);
  });

  it('says of every line which paragraph it rests on, and opens its working', async () => {
    const reader = readerOf(await paidUntil('2022-02'));
    const month = await reader.read('readMonthStatement', {
      parameters: { ...gotland, month: '2022-02' },
      language: 'en',
    });
    expect(month.lines.map(({ text, cites }) => [text, cites[0]?.place])).toEqual([
      ['Instalment, 1/12', 'Bilaga, Utbetalningsordning'],
      ['Rebate adjustment, forecast', '4.1'],
      ['IHSI difference', 'Bilaga, Utbetalningsordning'],
    ]);
    for (const { working, sek } of month.lines) {
      const parameters = { ...gotland, month: '2022-02', working };
      const { root, nodes } = await reader.read('readStatementWorking', { parameters });
      expect([root, nodes[0]?.exact]).toEqual([working, sek]);
    }
  });

  it('holds nothing that is not released', async () => {
    const { months } = await readerOf(await paidUntil('2021-04')).read('readStatement', {
      parameters: gotland,
    });
    expect(months.map(({ month, state }) => [month, state])).toEqual([
      ['2021-03', 'paid'],
      ['2021-04', 'paid'],
    ]);
  });

  it('says what came back from the bank, and does not count it as paid; another region is paid all the same', async () => {
    const world = await returned();
    await settle(world, cases.march, at('2021-03-02', '10:00'));
    const reader = readerOf(world);
    const statementOf = (region: string) =>
      reader.read('readStatement', { parameters: { ...gotland, region } });
    const uppsala = await statementOf('03');
    expect(
      uppsala.months.map(({ state, returnedSek, totalSek }) => [state, returnedSek === totalSek]),
    ).toEqual([['returned', true]]);
    expect(uppsala.paidSek).toBe('0');
    const other = await statementOf('09');
    expect([other.months[0]?.state, other.paidSek]).toEqual(['paid', other.months[0]?.totalSek]);
  });
});

describe('A payment that came back and is sent again', () => {
  const uppsala = { region: '03', year: '2021' };
  const read = async (world: World) => {
    const statement = await readerOf(world).read('readStatement', { parameters: uppsala });
    const [month] = statement.months;
    return { ...statement, month };
  };

  it('is not received while it is being prepared', async () => {
    const { month, paidSek } = await read(await toBeReissued());
    expect([month?.state, month?.returnedSek, paidSek]).toEqual(['returned', '98897438', '0']);
    expect(month?.reissues).toEqual([{ run: again, state: 'not-open', sek: '98897438' }]);
  });

  it('is received once it is paid again, and stands with its month', async () => {
    const { month, paidSek } = await read(await reissued());
    expect([month?.totalSek, month?.returnedSek, paidSek]).toEqual(Array(3).fill('98897438'));
    expect(month?.reissues).toEqual([
      { run: again, state: 'paid', paidOn: '2021-03-04', sek: '98897438' },
    ]);
  });

  it('is not received when it comes back again', async () => {
    const { month, paidSek } = await read(await returnedTwice());
    expect(month?.reissues?.map(({ state, returnedSek }) => [state, returnedSek])).toEqual([
      ['returned', '98897438'],
    ]);
    expect(paidSek).toBe('0');
  });

  it('has received exactly what the journal paid out and did not take back', async () => {
    for (const make of [toBeReissued, reissued, returnedTwice]) {
      const world = await make();
      const entries = (await vouchersOf(world, 2021)).flatMap((voucher) => voucher.entries);
      const own = entries.filter(({ counterpart }) => counterpart === '03');
      expect((await read(world)).paidSek).toBe(sum(own.map(({ sek }) => sek)));
    }
  });

  it('is still owed until it has arrived, and what was sent less what came back is what was received', async () => {
    for (const [make, owed] of [
      [toBeReissued, '98897438'],
      [reissued, '0'],
      [returnedTwice, '98897438'],
    ] as const) {
      const { owedSek, paidSek, months } = await read(await make());
      expect(owedSek).toBe(owed);
      expect(sum(months.map(({ receivedSek }) => receivedSek))).toBe(paidSek);
    }
  });

  it('is not paid because somebody decided that the next month pays it, but when it has arrived with that', async () => {
    const world = await returned();
    await settle(world, cases.march, at('2021-03-02'));
    await resolve(world, cases.march, at('2021-03-03'), 'next-month', '03');
    await settle(world, cases.march, at('2021-03-03'));
    await close(world, cases.march, at('2021-03-03'));
    const decided = await read(world);
    expect(decided.month).toMatchObject({ state: 'returned', receivedSek: '0', paidLater: true });
    expect([decided.paidSek, decided.owedSek]).toEqual(['0', '0']);
    await pay(world, cases.april, '2021-04-01');
    const { months, totalSek, paidSek } = await read(world);
    expect(months.map(({ state }) => state)).toEqual(['returned', 'paid']);
    const back = sum(months.flatMap(({ returnedSek = [] }) => returnedSek));
    expect(paidSek).toBe(String(BigInt(totalSek) - BigInt(back)));
  });

  it('waits for its own region, also when what came back of another is resolved', async () => {
    const world = await released();
    const back = [
      { payee: '03', code: 'AC04' },
      { payee: '09', code: 'AC06' },
    ] as const;
    await report(world, cases.march, at('2021-03-02'), [...back]);
    await resolve(world, cases.march, at('2021-03-03'), 'next-month', '03');
    expect((await read(world)).owedSek).toBe('0');
    const { months, owedSek } = await readerOf(world).read('readStatement', {
      parameters: gotland,
    });
    expect([months[0]?.state, owedSek]).toEqual(['returned', months[0]?.totalSek]);
  });

  it('leaves the months of the others as they were: paid when the bank has booked them, released before', async () => {
    const stateOfGotland = async (world: World) =>
      (await readerOf(world).read('readStatement', { parameters: gotland })).months[0]?.state;
    expect(await stateOfGotland(await returned())).toBe('paid');
    // The bank has spoken of Uppsala only.
    const world = await released();
    await command(world.records, cases.march, {
      kind: 'report',
      at: at('2021-03-02'),
      messageId: messageId(cases.march),
      words: [{ payee: '03', result: 'rejected', code: 'AC04' }],
      source: { report: 'a'.repeat(64) },
    });
    expect(await stateOfGotland(world)).toBe('released');
  });
});

describe('A region sees its own figures only', () => {
  const region = { as: ['region-09'] };
  const month = { month: '2021-03' };

  it('its own statement', async () => {
    const { name } = await readerOf(await paidUntil('2021-03')).read('readStatement', {
      parameters: gotland,
      ...region,
    });
    expect(name).toBe('Region Gotland');
  });

  it('only itself in the list', async () => {
    const reader = readerOf(await paidUntil('2021-03'));
    expect((await reader.read('listRegions', region)).regions).toEqual([
      { region: '09', name: 'Region Gotland' },
    ]);
    expect((await reader.read('listRegions')).regions).toHaveLength(21);
  });

  it.each([
    ['readStatement', {}],
    ['readMonthStatement', month],
    ['readStatementWorking', { ...month, working: 'a'.repeat(64) }],
    ['readForecast', {}],
  ] as const)('%s of another region is refused', async (id, more) => {
    const parameters = { ...gotland, region: '01', ...more };
    expect(
      await readerOf(await paidUntil('2021-03')).refused(id, { parameters, ...region }),
    ).toEqual([403, 'not-your-region']);
  });

  it('a person who is also an official sees every region', async () => {
    const parameters = { ...gotland, region: '01' };
    const asked = { parameters, as: ['region-09', 'handläggare'] };
    expect((await readerOf(await paidUntil('2021-03')).ask('readStatement', asked)).status).toBe(
      200,
    );
  });
});

describe('The working of a statement', () => {
  it('goes down to the inputs, level by level', async () => {
    const reader = readerOf(await paidUntil('2021-03'));
    const { lines } = await reader.read('readMonthStatement', {
      parameters: { ...gotland, month: '2021-03' },
    });
    let working = lines[0]?.working ?? '';
    for (let level = 0; level < 12; level++) {
      const { nodes } = await reader.read('readStatementWorking', {
        parameters: { ...gotland, month: '2021-03', working },
        query: { depth: '0' },
        as: ['region-09'],
      });
      const [node] = nodes;
      if (node?.node === 'input') return expect(node.source?.year).toBe(2021);
      working = node?.of.at(-1) ?? '';
    }
    throw new Error('No input was reached in twelve levels.');
  });

  it('that belongs to another region’s line does not exist here', async () => {
    const world = await paidUntil('2022-05');
    const reader = readerOf(world);
    const month = '2022-02';
    const other = await reader.read('readMonthStatement', {
      parameters: { region: '01', year: '2021', month },
    });
    const foreign = other.lines.find(({ kind }) => kind === 'instalment')?.working ?? '';
    const parameters = { ...gotland, month, working: foreign };
    expect(await reader.refused('readStatementWorking', { parameters })).toEqual([
      404,
      'not-found',
    ]);
  });
});

describe('There is no statement', () => {
  it.each([
    ['of a year without agreement', 'readStatement', { ...gotland, year: '2020' }],
    ['of a month that is not paid', 'readMonthStatement', { ...gotland, month: '2021-04' }],
    ['of a month of another year', 'readMonthStatement', { ...gotland, month: '2020-03' }],
  ] as const)('%s', async (_what, id, parameters) => {
    expect(await readerOf(await paidUntil('2021-03')).refused(id, { parameters })).toEqual([
      404,
      'not-found',
    ]);
  });
});

const sum = (amounts: readonly string[]) => Sek.sum(amounts.map((each) => Sek.of(each))).toString();
