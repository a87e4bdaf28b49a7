import { beforeAll, describe, expect, it } from 'vitest';
import { regions } from '../../../../core/regions.ts';
import { unzip } from '../../../helpers/unzip.ts';
import { cellsOf, computed } from '../../../helpers/workbook.ts';
import type { World } from '../../support/world.ts';
import { proposed } from '../../support/year.ts';
import { documentsOf } from '../documents.ts';
import { paidUntil } from '../paid-year.ts';

let world: World;
beforeAll(async () => {
  world = await paidUntil('2022-05');
});

const annex = (run: string, format: 'csv' | 'xlsx', language: 'sv' | 'en' = 'sv') =>
  documentsOf(world).read('readAnnex', { parameters: { run, format }, language });

describe('The annex as CSV', () => {
  it.each(['2022-02', '2022-05'])('of %s is as it was approved', async (month) => {
    const { name, mediaType, bytes } = await annex(`payout-${month}`, 'csv');
    expect([name, mediaType]).toEqual([`bilaga-${month}.csv`, 'text/csv; charset=utf-8']);
    await expect(Buffer.from(bytes).toString('utf8')).toMatchFileSnapshot(
      `../../../golden/annex-${month}.csv`,
    );
  });

  it('has English heads for those who ask for them, and the regions’ own names', async () => {
    const { name, bytes } = await annex('payout-2022-02', 'csv', 'en');
    const [head, first] = Buffer.from(bytes).toString('utf8').slice(1).split('\r\n');
    expect(name).toBe('annex-2022-02.csv');
    expect(head).toBe(
      'Code;Region;Instalment, 1/12;Rebate adjustment, forecast;IHSI difference;Total',
    );
    expect(first).toMatch(/^01;Region Stockholm;/);
  });
});

describe('The annex as a workbook', () => {
  it('says in the CSV’s own figures what each region gets of each kind', async () => {
    const cells = cellsOf((await annex('payout-2022-02', 'xlsx')).bytes);
    const table = Buffer.from((await annex('payout-2022-02', 'csv')).bytes).toString('utf8');
    const rows = table
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';'));
    rows.forEach((row, index) => {
      const shown = ['A', 'B', 'C', 'D', 'E', 'F'].map(
        (column) => cells.get(`${column}${7 + index}`)?.value ?? '',
      );
      expect(shown).toEqual(row);
    });
    expect(rows).toHaveLength(22);
  });

  it.each(['sv', 'en'] as const)(
    'sums by formulas, across and down, and shows what they come to (%s)',
    async (language) => {
      const cells = cellsOf((await annex('payout-2022-05', 'xlsx', language)).bytes);
      const formulas = [...cells].filter(([, { formula }]) => formula !== undefined);
      // Every region's total, every kind's, and the total of totals.
      expect(formulas).toHaveLength(Object.keys(regions).length + 5);
      for (const [name, { value }] of formulas)
        expect(`${computed(cells, name)}`, name).toBe(value);
      const kinds = ['C', 'D', 'E', 'F'].map((column) => computed(cells, `${column}28`));
      expect(kinds.reduce((sum, kind) => sum + kind, 0n)).toBe(computed(cells, 'G28'));
      expect(cells.get('G28')).toEqual({ formula: 'SUM(G7:G27)', value: '2713400000' });
    },
  );

  it('says which month, agreement, decision and appropriation it is of', async () => {
    const cells = cellsOf((await annex('payout-2022-02', 'xlsx')).bytes);
    expect(
      ['A1', 'A2', 'A3', 'A4', 'A6', 'F6', 'B28'].map((cell) => cells.get(cell)?.value),
    ).toEqual([
      'Statens bidrag för läkemedelsförmånerna m.m., utbetalning februari 2022',
      'Överenskommelse för 2021, S2021/00821',
      'Beslut om betalning: rb-2022-01-20',
      'Anslag 1:5 Bidrag för läkemedelsförmånerna, anslagspost 2, budgetåret 2022',
      'Kod',
      'Summa',
      'Summa',
    ]);
  });

  it('keeps its heads and names in sight, groups thousands, and is named after the month', async () => {
    const files = unzip((await annex('payout-2022-02', 'xlsx')).bytes);
    expect(files.get('xl/workbook.xml')?.text).toContain('name="Bilaga 2022-02"');
    expect(files.get('xl/worksheets/sheet1.xml')?.text).toContain('<pane ySplit="6" xSplit="2"');
    expect(files.get('xl/styles.xml')?.text).toContain('#,##0');
  });

  it('has the same bytes each time: no file in it is dated by a clock', async () => {
    const [first, second] = [
      await annex('payout-2022-02', 'xlsx'),
      await annex('payout-2022-02', 'xlsx'),
    ];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    // The day of 1 January 1980: (1980 − 1980) × 512 + 1 × 32 + 1.
    for (const { time, date } of unzip(first.bytes).values()) expect([time, date]).toEqual([0, 33]);
  });
});

describe('There is no annex', () => {
  it.each([
    ['of a payout that is not released', 'payout-2021-03', 'csv'],
    ['of a month that nobody has opened', 'payout-2021-04', 'xlsx'],
    ['of another run', 'opening-2021', 'xlsx'],
    ['as SIE', 'payout-2021-03', 'sie'],
  ])('%s', async (_what, run, format) => {
    const parameters = { run, format };
    expect(await documentsOf(await proposed()).refused('readAnnex', { parameters })).toEqual([
      404,
      'not-found',
    ]);
  });

  it('as SIE, of a released payout either', async () => {
    const parameters = { run: 'payout-2022-02', format: 'sie' };
    expect(await documentsOf(world).refused('readAnnex', { parameters })).toEqual([
      404,
      'not-found',
    ]);
  });
});
