import { describe, expect, it } from 'vitest';
import { yearSummary } from '../../../local/report/summary.ts';
import { yearTable } from '../../../local/report/table.ts';
import { monthPayment, sampleLikeResult } from '../../fixtures/year-result.ts';

const { result, checks } = sampleLikeResult();
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const rowOf = (text: string, start: string): string =>
  plain(text)
    .split('\n')
    .find((row) => row.startsWith(start)) ?? `no row ${start}`;

describe("the year's table", () => {
  const table = yearTable(result, checks);

  it('has a row for each month with its pay day, amounts by kind, total and checks', () => {
    expect(rowOf(table, '2021-03').split(/ {2,}/)).toEqual(
      ['2021-03', '2021-03-01', '2 786 075 070']
        .concat(Array.from({ length: 7 }, () => '·'))
        .concat('2 786 075 070', '4/4 ✓'),
    );
    expect(rowOf(table, '2022-05').split(/ {2,}/)).toEqual([
      '2022-05',
      '2022-05-02',
      '·',
      '2 860 000 000',
      '·',
      '·',
      '·',
      '−12 000 000',
      '−129 000 000',
      '−5 600 000',
      '2 713 400 000',
      '4/4 ✓',
    ]);
  });

  it('ends in national sums by kind', () => {
    expect(rowOf(table, 'sum').split(/ {2,}/)).toEqual([
      'sum',
      '33 432 900 840',
      '8 580 000 000',
      '−1 060 000 000',
      '91 084',
      '−1 250 000',
      '−12 000 000',
      '−129 000 000',
      '−5 600 000',
      '40 805 141 924',
    ]);
  });

  it('sets amounts right-aligned under their heads', () => {
    const rows = plain(table).split('\n');
    const end = rows[1]?.indexOf('total, kr') ?? -1;
    for (const start of ['2021-03', '2022-02', '2022-05', 'sum']) {
      const row = rows.find((one) => one.startsWith(start)) ?? '';
      expect(row.slice(end + 'total, kr'.length - 4, end + 'total, kr'.length)).toMatch(/ \d{3}$/);
    }
  });

  it('fits in 160 columns, without escape codes and without blanks at line ends', () => {
    for (const row of table.split('\n')) {
      expect(row.length).toBeLessThanOrEqual(160);
      expect(row).not.toMatch(/\p{Cc}|\s$/u);
    }
  });

  it('has columns, and a legend, for kinds that moved money and for no other', () => {
    const few = yearTable(
      {
        ...result,
        payments: [
          monthPayment('2021-03', '2021-03-01', { instalment: '21', 'ihsi-difference': '0' }),
        ],
      },
      [],
    );
    expect(few).not.toContain('IHSI');
    expect(few).not.toContain('carried');
    expect(plain(few).split('\n')[1]).toBe('month    pay day     instalment  total, kr  checks');
    expect(plain(few)).toContain("instalment  a twelfth of the year's grant");
  });

  it('shows a kind that sums to zero nationally but moves money between regions', () => {
    const moved = yearTable(
      {
        ...result,
        payments: [
          {
            month: '2022-05',
            payDay: '2022-05-02',
            totalSek: '0',
            regions: [
              { code: '01', totalSek: '5', lines: [{ kind: 'rebate-settlement', sek: '5' }] },
              { code: '03', totalSek: '-5', lines: [{ kind: 'rebate-settlement', sek: '-5' }] },
            ],
          },
        ],
      },
      [],
    );
    expect(rowOf(moved, '2022-05').split(/ {2,}/)).toEqual([
      '2022-05',
      '2022-05-02',
      '0',
      '0',
      'none',
    ]);
  });

  it('names the checks that did not hold', () => {
    const failed = checks.map((check) =>
      check.month === '2021-04' && check.name === 'authority' ? { ...check, held: false } : check,
    );
    expect(rowOf(yearTable(result, failed), '2021-04')).toMatch(/ {2}3\/4 ✗ authority$/);
  });

  it('refuses a result that does not add up', () => {
    const [first, ...rest] = result.payments;
    if (first === undefined) throw new Error('The fixture has payments.');
    const wrong = { ...result, payments: [{ ...first, totalSek: '2786075071' }, ...rest] };
    expect(() => yearTable(wrong, checks)).toThrow(
      "2021-03: the regions sum to 2786075070 kr, the month's total is 2786075071 kr.",
    );
  });

  it('says so when nothing has been paid', () => {
    expect(yearTable({ ...result, payments: [] }, [])).toBe('No payment has been made.\n');
  });
});

describe("the year's summary", () => {
  it('shows pot, grants, payments, requisitions, vouchers, what waits, and the head hash', () => {
    expect(
      plain(yearSummary(result, [])),
    ).toBe(`pot 2021         33 432 900 840  shared among the regions
Σ grants         33 432 900 840  to 21 regions: the pot ✓
paid to regions  40 805 141 924  in 15 months
SOL, to SKR           7 000 000  paid 2021-10-11
IHSI, to SKR          4 008 076  paid 2021-06-15 at 10.1342 kr for a euro
vouchers                     17

Nothing waits.

head hash ${'ab'.repeat(32)}
`);
  });

  it('says what waits, for what and since when', () => {
    const waiting = [
      { what: 'payout-2022-02', forWhat: 'rebate-forecast', since: '2022-01-25' },
      { what: 'payout-2022-03', forWhat: 'local-discounts', since: '2022-02-22' },
    ];
    expect(plain(yearSummary(result, waiting))).toContain(`
Waiting:
  payout-2022-02  for rebate-forecast  since 2022-01-25
  payout-2022-03  for local-discounts  since 2022-02-22
`);
  });

  it('says what was not paid or decided, and grants that are off the pot', () => {
    const none = plain(yearSummary({ ...result, grants: {}, requisitions: [], payments: [] }, []));
    expect(none).toContain('Σ grants                         not decided yet');
    expect(none).toContain('SOL, to SKR                      not paid');
    expect(none).toContain('paid to regions               0  in 0 months');
    const off = plain(yearSummary({ ...result, grants: { '01': '33432900839' } }, []));
    expect(off).toContain('to 1 region: −1 off the pot ✗');
  });
});
