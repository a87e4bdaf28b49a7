import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { paymentFile } from '../../../functions/bank/payment-file.ts';
import { goldenMonths, sampleOrder, sampleReleased } from '../support/sample-orders.ts';
import { cases } from '../support/year.ts';
import { readBack } from './read-back.ts';

/*
 * The files of the sample year as approved: a change of one is a change of what the bank gets. Whoever means it writes them anew with
 * `vitest run test/functions/bank/payment-file-golden.test.ts -u` and reads the difference.
 */
const golden = (name: string) => `../../golden/payment-file-${name}.xml`;

const monthCase = (month: string) => payoutCase(parseMonth(month));

/** A region's lines of a month, added by another program's numbers. */
const goldenSums = (month: string) =>
  Object.entries(goldenMonths[month]?.lines ?? {})
    .map(([region, lines]) => [
      `STB-PAY-${month}-${region}`,
      `${Object.values(lines).reduce((sum, sek) => sum + BigInt(sek), 0n)}.00`,
    ])
    .sort();

describe('The payment file of the sample', () => {
  it.each(['2022-02', '2022-05'])('for %s is the approved file', async (month) => {
    const text = (await sampleReleased()).paymentFiles.text(`2022/STB-PAY-${month}.xml`);
    await expect(text).toMatchFileSnapshot(golden(month));
  });

  it('for 2022-02 in the newer form is the approved file', async () => {
    const order = await sampleOrder(monthCase('2022-02'));
    const debtor = { ...order.debtor, fileFormat: 'pain.001.001.09' as const };
    const file = paymentFile({ ...order, debtor });
    const text = file.sent === 'file' ? new TextDecoder().decode(file.bytes) : '';
    await expect(text).toMatchFileSnapshot(golden('2022-02.pain.001.001.09'));
  });

  it.each(Object.keys(goldenMonths))(
    'for %s pays each region what an independent program works out, and its sum',
    async (month) => {
      const world = await sampleReleased();
      const text = world.paymentFiles.text(`${month.slice(0, 4)}/STB-PAY-${month}.xml`) ?? '';
      const { payments, sums, counts, executionDay } = readBack(text);
      expect(payments.map(({ endToEndId, amount }) => [endToEndId, amount])).toEqual(
        goldenSums(month),
      );
      const total = `${goldenMonths[month]?.totalSek}.00`;
      expect(sums).toEqual([total, total]);
      expect(counts).toEqual(['21', '21']);
      expect(executionDay).toBe(goldenMonths[month]?.payDay);
    },
  );

  it('is one for every month and for IHSI, and no other', async () => {
    const months = Object.keys(goldenMonths).map((month) => `STB-PAY-${month}.xml`);
    const names = (await sampleReleased()).paymentFiles.names();
    expect(names.map((name) => name.slice('2021/'.length)).sort()).toEqual(
      [...months, 'STB-REQ-2021-IHSI.xml'].sort(),
    );
    expect((await sampleOrder(cases.ihsi)).numberOfTransactions).toBe(1);
  });
});
