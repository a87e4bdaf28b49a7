import { describe, expect, it } from 'vitest';
import { paymentFileName } from '../../../../core/bank/payment-file-name.ts';
import { readTally } from '../../../../functions/api/operations/read-tally.ts';
import { newWorld, type World } from '../../support/world.ts';
import { cases, released } from '../../support/year.ts';
import { paidUntil } from '../paid-year.ts';
import { readAs } from '../read-as.ts';

const at = '2022-01-25T09:00:00Z';
const tally = (world: World, year: number, language: 'sv' | 'en' = 'sv') =>
  readAs('readTally', readTally, world, { at, language, parameters: { year } });

describe('The tally of a year', () => {
  it('is told per run, per payee and in total', async () => {
    const shown = await tally(await paidUntil('2021-07'), 2021);
    expect(shown.holds).toBe(true);
    expect(
      shown.runs.map(({ run, paidOn, holds, total }) => [run, paidOn, holds, total.settled]),
    ).toEqual([
      ['payout-2021-03', '2021-03-01', true, '2786075070'],
      ['payout-2021-04', '2021-04-01', true, '2786075070'],
      ['payout-2021-05', '2021-05-03', true, '2786075070'],
      ['payout-2021-06', '2021-06-01', true, '2786075070'],
      ['requisition-2021-ihsi', '2021-06-15', true, '4008076'],
      ['payout-2021-07', '2021-07-01', true, '2786075070'],
    ]);
    expect(shown.rows.map(({ payee }) => payee)).toHaveLength(22);
    const runs = shown.runs.flatMap(({ rows }) => rows).filter(({ payee }) => payee === '05');
    const sum = runs.reduce((all, { prepared }) => all + BigInt(prepared), 0n);
    expect(shown.rows.find(({ payee }) => payee === '05')).toMatchObject({
      name: 'Region Östergötland',
      prepared: `${sum}`,
      differs: [],
    });
    expect(shown.total).toMatchObject({ name: 'Summa', settled: '13934383426', differs: [] });
  });

  it('names what differs, by run and payee, with both sides, in the language asked for', async () => {
    const world = await released();
    const name = paymentFileName(cases.march);
    const text = world.paymentFiles.text(name) ?? '';
    const [, sek = ''] = /STB-PAY-2021-03-03<[\s\S]*?"SEK">(\d+)\.00</.exec(text) ?? [];
    const changed = text.replace(`>${sek}.00<`, `>${sek}.01<`);
    world.paymentFiles.tamper(name, new TextEncoder().encode(changed));
    const shown = await tally(world, 2021);
    expect(shown.holds).toBe(false);
    expect(shown.runs[0]?.holds).toBe(false);
    expect(shown.runs[0]?.rows.find(({ payee }) => payee === '03')?.differs[0]).toBe(
      `godkänt av två ${sek} kr, i betalningsfilen ${sek}.01 kr`,
    );
    const row = (await tally(world, 2021, 'en')).rows.find(({ payee }) => payee === '03');
    expect(row?.filed).toBe(`${sek}.01`);
    expect(row?.differs[0]).toBe(
      `the payout of March 2021: approved by two ${sek} kr, in the payment file ${sek}.01 kr`,
    );
    expect(shown.total.differs[0]).toContain('utbetalningen för mars 2021: filens betalningar');
    expect((await tally(world, 2021, 'en')).total.name).toBe('Total');
  });

  it('is empty where nothing was paid', async () => {
    expect(await tally(newWorld(), 2021)).toMatchObject({ holds: true, runs: [], rows: [] });
  });
});
