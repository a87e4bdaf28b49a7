import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { resultJson } from '../../local/report/result-json.ts';
import type { YearResult } from '../../local/report/year-result.ts';
import { onlyEvent, paymentsProposed, recordBytes, vouchers, wrongIn } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

/** Worked out by another program in another language, from the agreement's arithmetic and the same files. */
const golden = JSON.parse(readFileSync('test/core/golden/sample-2021.json', 'utf8'));

let year: RanYear;
beforeAll(async () => {
  year = await ranYear();
});

/** The months of a result in the form of the golden file. */
const asGolden = ({ payments }: YearResult) =>
  Object.fromEntries(
    payments.map(({ month, payDay, totalSek, regions }) => [
      month,
      {
        payDay,
        totalSek,
        lines: Object.fromEntries(
          regions.map(({ code, lines }) => [
            code,
            Object.fromEntries(lines.map(({ kind, sek }) => [kind, sek])),
          ]),
        ),
      },
    ]),
  );

/** A month's national sum of each kind. */
const sumsOf = (month: string): Record<string, string> => {
  const sums = new Map<string, bigint>();
  const payment = year.result.payments.find((each) => each.month === month);
  for (const { lines } of payment?.regions ?? [])
    for (const { kind, sek } of lines) sums.set(kind, (sums.get(kind) ?? 0n) + BigInt(sek));
  return Object.fromEntries([...sums].map(([kind, sek]) => [kind, String(sek)]));
};

describe('The sample year, run by the state machines,', () => {
  it('pays every region every line to the krona as an independent program works it out', () => {
    expect(asGolden(year.result)).toEqual(golden.months);
    expect(year.result.grants).toEqual(golden.grants);
    expect(year.result.potSek).toBe('33432900840');
  });

  it.each([
    ['2021-03', '2021-03-01', '2786075070', { instalment: '2786075070' }],
    ['2021-04', '2021-04-01', '2786075070', { instalment: '2786075070' }],
    ['2021-05', '2021-05-03', '2786075070', { instalment: '2786075070' }],
    ['2021-06', '2021-06-01', '2786075070', { instalment: '2786075070' }],
    ['2021-07', '2021-07-01', '2786075070', { instalment: '2786075070' }],
    ['2021-08', '2021-08-02', '2786075070', { instalment: '2786075070' }],
    ['2021-09', '2021-09-01', '2786075070', { instalment: '2786075070' }],
    ['2021-10', '2021-10-01', '2786075070', { instalment: '2786075070' }],
    ['2021-11', '2021-11-01', '2786075070', { instalment: '2786075070' }],
    ['2021-12', '2021-12-01', '2786075070', { instalment: '2786075070' }],
    ['2022-01', '2022-01-03', '2786075070', { instalment: '2786075070' }],
    [
      '2022-02',
      '2022-02-01',
      '1726166154',
      { instalment: '2786075070', 'rebate-forecast': '-1060000000', 'ihsi-difference': '91084' },
    ],
    [
      '2022-03',
      '2022-03-01',
      '2858750000',
      { 'interim-instalment': '2860000000', 'local-discount': '-1250000' },
    ],
    ['2022-04', '2022-04-01', '2860000000', { 'interim-instalment': '2860000000' }],
    [
      '2022-05',
      '2022-05-02',
      '2713400000',
      {
        'interim-instalment': '2860000000',
        'rebate-settlement': '-12000000',
        'corridor-benefits': '-129000000',
        'corridor-hepatitis-c': '-5600000',
      },
    ],
  ])('pays in %s, on %s, %s kronor', (month, payDay, totalSek, sums) => {
    const payment = year.result.payments.find((each) => each.month === month);
    expect([payment?.payDay, payment?.totalSek]).toEqual([payDay, totalSek]);
    expect(sumsOf(month)).toEqual(sums);
  });

  it('pays in no other month', () => {
    expect(year.result.payments).toHaveLength(15);
  });

  it('pays SOL as agreed and IHSI at the rate of its payment day', () => {
    // 395 500 euros × 10.1342 = 4 008 076.1 kronor.
    expect(year.result.requisitions).toEqual([
      { kind: 'sol', sek: '7000000', paidOn: '2021-10-11' },
      { kind: 'ihsi', sek: '4008076', rate: '10.1342', paidOn: '2021-06-15' },
    ]);
    expect(onlyEvent(year.found, 'requisition-2021-ihsi', 'recorded').differenceSek).toBe('91084');
  });

  it('proposes, approves and pays IHSI on its payment day and no other', () => {
    const days = ['proposed', 'release-ordered'] as const;
    for (const type of days)
      expect(onlyEvent(year.found, 'requisition-2021-ihsi', type).at.slice(0, 10)).toBe(
        '2021-06-15',
      );
  });

  it('books seventeen vouchers without gaps: twelve in 2021 and five in 2022', () => {
    const numbers = (of: string) =>
      vouchers(year.found)
        .filter(({ day }) => day.startsWith(of))
        .map(({ number }) => number);
    expect(year.result.vouchers).toBe(17);
    expect(numbers('2021')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(numbers('2022')).toEqual([1, 2, 3, 4, 5]);
  });

  it('prepares, approves, sends, books and settles the same kronor in every month', () => {
    for (const { month, totalSek } of year.result.payments) {
      const released = onlyEvent(year.found, `payout-${month}`, 'release-ordered');
      const [proposed] = paymentsProposed(year.found, `payout-${month}`);
      const voucher = vouchers(year.found).find(({ key }) => key === released.voucherKey);
      const settled = onlyEvent(year.found, `payout-${month}`, 'settled');
      expect([proposed?.totalSek, voucher?.cashSek, settled.totalSek]).toEqual(
        Array(3).fill(totalSek),
      );
    }
  });

  it('warns both approvers of December, which takes 166 758 776 kronor of the credit', () => {
    // 4 000 000 000 + 10 × 2 786 075 070 + 7 000 000 + 4 008 076 − 31 705 000 000 = 166 758 776.
    const warned = year.result.payments
      .filter(({ month }) => paymentsProposed(year.found, `payout-${month}`)[0]?.warnings.length)
      .map(({ month }) => month);
    expect(warned).toEqual(['2021-12']);
    expect(onlyEvent(year.found, 'payout-2021-12', 'proposed').warnings).toEqual([
      'takes 166758776 kronor of the credit of 2021; 625866224 are left',
    ]);
  });

  it('holds every check, leaves nothing waiting and no execution failed', () => {
    expect(year.checks).toHaveLength(4 * 15);
    expect(year.checks.filter(({ held }) => !held)).toEqual([]);
    expect(year.waiting).toEqual([]);
    expect(year.failed).toEqual([]);
    expect(wrongIn(year.found)).toEqual([]);
  });
});

describe('The JSON of the sample year', () => {
  const json = () => JSON.parse(resultJson(year.result));

  it('has these keys, in this order, and no others', () => {
    expect(Object.keys(json())).toEqual([
      'agreementYear',
      'potSek',
      'grants',
      'payments',
      'requisitions',
      'vouchers',
      'headHash',
    ]);
    for (const payment of json().payments) {
      expect(Object.keys(payment)).toEqual(['month', 'payDay', 'totalSek', 'regions']);
      for (const region of payment.regions) {
        expect(Object.keys(region)).toEqual(['code', 'totalSek', 'lines']);
        for (const line of region.lines) expect(Object.keys(line)).toEqual(['kind', 'sek']);
      }
    }
  });

  it('says everything in the types that were agreed: kronor as text, the head hash as 64 hex digits', () => {
    const { agreementYear, vouchers: count, headHash, payments, grants } = json();
    expect([agreementYear, count]).toEqual([2021, 17]);
    expect(headHash).toMatch(/^[0-9a-f]{64}$/);
    const kronor = [
      ...Object.values<string>(grants),
      ...payments.flatMap(({ totalSek, regions }: YearResult['payments'][number]) => [
        totalSek,
        ...regions.flatMap((region) => [region.totalSek, ...region.lines.map(({ sek }) => sek)]),
      ]),
    ];
    expect(kronor).toHaveLength(21 + 15 + 15 * 21 + 421);
    for (const sek of kronor) expect(sek).toMatch(/^(0|-?[1-9]\d*)$/);
  });
});

describe('A second run over the same records', () => {
  it('changes nothing and pays nothing', async () => {
    const again = await ranYear({ records: year.records });
    expect(again.result).toEqual(year.result);
    expect(again.found).toEqual(year.found);
    expect(recordBytes(again.found)).toBe(recordBytes(year.found));
  });
});
