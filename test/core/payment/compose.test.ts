import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineKind, lineKinds } from '../../../core/line-kinds.ts';
import { Sek } from '../../../core/money/sek.ts';
import { balances } from '../../../core/payment/balances.ts';
import {
  composePayments,
  type KindOfLines,
  type RegionPayment,
  sharedLines,
} from '../../../core/payment/compose.ts';
import { of, regionCodes } from '../../../core/regions.ts';
import { evaluate } from '../../evaluator/evaluate.ts';
import { cases } from '../../helpers/cases.ts';
import { sekTable } from '../amounts.ts';

const item = (kind: LineKind, lines: Parameters<typeof sekTable>[0]): KindOfLines => ({
  kind,
  lines: sekTable(lines),
});
const shown = ({ lines, total }: RegionPayment) => ({
  ...Object.fromEntries([...lines].map(([kind, { value }]) => [kind, value.toString()])),
  total: total.toString(),
});
const stockholm = (items: readonly KindOfLines[], balance?: string) =>
  of(composePayments(items, balance ? sekTable({ '01': balance }) : new Map()), '01');

describe('A region’s payment', () => {
  it('is its lines, in the order of a statement', () => {
    const payment = stockholm([
      item('ihsi-difference', { '01': '5' }),
      item('rebate-forecast', { '01': '-30' }),
      item('instalment', { '01': '100' }),
    ]);
    expect([...payment.lines.keys()]).toEqual(['instalment', 'rebate-forecast', 'ihsi-difference']);
    expect(payment.total.toString()).toBe('75');
  });

  it('holds one line of a kind: several of a kind are summed, each visible in the working', () => {
    const payment = stockholm([
      item('instalment', { '01': '100' }),
      item('instalment', { '01': '7' }),
    ]);
    expect(shown(payment)).toEqual({ instalment: '107', total: '107' });
    const working = payment.lines.get('instalment')?.working;
    expect(working?.node === 'step' && working.of.map(({ exact }) => exact.toString())).toEqual([
      '100',
      '7',
    ]);
  });

  it('holds no line of a kind whose amounts are nothing together', () => {
    const items = [
      item('corridor-benefits', { '01': '5' }),
      item('corridor-benefits', { '01': '-5' }),
    ];
    expect(shown(stockholm(items))).toEqual({ total: '0' });
  });

  it('is empty for a region that nothing is due to', () => {
    const payments = composePayments([item('instalment', { '03': '1' })], new Map());
    expect(payments.size).toBe(regionCodes.length);
    expect(shown(of(payments, '01'))).toEqual({ total: '0' });
  });

  it('never falls below zero: the rest is carried forward', () => {
    expect(shown(stockholm([item('rebate-settlement', { '01': '-40' })]))).toEqual({
      'rebate-settlement': '-40',
      'carried-forward': '40',
      total: '0',
    });
  });

  it('settles what the region brought with it', () => {
    const items = [item('instalment', { '01': '100' })];
    expect(shown(stockholm(items, '-30'))).toEqual({
      instalment: '100',
      'carried-forward': '-30',
      total: '70',
    });
    expect(shown(stockholm(items, '30'))).toEqual({
      instalment: '100',
      'carried-forward': '30',
      total: '130',
    });
    expect(shown(stockholm(items, '-130'))).toEqual({
      instalment: '100',
      'carried-forward': '-100',
      total: '0',
    });
  });
});

const amounts = fc.array(
  fc.tuple(
    fc.constantFrom(...lineKinds.filter((kind) => kind !== 'carried-forward')),
    fc.bigInt(-1_000n, 1_000n),
  ),
  { maxLength: 12 },
);

describe('Over any months', () => {
  it('a region is paid what its lines come to and what it still owes; nobody is paid below zero', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 12 }), (months) => {
        const carried: Parameters<typeof balances>[0][number][] = [];
        let [due, paid] = [Sek.zero, Sek.zero];
        for (const lines of months) {
          const items = lines.map(([kind, sek]) => item(kind, { '01': `${sek}` }));
          const payment = of(composePayments(items, balances(carried)), '01');
          expect(payment.total.isNegative()).toBe(false);
          due = due.plus(Sek.whole(lines.reduce((sum, [, sek]) => sum + sek, 0n)));
          paid = paid.plus(payment.total);
          const line = payment.lines.get('carried-forward');
          if (line) carried.push({ region: '01', carried: line });
          for (const { value, working } of payment.lines.values())
            expect(evaluate(working)).toEqual([value.kronor(), 1n]);
          const left = balances(carried).get('01')?.value ?? Sek.zero;
          expect(paid.plus(left)).toEqual(due);
        }
      }),
      cases(1_000),
    );
  });
});

describe('A line that items of several agreement years make up', () => {
  const ofYear = (agreementYear: number, ...given: Parameters<typeof item>) => ({
    ...item(...given),
    agreementYear,
  });
  const shares = (items: Parameters<typeof sharedLines>[0]) =>
    sharedLines(items).map(({ kind, agreementYear, region, amount }) => [
      ...[kind, agreementYear, region],
      amount.value.toString(),
    ]);

  it('says what each year has in it, also where nothing is left of the line', () => {
    const items = [
      ofYear(2021, 'instalment', { '01': '100', '03': '5' }),
      ofYear(2022, 'instalment', { '01': '-100' }),
      ofYear(2022, 'instalment', { '01': '7' }),
      ofYear(2022, 'interim-instalment', { '01': '9' }),
    ];
    expect(shares(items)).toEqual([
      ['instalment', 2021, '01', '100'],
      ['instalment', 2021, '03', '5'],
      ['instalment', 2022, '01', '-93'],
    ]);
  });

  it('is none where all items are of one year', () => {
    const items = [
      ofYear(2021, 'instalment', { '01': '100' }),
      ofYear(2021, 'instalment', { '01': '7' }),
    ];
    expect(shares(items)).toEqual([]);
  });
});
