import { beforeAll, describe, expect, it } from 'vitest';
import { parseMonth } from '../../../../core/calendar/month.ts';
import { payoutCase } from '../../../../core/record/case-id.ts';
import { type Calculation, calculationOf } from '../../../../functions/api/views/calculation.ts';
import { WorkingSource } from '../../../../functions/api/views/working-source.ts';
import { plain } from '../../../helpers/pdf.ts';
import type { World } from '../../support/world.ts';
import { paidUntil } from '../paid-year.ts';
import { readerOf } from '../reading.ts';

let world: World;
beforeAll(async () => {
  world = await paidUntil('2022-05');
});

/** How a region's line of a month is printed. */
async function printed(
  month: string,
  kind: string,
  region = '09',
  remembering = new Set<string>(),
) {
  const parameters = { region, year: '2021', month };
  const { lines } = await readerOf(world).read('readMonthStatement', { parameters });
  const { working = '', sek } = lines.find((line) => line.kind === kind) ?? {};
  const source = new WorkingSource(world.records, payoutCase(parseMonth(month)));
  return { sek, root: await calculationOf(source, working, 'sv', remembering) };
}

/** Rows as they are read, each with its depth. */
const rows = ({ text, amount, more, of }: Calculation, depth = 0): readonly string[] => [
  plain(`${depth} ${amount} | ${text}${more ? ' *' : ''}`),
  ...of.flatMap((part) => rows(part, depth + 1)),
];

describe('A working on paper', () => {
  it('leads from the line by what the region’s own amount is made of, to inputs and the agreement', async () => {
    const { root } = await printed('2022-02', 'rebate-forecast');
    expect(rows(root)).toEqual([
      '0 −8 202 793 kr | Minus 40 % av 20 506 982 kr. I hela kronor, avrundat så att 21 regioner tillsammans får −1 060 000 000 kr.',
      '1 −8 202 792,80 kr | Minus 8 202 792,80 kr.',
      '2 8 202 792,80 kr | 40 % av 20 506 982 kr.',
      '3 40 % | Står i överenskommelsen för 2021, 4.1.',
      '3 20 506 982 kr | Återbäring, prognos 2021, version 1: Region Gotland.',
    ]);
  });

  it.each([
    [
      '2021-03',
      'instalment',
      'Utbetalning 1 av 12 av årets bidrag till Region Gotland, 208 583 447 kr.',
    ],
    ['2022-02', 'rebate-forecast', 'Minus 40 % av 20 506 982 kr.'],
    ['2022-05', 'rebate-settlement', 'Minus 40 % av 184 672 kr.'],
  ])('says the reason first, and how it was rounded last (%s, %s)', async (month, kind, reason) => {
    const { root } = await printed(month, kind);
    expect(plain(root.text)).toMatch(new RegExp(`^${reason} I hela kronor`));
  });

  it('says which part of the year’s grant an instalment is, and names each rule where it begins', async () => {
    const { root } = await printed('2021-04', 'instalment');
    const [first, second, third, fourth] = rows(root);
    expect([first, second, third, fourth]).toEqual([
      '0 17 381 954 kr | Utbetalning 2 av 12 av årets bidrag till Region Gotland, 208 583 447 kr. I hela kronor; kronor som blir över när det delas betalas en i taget.',
      '1 208 583 447 kr | Årets bidrag: 0 kr plus 208 583 446,63 kr. I hela kronor, avrundat så att 21 regioner tillsammans får 33 432 900 840 kr.',
      '2 208 583 446,63 kr | Summan av 2 belopp.',
      '3 0 kr | Ersättningstrappa: 0 kr per invånare gånger 59 249 invånare.',
    ]);
  });

  it('marks a sum of all regions, and prints its total only', async () => {
    const { root } = await printed('2022-05', 'corridor-benefits');
    const all = rows(root);
    expect(all).toContain('3 33 432 900 840 kr | Summan av 21 belopp. *');
    expect(all.filter((row) => row.includes('Region Stockholm'))).toEqual([]);
  });

  it('leaves out the branch of a choice that did not count', async () => {
    // Gotland's cost is below the threshold: what it would have got above it is nobody's amount.
    const { root } = await printed('2021-03', 'instalment');
    const all = rows(root);
    const choice = all.findIndex((row) => row.includes('eftersom'));
    const under = all
      .slice(choice + 1)
      .filter((row) => row.startsWith(`${Number(all[choice]?.[0]) + 1} `));
    expect(under.slice(0, 3).map((row) => row.split(' | ')[0])).toEqual([
      '5 59,20 kr per invånare',
      '5 131,83 kr per invånare',
      '5 0 kr per invånare',
    ]);
  });

  it('follows a compensation above the threshold to what it is made of', async () => {
    // Norrbotten's costs are above it.
    const { root } = await printed('2021-03', 'instalment', '25');
    const all = rows(root);
    const choice = all.findIndex((row) => row.includes('är mer än'));
    expect(all[choice]).toMatch(/^4 [1-9]/);
    const under = all.slice(choice + 1).filter((row) => row.startsWith('5 '));
    expect(under.slice(0, 3).at(-1)?.split(' | ')[0]?.slice(2)).toBe(
      all[choice]?.split(' | ')[0]?.slice(2),
    );
  });

  it('prints what was printed before once, and refers to it', async () => {
    const remembering = new Set<string>();
    await printed('2021-03', 'instalment', '09', remembering);
    const { root } = await printed('2021-04', 'instalment', '09', remembering);
    expect(rows(root)[1]).toMatch(/Visat ovan\.$/);
    expect(rows(root)).toHaveLength(2);
  });

  it('ends at the depth where a document ends', async () => {
    for (const [month, kind] of [
      ['2021-03', 'instalment'],
      ['2022-05', 'interim-instalment'],
    ] as const) {
      const deepest = Math.max(
        ...rows((await printed(month, kind)).root).map((row) => Number(row[0])),
      );
      expect(deepest).toBe(7);
    }
  });

  it.each([
    ['2021-03', 'instalment'],
    ['2022-02', 'rebate-forecast'],
    ['2022-02', 'ihsi-difference'],
    ['2022-05', 'rebate-settlement'],
    ['2022-05', 'corridor-benefits'],
    ['2022-05', 'corridor-hepatitis-c'],
  ])('begins with the very amount of the line (%s, %s)', async (month, kind) => {
    const { sek, root } = await printed(month, kind);
    expect(root.amount.replaceAll(/\D/g, '')).toBe(sek?.replace('-', ''));
  });
});
