import { beforeAll, describe, expect, it } from 'vitest';
import { monthsFrom, parseMonth } from '../../../core/calendar/month.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { Voucher } from '../../../core/payment/voucher.ts';
import { type RegionCode, regionCodes } from '../../../core/regions.ts';
import { kronorText } from '../../../functions/api/views/amount-text.ts';
import { ofRole, pdfOf, plain } from '../../helpers/pdf.ts';
import { documentsOf } from '../api/documents.ts';
import { paidUntil } from '../api/paid-year.ts';
import { readerOf } from '../api/reading.ts';
import { vouchersOf, type World } from '../support/world.ts';

const months = monthsFrom(parseMonth('2021-03'), parseMonth('2022-05'));

let world: World;
let vouchers: readonly Voucher[];
beforeAll(async () => {
  world = await paidUntil('2022-05');
  vouchers = [...(await vouchersOf(world, 2021)), ...(await vouchersOf(world, 2022))];
});

/** What the journal has booked against a region, or all of them, of a month or of every month. */
const booked = (month?: string, region?: RegionCode): string =>
  Sek.sum(
    vouchers
      .filter(({ key }) => key.startsWith('payout-') && (!month || key === `payout-${month}`))
      .flatMap(({ entries }) => entries)
      .filter(
        ({ account, counterpart }) => account !== 'bank' && (!region || counterpart === region),
      )
      .map(({ sek }) => Sek.of(sek)),
  ).toString();

describe('Every paper agrees with the journal', () => {
  it.each(months)('the annex of %s: each region, and the sum', async (month) => {
    const parameters = { run: `payout-${month}`, format: 'csv' };
    const { bytes } = await documentsOf(world).read('readAnnex', { parameters });
    const rows = Buffer.from(bytes)
      .toString('utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';'));
    const totals = rows.map((row) => [row[0], row.at(-1)]);
    expect(totals).toEqual([
      ...regionCodes.map((code) => [code, booked(month, code)]),
      ['', booked(month)],
    ]);
  });

  it.each(months)('the payment advice of %s', async (month) => {
    // Another region each month: all of them would take minutes and say the same.
    const region = regionCodes[months.indexOf(month)] ?? '01';
    const parameters = { region, year: '2021', month };
    const { bytes } = await documentsOf(world).read('printAdvice', { parameters });
    const lines = ofRole((await pdfOf(bytes)).elements, 'Table')[1]?.children.at(-1);
    expect(plain(lines?.text ?? '')).toBe(
      `Summa ${plain(kronorText(booked(month, region), 'sv'))}`,
    );
  });

  it('the statement of every region, as programs read it', async () => {
    for (const region of regionCodes) {
      const parameters = { region, year: '2021' };
      const { paidSek } = await readerOf(world).read('readStatement', { parameters });
      expect([region, paidSek]).toEqual([region, booked(undefined, region)]);
    }
  });

  it('the statement of a region on paper', async () => {
    const parameters = { region: '25', year: '2021' };
    const { bytes } = await documentsOf(world).read('printStatement', { parameters });
    const sums = ofRole((await pdfOf(bytes)).elements, 'TR').map(({ text }) => plain(text));
    const total = plain(kronorText(booked(undefined, '25'), 'sv'));
    expect(sums).toContain(`Summa ${total}`);
    expect(sums).toContain(`Mottaget av regionen ${total}`);
  });
});
