import { describe, expect, it } from 'vitest';
import { messageId } from '../../../core/bank/bank-ids.ts';
import { paymentFileName } from '../../../core/bank/payment-file-name.ts';
import type { TallyRow } from '../../../core/bank/tally.ts';
import { journalStream, openingCase, parseCaseId } from '../../../core/record/case-id.ts';
import { command } from '../../../functions/shared/cases.ts';
import { takeBackReturns } from '../../../functions/shared/returns.ts';
import { type ReadTally, tallyOf, tallyOfYear } from '../../../functions/shared/tally.ts';
import { whatDiffers } from '../../../functions/shared/tally-text.ts';
import { paidUntil } from '../api/paid-year.ts';
import { at, vouchersOf, type World } from '../support/world.ts';
import { cases, proposed, released, report, settle } from '../support/year.ts';

const row = ({ rows }: ReadTally, payee: string): TallyRow => {
  const found = rows.find((each) => each.payee === payee);
  if (!found) throw new RangeError(`${payee} is not in the tally.`);
  return found;
};
const shown = (each: Omit<TallyRow, 'payee' | 'name' | 'findings'>) =>
  Object.fromEntries(
    Object.entries(each)
      .filter(([key]) => !['payee', 'name', 'findings'].includes(key))
      .map(([key, value]) => [key, String(value)]),
  );

/** March 2021, all that is paid of it. */
const whole = '2786075070';
const nothing = { settled: '0', returned: '0', outstanding: '0', unordered: '0', held: '0' };
const filed = (sek: string) => ({ prepared: sek, approved: sek, filed: sek, ...nothing });

/** The stored file of March, with another text in the place of one. */
function tamper(world: World, from: string | RegExp, to: string) {
  const name = paymentFileName(cases.march);
  const text = world.paymentFiles.text(name) ?? '';
  expect(text).toMatch(from);
  world.paymentFiles.tamper(name, new TextEncoder().encode(text.replace(from, to)));
}

describe('March’s payout', () => {
  it('has nothing to tally before it is released', async () => {
    const tally = await tallyOf(await proposed(), cases.march);
    expect(tally).toMatchObject({ rows: [], holds: true });
    expect(tally.paidOn).toBeUndefined();
  });

  it('is outstanding when it has left for the bank', async () => {
    const tally = await tallyOf(await released(), cases.march);
    expect(shown(tally.total)).toEqual({ ...filed(whole), outstanding: whole });
    expect(tally).toMatchObject({ paidOn: '2021-03-01', holds: true });
    expect(tally.rows).toHaveLength(21);
    expect(whatDiffers(tally, 'sv')).toBeUndefined();
  });

  it('is settled when the bank has booked it', async () => {
    const world = await released();
    await report(world, cases.march, at('2021-03-02'));
    await settle(world, cases.march, at('2021-03-02', '10:00'));
    const tally = await tallyOf(world, cases.march);
    expect(shown(tally.total)).toEqual({ ...filed(whole), settled: whole });
    expect(tally.holds).toBe(true);
  });

  it('is returned in part, and held, when a region’s payment came back', async () => {
    const world = await released();
    const sek = String(row(await tallyOf(world, cases.march), '03').prepared);
    await report(world, cases.march, at('2021-03-02'), [{ payee: '03', code: 'AC04' }]);
    expect(shown(row(await tallyOf(world, cases.march), '03'))).toMatchObject({ held: sek });
    await settle(world, cases.march, at('2021-03-02', '10:00'));
    const tally = await tallyOf(world, cases.march);
    expect(shown(row(tally, '03'))).toEqual({ ...filed(sek), returned: sek, held: sek });
    expect(shown(row(tally, '01'))).toMatchObject({ settled: String(row(tally, '01').prepared) });
    expect(tally.holds).toBe(true);
  });

  it('differs when a krona is missing in its stored file, and says so in a sentence', async () => {
    const world = await released();
    const sek = String(row(await tallyOf(world, cases.march), '03').prepared);
    const less = String(BigInt(sek) - 1n);
    tamper(world, `>${sek}.00<`, `>${less}.00<`);
    const tally = await tallyOf(world, cases.march);
    expect(tally.holds).toBe(false);
    const lost = String(BigInt(whole) - 1n);
    expect(whatDiffers(tally, 'sv')).toBe(
      `payout-2021-03: filens betalningar ${lost} kr, filens kontrollsumma ${whole} kr; filens betalningar ${lost} kr, filens kontrollsumma ${whole} kr; 03: godkänt av två ${sek} kr, i betalningsfilen ${less} kr; 03: i betalningsfilen ${less} kr, bokfört av banken, återtaget och obesvarat ${sek} kr.`,
    );
    expect(whatDiffers(tally, 'en')).toContain(
      `03: approved by two ${sek} kr, in the payment file ${less} kr;`,
    );
  });

  it.each([
    [
      'is another case’s',
      /STB-PAY-2021-03</,
      'STB-PAY-2021-04<',
      'the file is STB-PAY-2021-04, the case sent STB-PAY-2021-03',
    ],
    [
      'counts its payments wrong',
      /NbOfTxs>21</,
      'NbOfTxs>20<',
      'the file has 21 payments and says 20',
    ],
    [
      'pays a stranger',
      /EndToEndId>STB-PAY-2021-03-03</,
      'EndToEndId>STB-PAY-2021-03-99<',
      'under the unknown id STB-PAY-2021-03-99',
    ],
    ['is no XML', /<Document/, '<', 'the payment file cannot be read: '],
  ])('differs when its file %s', async (_, from, to, says) => {
    const world = await released();
    tamper(world, from, to);
    expect(whatDiffers(await tallyOf(world, cases.march), 'en')).toContain(says);
  });

  it('differs when its file is not there', async () => {
    const { records } = await released();
    const paymentFiles = { read: () => Promise.resolve(undefined) };
    const tally = await tallyOf({ records, paymentFiles }, cases.march);
    expect(whatDiffers(tally, 'en')).toBe('payout-2021-03: the payment file is missing.');
    expect(whatDiffers(tally, 'sv')).toBe('payout-2021-03: betalningsfilen saknas.');
  });

  it('differs when its voucher is a krona off between two regions', async () => {
    const world = await released();
    const [voucher] = await vouchersOf(world, 2021);
    const shift = { '01': 1n, '03': -1n } as Readonly<Record<string, bigint>>;
    world.records.tamper(journalStream(2021), 1, {
      ...voucher,
      entries: (voucher?.entries ?? []).map((entry) => ({
        ...entry,
        sek: String(BigInt(entry.sek) + (shift[entry.counterpart] ?? 0n)),
      })),
    } as never);
    const tally = await tallyOf(world, cases.march);
    expect(
      tally.rows.filter(({ findings }) => findings.length > 0).map((each) => each.payee),
    ).toEqual(['01', '03']);
    expect(whatDiffers(tally, 'en')).toContain('in the voucher');
  });
});

it('A case that pays nobody has no tally', async () => {
  await expect(tallyOf(await released(), openingCase(2021))).rejects.toThrow('pays nobody');
});

describe('A year', () => {
  it('is every case that was paid in it, in the order of days, and all of it holds', async () => {
    const world = await paidUntil('2022-02');
    const year = await tallyOfYear(world, 2021);
    expect(year.map((each) => each.case)).toEqual([
      ...['03', '04', '05', '06'].map((month) => `payout-2021-${month}`),
      'requisition-2021-ihsi',
      ...['07', '08', '09', '10', '11', '12'].map((month) => `payout-2021-${month}`),
    ]);
    expect(year.every((each) => each.holds)).toBe(true);
    const next = await tallyOfYear(world, 2022);
    expect(next.map((each) => each.case)).toEqual(['payout-2022-01', 'payout-2022-02']);
  });

  it('has what came back in the year after, which is booked in that year’s journal', async () => {
    const world = await paidUntil('2021-12');
    const december = parseCaseId('payout-2021-12');
    const back = at('2022-01-04');
    await command(world.records, december, {
      kind: 'report',
      at: back,
      messageId: messageId(december),
      words: [{ payee: '03', result: 'returned', code: 'AC04' }],
      source: { report: 'f'.repeat(64) },
    });
    await takeBackReturns(world, december, back);
    expect(await vouchersOf(world, 2022)).toHaveLength(1);
    const tally = await tallyOf(world, december);
    const { prepared } = row(tally, '03');
    expect(shown(row(tally, '03'))).toMatchObject({ settled: '0', returned: `${prepared}` });
    expect(tally.holds).toBe(true);
    const year = await tallyOfYear(world, 2021);
    expect(year.at(-1)).toEqual(tally);
    expect(await tallyOfYear(world, 2022)).toEqual([]);
  });

  it('has what is booked for a case that was never released', async () => {
    const world = await released();
    const [voucher] = await vouchersOf(world, 2021);
    world.records.tamper(journalStream(2021), 1, { ...voucher, case: cases.april } as never);
    const year = await tallyOfYear(world, 2021);
    expect(year.map((each) => [each.case, each.holds])).toEqual([
      ['payout-2021-04', false],
      ['payout-2021-03', false],
    ]);
  });

  it('before the first agreement is empty', async () => {
    expect(await tallyOfYear(await released(), 2010)).toEqual([]);
  });
});
