import { describe, expect, it } from 'vitest';
import { readTally } from '../../../functions/api/operations/read-tally.ts';
import { resolveBankItem } from '../../../functions/doors/resolve-bank-item.ts';
import { tallyOf } from '../../../functions/shared/tally.ts';
import { whatDiffers } from '../../../functions/shared/tally-text.ts';
import { person } from '../../../local/officials/people.ts';
import { readAs } from '../api/read-as.ts';
import { bookingOf, deliver, lineOf, outcomesOf, reportsOf } from '../support/bank.ts';
import { asCalled, at, newWorld, type World } from '../support/world.ts';
import { cases, released } from '../support/year.ts';
import { type AccountEntry, camt } from './bank-reports.ts';

const message = 'STB-PAY-2021-03';

/** March as it was booked, and then a statement of more entries. */
async function booked(...more: readonly AccountEntry[]): Promise<World> {
  const world = await released();
  const all = {
    sek: '2786075070.00',
    batch: { messageId: message, number: 21 },
    day: '2021-03-01',
  };
  await deliver(world, statement('B-1', { ...all, reference: 'R-1' }));
  await deliver(world, statement('B-2', ...more));
  return world;
}

const statement = (messageId: string, ...entries: readonly AccountEntry[]): string =>
  camt({ format: 'camt.053.001.08', messageId, entries });

const tally = (world: World, language: 'sv' | 'en' = 'en') =>
  readAs('readTally', readTally, world, {
    at: '2021-03-04T09:00:00Z',
    language,
    parameters: { year: 2021 },
  });

/** A case officer says that an item of the last report is looked into. */
async function lookInto(world: World, item: number): Promise<void> {
  const reports = await reportsOf(world);
  const [report = ''] = reports.flatMap((each) => ('hash' in each ? [each.hash] : [])).slice(-1);
  const when = at('2021-03-03');
  const by = person('checker', when);
  await resolveBankItem(
    { report, item, at: when, by, reason: 'The bank pays it back.' },
    asCalled(world, 'api-bank'),
  );
}

const secondBatch: AccountEntry = {
  ...{ sek: '2768693116.00', day: '2021-03-02', reference: 'R-2' },
  batch: { messageId: message, number: 20 },
};

describe('Money that moved and was taken for no payment', () => {
  it('stands in the year’s tally until a person has looked into it, and its sum stays there afterwards', async () => {
    const world = await booked(secondBatch);
    expect((await outcomesOf(world)).at(-1)).toBe('amount-differs');
    const open = await tally(world);
    expect(open.holds).toBe(false);
    expect(open.runs.every(({ holds }) => holds)).toBe(true);
    expect(open.untaken).toEqual({
      open: [
        'the payout of March 2021: 2768693116 kr moved on the account that is no payment from here, and nobody has looked into it (item 1 of from-bank/report.xml)',
      ],
      ...{ openSek: '2768693116', lookedInto: 0, lookedIntoSek: '0' },
    });
    expect((await tally(world, 'sv')).untaken.open).toEqual([
      'utbetalningen för mars 2021: 2768693116 kr har rört sig på kontot som inte är någon betalning härifrån, och ingen har utrett det (post 1 i from-bank/report.xml)',
    ]);
    await lookInto(world, 1);
    const looked = await tally(world);
    expect(looked.holds).toBe(true);
    expect(looked.untaken).toEqual({
      ...{ open: [], openSek: '0', lookedInto: 1, lookedIntoSek: '2768693116' },
    });
  });

  it('holds up nothing that is settled', async () => {
    const world = await booked(secondBatch);
    const march = await tallyOf(world, cases.march);
    expect(whatDiffers(march, 'en')).toBeUndefined();
    expect(march.holds).toBe(true);
  });

  it('is a payment that left once more with another sum, and one that came back in parts', async () => {
    const world = await released();
    const { endToEndId, sek } = await lineOf(world, '03');
    const named = (part: string, more: Partial<AccountEntry>): AccountEntry => ({
      ...{ sek: part, payments: [{ endToEndId, sek: part }], ...more },
    });
    await deliver(world, statement('B-1', await bookingOf(world, '03', { reference: 'R-1' })));
    const more = `${BigInt(sek) + 1n}`;
    const back = { direction: 'CRDT', kind: 'PMNT/ICDT/RRTN' } as const;
    await deliver(
      world,
      statement(
        'B-2',
        named(more, { reference: 'R-2' }),
        named('1000', { ...back, reference: 'R-3' }),
        named('2000.50', { ...back, reference: 'R-4' }),
      ),
    );
    const { holds, untaken } = await tally(world);
    expect(holds).toBe(false);
    expect(untaken.open).toHaveLength(3);
    expect(untaken.openSek).toBe(`${BigInt(more) - 3001n}.5`);
  });

  it('is a credit without the marks of a return, and money in another currency, which has no sum', async () => {
    const world = await booked(
      { sek: '500', direction: 'CRDT', reference: 'R-2' },
      { sek: '70', currency: 'EUR', reference: 'R-3' },
    );
    const { holds, untaken } = await tally(world);
    expect(holds).toBe(false);
    expect(untaken.open).toEqual([
      expect.stringMatching(/^-500 kr moved/),
      expect.stringMatching(/^70 EUR moved/),
    ]);
    expect(untaken.openSek).toBe('-500');
  });

  it('is counted once when a notification and a statement tell of it by the bank’s reference', async () => {
    const fee: AccountEntry = { sek: '500', day: '2021-03-02', reference: 'F-1' };
    const world = await booked(fee);
    const twice = { ...{ format: 'camt.054.001.08', messageId: 'B-3' }, entries: [fee] };
    await deliver(world, camt(twice));
    expect((await tally(world)).untaken).toMatchObject({ openSek: '500', lookedInto: 0 });
    await deliver(world, camt({ ...twice, messageId: 'B-4', entries: [fee, fee] }));
    expect((await tally(world)).untaken).toMatchObject({ openSek: '1000' });
    await lookInto(world, 1);
    expect((await tally(world)).untaken).toMatchObject({ openSek: '500', lookedIntoSek: '500' });
    // On another day, or without a reference, it is another movement.
    const others = [
      { ...fee, day: '2021-03-01' },
      { sek: '500', day: '2021-03-02' },
    ];
    await deliver(world, camt({ ...twice, messageId: 'B-5', entries: others }));
    expect((await tally(world)).untaken).toMatchObject({ openSek: '1500' });
  });

  it('is an entry that moved less than it names, once, and not what it names besides', async () => {
    const world = await released();
    const { endToEndId, sek } = await lineOf(world, '03');
    await deliver(
      world,
      statement('B-1', { sek: '1000', reference: 'R-1', payments: [{ endToEndId, sek }] }),
    );
    expect(await outcomesOf(world)).toEqual(['unknown 03', 'unknown']);
    const { holds, untaken } = await tally(world);
    expect(holds).toBe(false);
    expect(untaken).toMatchObject({ open: [expect.stringMatching(/^1000 kr/)], openSek: '1000' });
  });

  it('is no promise, no refusal and nothing that has not happened', async () => {
    const world = await booked({ ...secondBatch, status: 'PDNG' });
    expect(await tally(world)).toMatchObject({ holds: true, untaken: { open: [], lookedInto: 0 } });
  });

  it('stands in the tally of a year in which nothing was paid', async () => {
    const world = newWorld();
    await deliver(world, statement('B-1', { sek: '500', reference: 'R-1' }));
    expect(await tally(world)).toMatchObject({
      holds: false,
      runs: [],
      untaken: { openSek: '500' },
    });
  });
});
