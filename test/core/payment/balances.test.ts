import { describe, expect, it } from 'vitest';
import { type BalanceEntry, balances } from '../../../core/payment/balances.ts';
import type { RegionCode } from '../../../core/regions.ts';
import { kronor, texts } from '../amounts.ts';

const entry = (region: RegionCode, sek: string): BalanceEntry => ({ region, carried: kronor(sek) });

describe('A region’s balance', () => {
  it('is nothing when nothing was carried', () => {
    expect(balances([]).size).toBe(0);
  });

  it('is the opposite of what its last payment carried forward', () => {
    expect(texts(balances([entry('01', '100')]))).toEqual({ '01': '-100' });
  });

  it('is worked off over several months, until nothing is owed', () => {
    const months = ['100', '-60', '-30', '-10'].map((sek) => entry('01', sek));
    const after = [1, 2, 3, 4].map((count) => texts(balances(months.slice(0, count))));
    expect(after).toEqual([{ '01': '-100' }, { '01': '-40' }, { '01': '-10' }, {}]);
  });

  it('grows by a payment that came back: it is owed to the region', () => {
    expect(texts(balances([entry('03', '-500')]))).toEqual({ '03': '500' });
    expect(texts(balances([entry('03', '100'), entry('03', '-500')]))).toEqual({ '03': '400' });
  });

  it('is each region’s own, in the order of their codes', () => {
    const own = balances([entry('25', '1'), entry('01', '2'), entry('03', '3')]);
    expect([...own].map(([region, { value }]) => [region, value.toString()])).toEqual([
      ['01', '-2'],
      ['03', '-3'],
      ['25', '-1'],
    ]);
  });

  it('shows in its working everything that it was made of', () => {
    const working = balances([entry('01', '100'), entry('01', '-60')]).get('01')?.working;
    expect(working).toMatchObject({
      operation: 'negated',
      why: { rule: 'payment/balances', cites: [{ source: 'readings', place: 'R-11' }] },
      of: [{ operation: 'sum', of: [{ node: 'input' }, { node: 'input' }] }],
    });
  });
});
