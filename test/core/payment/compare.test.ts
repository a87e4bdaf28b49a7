import { describe, expect, it } from 'vitest';
import { Sek } from '../../../core/money/sek.ts';
import { type Compared, changeOf, comparePayouts } from '../../../core/payment/compare.ts';
import type { ProposedPayment } from '../../../core/payment/proposal.ts';

type Lines = { readonly [kind in ProposedPayment['lines'][number]['kind']]?: string };

/** A payout of these lines per payee, which paid the instalments of these years. */
function payout(
  payments: { readonly [payee in ProposedPayment['payee']]?: Lines },
  years: readonly number[] = [2021],
): Compared {
  const made = Object.entries(payments).map(([payee, lines]): ProposedPayment => {
    const entries = Object.entries(lines) as [keyof Lines, string][];
    return {
      payee: payee as ProposedPayment['payee'],
      ...{ name: payee, organisationNumber: '', bankgiro: '', payeeVersion: 1 },
      lines: entries.map(([kind, sek]) => ({ kind, sek, working: '' })),
      totalSek: Sek.sum(entries.map(([, sek]) => Sek.of(sek))).toString(),
    };
  });
  return {
    payments: made,
    totalSek: Sek.sum(made.map(({ totalSek }) => Sek.of(totalSek))).toString(),
    paid: [...years.map((year) => `instalment/${year}/${year}-03`), 'rebate-forecast/2021/2022-02'],
  };
}

const outliersOf = (now: Compared, before: Compared) =>
  comparePayouts(now, before).payments.map(({ outliers }) => outliers);

describe('the change since the month before', () => {
  it.each([
    ['110', '100', { sek: '10', percent: '10.0' }],
    ['90', '100', { sek: '-10', percent: '-10.0' }],
    ['1726166154', '2786075070', { sek: '-1059908916', percent: '-38.0' }],
    ['100.05', '100', { sek: '0.05', percent: '0.1' }],
    ['99.95', '100', { sek: '-0.05', percent: '-0.1' }],
    ['100.04', '100', { sek: '0.04', percent: '0.0' }],
    ['-50', '-100', { sek: '50', percent: '50.0' }],
    ['100', '100', { sek: '0', percent: '0.0' }],
    ['100', '0', { sek: '100' }],
  ])('from %s after %s is counted exactly', (now, before, change) =>
    expect(changeOf(Sek.of(now), Sek.of(before))).toEqual(change),
  );

  it('is told per payee and in total', () => {
    const { payments, total } = comparePayouts(
      payout({ '01': { instalment: '300' }, '09': { instalment: '101' } }),
      payout({ '01': { instalment: '300' }, '09': { instalment: '100' } }),
    );
    expect(payments).toEqual([
      { payee: '01', change: { sek: '0', percent: '0.0' }, outliers: [] },
      { payee: '09', change: { sek: '1', percent: '1.0' }, outliers: [] },
    ]);
    expect(total).toEqual({ sek: '1', percent: '0.3' });
  });
});

describe('worth a second look', () => {
  const before = payout({ '01': { instalment: '20000000' } });

  it('is an instalment that differs by more than the krona left over', () => {
    const now = (sek: string) => outliersOf(payout({ '01': { instalment: sek } }), before);
    expect(now('20000001')).toEqual([[]]);
    expect(now('19999999')).toEqual([[]]);
    expect(now('20000002')).toEqual([
      [{ kind: 'instalment-differs', before: '20000000', now: '20000002' }],
    ]);
    expect(now('19999998')).toHaveLength(1);
  });

  it('is no instalment of another year, or of two months at once', () => {
    const other = payout({ '01': { instalment: '20000009' } }, [2022]);
    const two = payout({ '01': { instalment: '20000009' } }, [2021, 2021]);
    expect([outliersOf(other, before), outliersOf(two, before)]).toEqual([[[]], [[]]]);
  });

  it('is no instalment when one of the months has none', () =>
    expect(outliersOf(payout({ '01': { 'local-discount': '-1' } }), before)).toEqual([[]]));

  it('is a change above a million and above a tenth in kinds that both months have', () => {
    const interim = (sek: string) => payout({ '01': { 'interim-instalment': sek } });
    const now = (sek: string, earlier: string) => outliersOf(interim(sek), interim(earlier));
    expect(now('11000000', '10000000')).toEqual([[]]);
    expect(now('11000001', '10000000')).toEqual([[{ kind: 'unexplained', sek: '1000001' }]]);
    expect(now('8999999', '10000000')).toEqual([[{ kind: 'unexplained', sek: '-1000001' }]]);
    expect(now('22000000', '20000000')).toEqual([[]]);
    expect(now('22000001', '20000000')).toEqual([[{ kind: 'unexplained', sek: '2000001' }]]);
  });

  it('is no deduction of a new kind, which is named instead, nor one that is gone', () => {
    const february = payout({
      '01': { instalment: '20000000', 'rebate-forecast': '-7000000', 'ihsi-difference': '1' },
    });
    const there = comparePayouts(february, before);
    const back = comparePayouts(before, february);
    expect([there.newKinds, there.outliers, there.payments[0]?.outliers]).toEqual([
      ['rebate-forecast', 'ihsi-difference'],
      [],
      [],
    ]);
    expect([back.newKinds, back.outliers, back.payments[0]?.outliers]).toEqual([[], [], []]);
  });

  it('is a line of a new kind more than twice as large as the others’, for the size of the region', () => {
    const months = payout({
      '01': { instalment: '90000000' },
      '09': { instalment: '10000000' },
      '03': { instalment: '10000000' },
    });
    const rebates = (sek: string) =>
      payout({
        '01': { instalment: '90000000', 'rebate-forecast': '-27000000' },
        '09': { instalment: '10000000', 'rebate-forecast': sek },
        '03': { instalment: '10000000' },
      });
    // With −7 500 000 the two are 34 500 000 of 100 000 000; twice that share of 10 000 000 is 6 900 000.
    expect(outliersOf(rebates('-7500000'), months)).toEqual([
      [],
      [{ kind: 'unlike-others', line: 'rebate-forecast', sek: '-7500000' }],
      [],
    ]);
    expect(outliersOf(rebates('-6000000'), months)).toEqual([[], [], []]);
    expect(outliersOf(rebates('-1000000'), months)).toEqual([[], [], []]);
  });

  it('is a payee that got nothing before, and one that gets nothing now', () => {
    const now = payout({ '09': { instalment: '5', 'rebate-forecast': '-2000000' } });
    const { payments, unpaidNow } = comparePayouts(now, before);
    expect(payments).toEqual([
      { payee: '09', change: { sek: '-1999995' }, outliers: [{ kind: 'not-paid-before' }] },
    ]);
    expect(unpaidNow).toEqual(['01']);
  });

  it('is a total that changed in the kinds that both months have', () => {
    const now = payout({ '01': { instalment: '20000001' }, '09': { instalment: '9000000' } });
    expect(comparePayouts(now, before).outliers).toEqual([{ kind: 'unexplained', sek: '9000001' }]);
  });
});

describe('what the agreement explains of a month’s change', () => {
  const before = payout({ '01': { instalment: '300', 'ihsi-difference': '7' } });

  it('is the kinds of line that one of the months has and the other has not', () => {
    const now = payout({ '01': { instalment: '300', 'rebate-forecast': '-120' } });
    expect(comparePayouts(now, before)).toMatchObject({
      total: { sek: '-127' },
      explained: [
        { kind: 'rebate-forecast', sek: '-120' },
        { kind: 'ihsi-difference', sek: '-7' },
      ],
      leftSek: '0',
      outliers: [],
    });
  });

  it('leaves what kinds that both months have changed by; more than a krona per payee is marked', () => {
    const two = (sek: string) => payout({ '01': { instalment: sek }, '09': { instalment: '5' } });
    expect(comparePayouts(two('302'), two('300'))).toMatchObject({ leftSek: '2', outliers: [] });
    expect(comparePayouts(two('297'), two('300'))).toMatchObject({
      explained: [],
      leftSek: '-3',
      outliers: [{ kind: 'unexplained', sek: '-3' }],
    });
  });
});
