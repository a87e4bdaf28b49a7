import { describe, expect, it } from 'vitest';
import { refuseWrongSums } from '../../../local/report/sums.ts';
import { troubleLines, troublesTable } from '../../../local/report/troubles.ts';
import type { YearResult } from '../../../local/report/year-result.ts';
import type { Trouble, YearTroubles } from '../../../local/report/year-troubles.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const rejected: Trouble = {
  ...{ on: '2021-04-01', what: 'rejected', run: 'payout-2021-04', payee: '05' },
  ...{ sek: '1200', code: 'AC04', became: 'reissue-2021-04-05-1' },
};
const returned: Trouble = {
  ...{ on: '2022-05-04', what: 'returned', run: 'payout-2022-05', payee: '13' },
  ...{ sek: '30000', code: 'AC06' },
};
const toNextMonth: Trouble = { ...returned, on: '2022-05-05', payee: '24', became: 'next-month' };
const unreadable: Trouble = {
  ...{ on: '2022-05-06', what: 'unreadable', code: 'not-xml', file: 'LOKALBANK-1.xml' },
};
const late: Trouble = {
  ...{ on: '2022-05-09', what: 'booked-late', run: 'payout-2022-05', payee: '14', sek: '5' },
};

const year: YearTroubles = {
  troubles: [rejected, returned, toNextMonth, unreadable, late],
  reissues: [{ run: 'reissue-2021-04-05-1', payee: '05', sek: '1200', paidOn: '2021-04-06' }],
  payees: [
    { payee: '05', paidSek: '1200', heldSek: '0' },
    { payee: '13', paidSek: '0', heldSek: '30000' },
  ],
};

describe('The lines of a month', () => {
  it.each([
    [
      rejected,
      '2021-04  trouble          payout-2021-04 05 rejected by the bank (AC04), again as reissue-2021-04-05-1',
    ],
    [returned, '2022-05  trouble          payout-2022-05 13 came back (AC06), still held'],
    [
      { ...returned, became: 'booked-anew' },
      '2022-05  trouble          payout-2022-05 13 came back (AC06), carried out by the bank after all',
    ],
    [
      toNextMonth,
      '2022-05  trouble          payout-2022-05 24 came back (AC06), with the next payment',
    ],
    [
      unreadable,
      '2022-05  trouble          LOKALBANK-1.xml: the bank sent what cannot be read (not-xml)',
    ],
    [late, '2022-05  trouble          payout-2022-05 14 was booked late'],
  ])('say what happened, and what became of it', (trouble, line) => {
    expect(troubleLines(trouble.on.slice(0, 7), [trouble])).toEqual([line]);
  });

  it('are of that month only, and none when all went well', () => {
    expect(troubleLines('2021-04', year.troubles)).toHaveLength(1);
    expect(troubleLines('2021-05', year.troubles)).toEqual([]);
  });

  it('say in one line that a file was rejected with many payments, and name the one of a file with one', () => {
    const of = (payee: '05' | '12'): Trouble => ({ ...rejected, what: 'file-rejected', payee });
    expect(troubleLines('2021-04', [of('05'), of('12')])).toEqual([
      '2021-04  trouble          payout-2021-04 2 payments rejected with its whole file',
    ]);
    expect(troubleLines('2021-04', [of('05')])).toEqual([
      '2021-04  trouble          payout-2021-04 05 rejected with its whole file (AC04), again as reissue-2021-04-05-1',
    ]);
  });
});

describe('The table of what did not go smoothly', () => {
  const text = plain(troublesTable(year));

  it('has each trouble with its kronor and what became of it, in the order in which it became known', () => {
    expect(text.split('\n').slice(0, 8)).toEqual([
      'Between the bank and us',
      'known on    of               to      kr  what                                         what became of it',
      '─'.repeat(115),
      '2021-04-01  payout-2021-04   05   1 200  rejected by the bank (AC04)                  again as reissue-2021-04-05-1',
      '2022-05-04  payout-2022-05   13  30 000  came back (AC06)                             still held',
      '2022-05-05  payout-2022-05   24  30 000  came back (AC06)                             with the next payment',
      '2022-05-06  LOKALBANK-1.xml              the bank sent what cannot be read (not-xml)',
      '2022-05-09  payout-2022-05   14       5  was booked late',
    ]);
  });

  it('says in sums what came back, what was sent again, and what is still held, by payee', () => {
    expect(text.split('\n').slice(9, 13)).toEqual([
      'came back             61 200 kr  3 payments',
      'sent again             1 200 kr  1 payment',
      'still held            30 000 kr  1 payee',
      '  13                  30 000 kr',
    ]);
  });
});

describe('A result in which a region was paid what it is not due', () => {
  const result = (heldSek: string): YearResult => ({
    ...{
      agreementYear: 2021,
      potSek: '0',
      grants: {},
      requisitions: [],
      vouchers: 0,
      headHash: '',
    },
    payments: [
      {
        ...{ month: '2021-06', payDay: '2021-06-01', totalSek: '10', paidSek: '0' },
        regions: [
          {
            ...{ code: '05', totalSek: '10', paidSek: '0' },
            lines: [{ kind: 'instalment', sek: '10' }],
          },
        ],
      },
      {
        ...{ month: '2021-07', payDay: '2021-07-01', totalSek: '17' },
        regions: [
          {
            ...{ code: '05', totalSek: '17' },
            lines: [
              { kind: 'instalment', sek: '7' },
              { kind: 'carried-forward', sek: '10' },
            ],
          },
        ],
      },
    ],
    bank: { troubles: [], reissues: [], payees: [{ payee: '05', paidSek: '17', heldSek }] },
  });

  it('is refused where its months do not say that they paid it what it was paid', () => {
    const paid = result('0');
    const [june, ...later] = paid.payments;
    const { paidSek: _, ...whole } = june ?? { month: '', payDay: '', totalSek: '', regions: [] };
    const regions = whole.regions.map(({ paidSek: _of, ...region }) => region);
    expect(() => refuseWrongSums({ ...paid, payments: [{ ...whole, regions }, ...later] })).toThrow(
      '05: 17 kr were paid; its months say that 27 kr were.',
    );
    const month = { ...whole, ...june, paidSek: '10' };
    expect(() => refuseWrongSums({ ...paid, payments: [month, ...later] })).toThrow(
      '2021-06: the regions were paid 0 kr, the month says 10 kr.',
    );
  });

  it('is refused, by the region; what it brought with it from a month before is counted once', () => {
    expect(() => refuseWrongSums(result('0'))).not.toThrow();
    expect(() => refuseWrongSums(result('1'))).toThrow(
      '05: its lines sum to 17 kr; 17 kr were paid and 1 kr are held.',
    );
  });
});
