import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportedPayment } from '../../../../core/bank/report.ts';
import { readReport } from '../../../../functions/bank/read-report/read-report.ts';
import { cases } from '../../../helpers/cases.ts';
import { type AccountEntry, type Booked, bytesOf, camt } from '../bank-reports.ts';

const message = 'STB-PAY-2021-03';
const booked = (payee: string, sek?: string): Booked => ({
  endToEndId: `${message}-${payee}`,
  ...(sek !== undefined && { sek }),
});

function read(...entries: readonly AccountEntry[]): readonly ReportedPayment[] {
  const report = readReport(bytesOf(camt({ entries })));
  if (!report.ok) throw new Error(JSON.stringify(report.refusal));
  return report.value.payments;
}

/** In short: `booked 01 60`, `other 01 60`, `booked – 100`. */
const told = (...entries: readonly AccountEntry[]): readonly string[] =>
  read(...entries).map(
    ({ result, endToEndId = '–', amount = '–' }) =>
      `${result} ${endToEndId.replace(`${message}-`, '')} ${amount}`,
  );

const payments = [booked('01', '60'), booked('03', '40')];

describe('An entry that moved', () => {
  it('what it names tells of each payment, and of nothing besides', () => {
    expect(told({ sek: '100.00', payments })).toEqual(['booked 01 60', 'booked 03 40']);
  });

  it('more than it names tells of each payment, and of the rest as a movement that no id leads to', () => {
    const [, , rest] = read({ sek: '100.5', reference: 'R', payments });
    expect(told({ sek: '100.5', payments })).toEqual([
      ...['booked 01 60', 'booked 03 40', 'booked – 0.5'],
    ]);
    expect(rest).toEqual({
      ...{ result: 'booked', status: 'BOOK DBIT PMNT/ICDT/DMCT', amount: '0.5', currency: 'SEK' },
      ...{ bankReference: 'R', entryReference: 'R' },
      place: expect.objectContaining({ entry: 1 }),
    });
  });

  it.each(['99.99999', '60', '1', '0'])(
    'less than it names (%s of 100) tells of no payment, and of itself',
    (sek) => {
      expect(told({ sek, payments })).toEqual(['other 01 60', 'other 03 40', `booked – ${sek}`]);
      expect(read({ sek, payments }).map(({ unclear }) => unclear)).toEqual([
        true,
        true,
        undefined,
      ]);
    },
  );

  it('less than it names is for a person also when what it names has come back', () => {
    const returned = { code: 'AC04' };
    const back = { direction: 'CRDT', payments: [{ ...booked('01', '60'), returned }] } as const;
    expect(told({ sek: '60', ...back })).toEqual(['returned 01 60']);
    expect(told({ sek: '59', ...back })).toEqual(['other 01 60', 'other – 59']);
  });

  it('less than one of two payments states tells of neither, though the other states nothing', () => {
    const one = [booked('01', '60'), booked('03')];
    expect(told({ sek: '59', payments: one })).toEqual([
      'other 01 60',
      'other 03 –',
      'booked – 59',
    ]);
    expect(told({ sek: '60', payments: one })).toEqual(['booked 01 60', 'booked 03 –']);
    // What the other one was cannot be known, so nothing is left over.
    expect(told({ sek: '90', payments: one })).toEqual(['booked 01 60', 'booked 03 –']);
  });

  it('both ways is the difference of the two', () => {
    const returned = { code: 'AC04' };
    const both = [
      booked('01', '60'),
      { ...booked('03', '40'), direction: 'CRDT', returned } as const,
    ];
    expect(told({ sek: '20', payments: both })).toEqual(['booked 01 60', 'returned 03 40']);
    expect(told({ sek: '19', payments: both })).toEqual([
      ...['other 01 60', 'other 03 40', 'booked – 19'],
    ]);
  });

  it('nothing yet is not held against what it names', () => {
    const pending = { sek: '1', status: 'PDNG', payments };
    expect(told(pending)).toEqual(['other 01 60', 'other 03 40']);
    expect(read(pending).some(({ unclear }) => unclear)).toBe(false);
  });

  it('another currency cannot hold payments in kronor: none of them is told', () => {
    expect(told({ sek: '100', currency: 'EUR', payments })).toEqual(['other 01 60', 'other 03 40']);
  });

  it('kronor leaves a payment in another currency as it is: its amount differs from what was sent', () => {
    const inEuro = [booked('01', '60'), { ...booked('03', '40'), currency: 'EUR' }];
    expect(told({ sek: '100', payments: inEuro })).toEqual(['booked 01 60', 'booked 03 40']);
  });

  it('any sum never tells of more than it moved', () => {
    const amount = fc.bigInt(0n, 1000n);
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 5 }), (moved, amounts) => {
        const all = amounts.map((each, index) => booked(`0${index}`, `${each}`));
        const out = read({ sek: `${moved}`, payments: all }).filter(({ unclear }) => !unclear);
        expect(out.reduce((sum, each) => sum + BigInt(each.amount ?? 0), 0n)).toBe(moved);
      }),
      cases(200),
    );
  });
});

describe('A batch', () => {
  const batch = { messageId: message, number: 2, sek: '100' };
  const held = ['booked 01 60', 'booked 03 40'];
  const refused = ['other 01 60', 'other 03 40', 'booked – 100'];

  it('of which all is named holds number and sum of what is named', () => {
    expect(told({ sek: '100', batch, payments })).toEqual(held);
    expect(told({ sek: '100', batch: { messageId: message }, payments })).toEqual(held);
  });

  it.each([
    ['of more payments', { number: 21 }],
    ['of fewer payments', { number: 1 }],
    ['of a larger sum', { sek: '100.01' }],
    ['of a smaller sum', { sek: '99.99' }],
  ])('%s than are named in an entry of that sum tells of none', (_what, other) => {
    expect(told({ sek: '100', batch: { ...batch, ...other }, payments })).toEqual(refused);
  });

  it('of which a part is named tells of that part; the rest of the entry is a movement of its own', () => {
    const larger = { messageId: message, number: 21, sek: '1000' };
    expect(told({ sek: '1000', batch: larger, payments })).toEqual([...held, 'booked – 900']);
  });

  it('of which all is named, and the entry moved more, is held by its own sum', () => {
    expect(told({ sek: '101', batch, payments })).toEqual([...held, 'booked – 1']);
    const other = { ...batch, sek: '101' };
    expect(told({ sek: '101', batch: other, payments })).toEqual([
      ...['other 01 60', 'other 03 40', 'booked – 101'],
    ]);
  });

  it('of another currency than the entry is held by its number alone', () => {
    const xml = camt({ entries: [{ sek: '100', batch: { ...batch, sek: '7' }, payments }] });
    const inEuro = xml.replace('<TtlAmt Ccy="SEK">', '<TtlAmt Ccy="EUR">');
    const report = readReport(bytesOf(inEuro));
    expect(report.ok && report.value.payments.map(({ result }) => result)).toEqual([
      ...['booked', 'booked'],
    ]);
  });

  it('without payments is held against the entry, too', () => {
    const alone = { messageId: message, number: 21, sek: '1000' };
    expect(told({ sek: '1000', batch: alone })).toEqual(['booked – 1000']);
    expect(told({ sek: '1', batch: alone })).toEqual(['other – 1000', 'booked – 1']);
    expect(told({ sek: '1001', batch: alone })).toEqual(['booked – 1000', 'booked – 1']);
  });
});
