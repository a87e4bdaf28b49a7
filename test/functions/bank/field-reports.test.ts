import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportItem } from '../../../core/bank/report-events.ts';
import { bankItemText } from '../../../functions/api/views/bank-item-text.ts';
import {
  accountOfCases,
  deliver,
  lineOf,
  outcomesOf,
  releasedFrom,
  reportsOf,
} from '../support/bank.ts';
import { vouchersOf, type World } from '../support/world.ts';

/** March's payout, released, after the bank has sent these files. */
async function whenSent(folder: string, ...files: readonly string[]): Promise<World> {
  const world = await releasedFrom(accountOfCases);
  for (const file of files)
    await deliver(world, readFileSync(`test/fixtures/bank-reports/${folder}/${file}.xml`));
  return world;
}

const statusOf = async (world: World, payee: '01' | '03' | '05') =>
  (await lineOf(world, payee)).status;

async function itemsOf(world: World): Promise<readonly ReportItem[]> {
  return (await reportsOf(world)).flatMap((event) =>
    event.type === 'report-taken' ? event.items : [],
  );
}

describe('A bank that gives back the instruction id and no end-to-end id', () => {
  const folder = 'instruction-id-only';

  it.each(['1-booked.camt.054.001.02', '2-booked.camt.053.001.08'])(
    'is understood when it books a payment: %s',
    async (file) => {
      const world = await whenSent(folder, file);
      expect(await outcomesOf(world)).toEqual(['taken 01']);
      expect(await statusOf(world, '01')).toBe('booked');
    },
  );

  it('is understood when a payment comes back: it is taken back into the journal', async () => {
    const world = await whenSent(folder, '3-returned.camt.054.001.02');
    expect(await outcomesOf(world)).toEqual(['taken 03']);
    expect(await lineOf(world, '03')).toMatchObject({ status: 'returned', code: 'AC04' });
    const keys = (await vouchersOf(world, 2021)).map(({ key }) => key);
    expect(keys).toContain('payout-2021-03/return/03');
  });

  it('is understood when it rejects a payment, and no other is rejected', async () => {
    const world = await whenSent(folder, '4-rejected.pain.002.001.03');
    expect(await outcomesOf(world)).toEqual(['taken 05']);
    expect(await statusOf(world, '05')).toBe('rejected');
    expect(await statusOf(world, '01')).toBe('sent');
  });
});

describe('An entry of the account', () => {
  const folder = 'entry-and-its-payments-differ';

  it('of one krona with 694 077 997 kr in it books nothing, and all of it is for a person', async () => {
    const world = await whenSent(folder, '1-entry-of-one-krona.camt.053');
    expect(await outcomesOf(world)).toEqual(['unknown 01', 'unknown 03', 'unknown']);
    expect([await statusOf(world, '01'), await statusOf(world, '03')]).toEqual(['sent', 'sent']);
    const items = await itemsOf(world);
    expect(items.map(({ result, amount }) => [result, amount])).toEqual([
      ['other', '595180559.00'],
      ['other', '98897438.00'],
      ['booked', '1.00'],
    ]);
    expect(items.map((item) => bankItemText(item, 'en'))).toEqual([
      expect.stringMatching(/Stockholm.*or the entry of the account moved another sum/),
      expect.stringMatching(/Uppsala.*or the entry of the account moved another sum/),
      'Booked: without an id, 1.00\u00a0kr. It leads to no payment from here.',
    ]);
  });

  it('with fifty öre more than the payment in it books the payment; the öre are for a person', async () => {
    const world = await whenSent(folder, '2-entry-with-a-fee-in-it.camt.053');
    expect(await outcomesOf(world)).toEqual(['taken 01', 'unknown']);
    expect((await itemsOf(world)).at(-1)).toEqual({
      outcome: 'unknown',
      day: '2021-03-01',
      place: { of: 'statement', id: '2021-042', entry: 1 },
      result: 'booked',
      status: 'BOOK DBIT PMNT/ICDT/DMCT',
      amount: '0.5',
      currency: 'SEK',
    });
  });

  it('of one payment whose batch is of 21 books nothing, and is for a person', async () => {
    const world = await whenSent(folder, '3-batch-of-21-with-one-named.camt.053');
    expect(await outcomesOf(world)).toEqual(['unknown 01', 'unknown']);
    expect(await statusOf(world, '01')).toBe('sent');
  });
});

describe('A statement with fifteen digits before the point', () => {
  it.each(['1-own-entry-padded.camt.053', '2-another-entry-padded.camt.053'])(
    'is read as the amounts that it means: %s',
    async (file) => {
      const world = await whenSent('zero-padded-amount', file);
      expect(await statusOf(world, '01')).toBe('booked');
      const [item] = await itemsOf(world);
      expect(item).toMatchObject({ outcome: 'taken', amount: '595180559.00' });
    },
  );
});
