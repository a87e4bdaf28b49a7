import { describe, expect, it } from 'vitest';
import { readerOf } from './api/reading.ts';
import {
  afterTwoInterims,
  agreementComes,
  cells2022,
  kronorOf,
  linesIn,
  owedUpTo,
  payout,
  releasedProposal,
} from './support/interim-year.ts';
import { at, type World } from './support/world.ts';
import { close, pay, prepare } from './support/year.ts';

/** Gotland was paid too much in the interim: its true-up is below zero. */
const region = '09';

const forecastOf = async (world: World, year: string, when: string, language = 'sv') =>
  (
    await readerOf(world).read('readForecast', {
      ...{ parameters: { region, year }, language, as: ['region-09'] },
      at: at(when),
    })
  ).items;
type Items = Awaited<ReturnType<typeof forecastOf>>;

const grantLines = (items: Items) =>
  items
    .filter(({ kind }) => kind === 'instalment' || kind === 'interim-instalment')
    .map(({ month, kind, fromSek, toSek }) => {
      expect(fromSek).toBe(toSek);
      return [month, kind, fromSek] as const;
    });

/** The agreement comes while May is still to be paid in the interim; its decision covers June and later, or nothing yet. */
async function beforeMay(): Promise<World> {
  const world = await afterTwoInterims();
  await agreementComes(world, '2022-06', '2022-04-24');
  return world;
}

describe('What a region sees to come of a year that was paid in the interim', () => {
  it('is the interim payment of May, June’s instalments less all of those, and the later ones', async () => {
    const world = await beforeMay();
    const lines = grantLines(await forecastOf(world, '2022', '2022-04-25'));
    const may = lines.find(([month]) => month === '2022-05');
    expect(may?.[1]).toBe('interim-instalment');
    const paid = await Promise.all(
      ['2022-03', '2022-04'].map((month) => kronorOf(world, month, 'interim-instalment')),
    );
    const owed = await owedUpTo(world, '2022-06', [...paid, { [region]: BigInt(may?.[2] ?? '') }]);
    const cells = (await cells2022(world)).get(region) ?? [];
    expect(lines).toEqual([
      may,
      ['2022-06', 'instalment', `${owed[region]}`],
      ...cells
        .slice(4)
        .map((cell, index) => [
          ['2022-07', '2022-08', '2022-09', '2022-10', '2022-11', '2022-12', '2023-01', '2023-02'][
            index
          ],
          'instalment',
          `${cell}`,
        ]),
    ]);
    expect(owed[region]).toBeLessThan(0n);
  });

  it('comes with what was paid to the year’s grant, to the krona', async () => {
    const world = await beforeMay();
    const lines = grantLines(await forecastOf(world, '2022', '2022-04-25'));
    const toCome = lines.reduce((sum, [, , sek]) => sum + BigInt(sek ?? ''), 0n);
    const paid = await Promise.all(
      ['2022-03', '2022-04'].map((month) => kronorOf(world, month, 'interim-instalment')),
    );
    const grant = ((await cells2022(world)).get(region) ?? []).reduce((a, b) => a + b, 0n);
    expect(paid.reduce((sum, each) => sum + (each[region] ?? 0n), toCome)).toBe(grant);
  });

  it('is what is then paid, in May and in June', async () => {
    const world = await beforeMay();
    const [may, june] = grantLines(await forecastOf(world, '2022', '2022-04-25'));
    await pay(world, payout('2022-05'), '2022-05-03');
    await pay(world, payout('2022-06'), '2022-06-01');
    const paid = async (month: string) =>
      linesIn(
        await releasedProposal(world, month),
        month === '2022-05' ? 'interim-instalment' : 'instalment',
      )[region];
    expect([may?.[2], june?.[2]]).toEqual([`${await paid('2022-05')}`, `${await paid('2022-06')}`]);
  });

  it('has no interim payment that lapses: one of a month that was closed without it', async () => {
    const world = await beforeMay();
    await prepare(world, payout('2022-05'), at('2022-04-25'));
    await close(world, payout('2022-05'), at('2022-05-25'), 'without-payment');
    const lines = grantLines(await forecastOf(world, '2022', '2022-05-26'));
    expect(lines[0]?.slice(0, 2)).toEqual(['2022-06', 'instalment']);
  });

  it('says of June that it settles what was paid, in either language', async () => {
    const world = await beforeMay();
    const ofJune = (items: Items) =>
      items.find(({ month, kind }) => month === '2022-06' && kind === 'instalment');
    expect(ofJune(await forecastOf(world, '2022', '2022-04-25'))?.how).toContain(
      'minus det som har betalats ut av året',
    );
    expect(ofJune(await forecastOf(world, '2022', '2022-04-25', 'en'))?.how).toContain(
      'minus what has been paid of the year',
    );
  });

  it('is on the page of the year before without what the agreement’s payouts take over', async () => {
    const world = await beforeMay();
    await prepare(world, payout('2022-05'), at('2022-04-25'));
    await close(world, payout('2022-05'), at('2022-05-25'), 'without-payment');
    const items = await forecastOf(world, '2021', '2022-05-26');
    expect(items.map(({ kind }) => kind)).not.toContain('interim-instalment');
  });
});

describe('Lines of a month that was closed without payment', () => {
  it('are seen in the month of the payout that is opened for them, not in the one that is over', async () => {
    const world = await afterTwoInterims();
    await prepare(world, payout('2022-05'), at('2022-04-25'));
    await close(world, payout('2022-05'), at('2022-05-20'), 'without-payment');
    const items = await forecastOf(world, '2021', '2022-05-24');
    const settled = items.find(({ kind }) => kind === 'rebate-settlement');
    expect(settled?.month).toBe('2022-06');
  });
});
