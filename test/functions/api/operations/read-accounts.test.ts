import { describe, expect, it } from 'vitest';
import { Sek } from '../../../../core/money/sek.ts';
import { exportAccounts } from '../../../../functions/api/operations/export-accounts.ts';
import { readAccounts } from '../../../../functions/api/operations/read-accounts.ts';
import type { RequestOf } from '../../../../functions/contract/api/operation.ts';
import { readSie } from '../../../accounting/read-sie.ts';
import { crashAfter } from '../../../helpers/memory-records.ts';
import { at as moment, newWorld, refusalOf, vouchersOf, type World } from '../../support/world.ts';
import { approved, cases, release, released, report, settle } from '../../support/year.ts';
import { paidUntil } from '../paid-year.ts';
import { readAs } from '../read-as.ts';

const at = '2022-01-25T09:00:00Z';
const read = (world: World, year: number, language: 'sv' | 'en' = 'sv') =>
  readAs('readAccounts', readAccounts, world, { at, language, parameters: { year } });
/** A document is answered as its bytes, and so asked for without JSON between. */
const exported = (world: World, year: number, format: 'sie' | 'csv' | 'xlsx') =>
  exportAccounts(
    { language: 'sv', parameters: { year, format } } as RequestOf<'exportAccounts'>,
    world,
  );

/** Two budget years: ten payouts and one. Built once, since nobody here writes to it. */
const twoYears = paidUntil('2022-01');

const returned = async (): Promise<World> => {
  const world = await released();
  await report(world, cases.march, moment('2021-03-02'), [{ payee: '03', code: 'AC04' }]);
  await settle(world, cases.march, moment('2021-03-02', '10:00'));
  return world;
};

describe('The accounts of a budget year', () => {
  it('show every voucher with its entries, debit and credit', async () => {
    const { vouchers } = await read(await returned(), 2021);
    const [first, second] = vouchers;
    expect(first).toMatchObject({
      number: 1,
      key: 'payout-2021-03',
      run: 'payout-2021-03',
      day: '2021-03-01',
      text: 'Utbetalningen för mars 2021',
      cashSek: '2786075070',
    });
    expect(first?.entries).toHaveLength(22);
    expect(first?.entries[0]).toMatchObject({
      account: '7721',
      name: 'Lämnade bidrag till regioner',
      counterpart: 'Region Stockholm',
      text: 'Månadsutbetalning, 1/12',
    });
    expect(first?.entries.at(-1)).toEqual({
      account: '1811',
      name: 'Avräkning med statsverket, statens centralkonto i Riksbanken',
      counterpart: '',
      text: 'Utbetalt',
      creditSek: '2786075070',
    });
    expect(second).toMatchObject({
      number: 2,
      text: 'Återföring av betalning till Region Uppsala som kom tillbaka: utbetalningen för mars 2021',
    });
    expect(
      second?.entries.map(({ account, debitSek, creditSek }) => [account, !debitSek, !creditSek]),
    ).toEqual([
      ['2691', true, false],
      ['1811', false, true],
    ]);
  });

  it('debit what they credit, in every voucher', async () => {
    const { vouchers } = await read(await returned(), 2021);
    const sum = (amounts: readonly (string | undefined)[]) =>
      Sek.sum(amounts.map((each) => Sek.of(each ?? '0'))).toString();
    for (const { entries } of vouchers)
      expect(sum(entries.map(({ debitSek }) => debitSek))).toBe(
        sum(entries.map(({ creditSek }) => creditSek)),
      );
  });

  it('are told in English as well', async () => {
    const [first, second] = (await read(await returned(), 2021, 'en')).vouchers;
    expect(first?.text).toBe('The payout of March 2021');
    expect(first?.entries[0]?.name).toBe('Grants to regions');
    expect(second?.entries[0]?.text).toBe('Back from the bank');
  });

  it('show what the appropriation was used for: December goes into the credit', async () => {
    const world = await twoYears;
    const { use } = await read(world, 2021);
    expect(use?.months.map(({ month }) => month)).toEqual(
      ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2021-${month}`),
    );
    const [november, december] = use?.months.slice(-2) ?? [];
    expect(november).toMatchObject({ usedSek: '2786075070', creditUsedSek: '0' });
    // Without SOL, which this year has not been asked for: 166 758 776 − 7 000 000.
    expect(december).toMatchObject({
      usedSek: '2786075070',
      leftSek: '-159758776',
      creditUsedSek: '159758776',
    });
    const next = (await read(world, 2022)).use;
    expect(next?.creditUsedBeforeSek).toBe('159758776');
    expect(next?.months.map(({ month }) => month)).toEqual(['2022-01']);
  });

  it('show what is ordered beside what is booked: a release that died before its voucher', async () => {
    const world = await approved();
    expect((await read(world, 2021)).use?.orderedNotBookedSek).toBe('0');
    world.records.interrupt(crashAfter('ORDER'));
    expect((await refusalOf(release(world, cases.march, moment('2021-03-01'))))?.name).toBe(
      'Crash',
    );
    world.records.interrupt(undefined);
    expect((await read(world, 2021)).use).toMatchObject({
      orderedNotBookedSek: '2786075070',
      months: [],
    });
    await release(world, cases.march, moment('2021-03-01'));
    expect((await read(world, 2021)).use?.orderedNotBookedSek).toBe('0');
  });

  it('have the month’s use without what came back in it', async () => {
    const world = await returned();
    const [, reversal] = await vouchersOf(world, 2021);
    const { use } = await read(world, 2021);
    expect(use?.months).toHaveLength(1);
    expect(use?.months[0]?.usedSek).toBe(
      Sek.of('2786075070')
        .plus(Sek.of(reversal?.cashSek ?? ''))
        .toString(),
    );
  });

  it('are empty where nothing is booked and nothing appropriated', async () => {
    expect(await read(newWorld(), 2021)).toEqual({ year: 2021, vouchers: [] });
  });
});

describe('The export of a budget year', () => {
  it('is a SIE file that another reader reads, with the day of the last voucher', async () => {
    const world = await returned();
    const file = await exported(world, 2021, 'sie');
    expect([file.name, file.mediaType]).toEqual([
      'statsbidrag-2021.se',
      'application/octet-stream',
    ]);
    const sie = readSie(file.bytes);
    expect(sie.heading.get('GEN')).toEqual(['20210302']);
    expect(sie.vouchers.map(({ entries }) => entries.length)).toEqual([22, 2]);
    expect(sie.objects.get('21 03')).toBe('Region Uppsala 232100-0024');
  });

  it('opens the next year with what is owed', async () => {
    const world = await twoYears;
    const sie = readSie((await exported(world, 2022, 'sie')).bytes);
    expect([...sie.opening].map(([account, sek]) => [account, sek.toString()])).toEqual([
      ['1811', '0'],
      ['2691', '0'],
    ]);
  });

  it('is CSV as well', async () => {
    const file = await exported(await released(), 2021, 'csv');
    expect([file.name, file.mediaType]).toEqual([
      'statsbidrag-2021.csv',
      'text/csv; charset=utf-8',
    ]);
    expect(new TextDecoder().decode(file.bytes).split('\r\n')).toHaveLength(1 + 22 + 1);
  });

  it.each([
    ['of a year in which nothing is booked', 2020, 'sie'],
    ['in a form that there is none of', 2021, 'xlsx'],
  ] as const)('is not found %s', async (_, year, format) => {
    const refusal = await refusalOf(exported(await released(), year, format));
    expect(refusal?.message).toContain('not-found');
  });
});
