import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holds,
  rowsOfYear,
  type TallyRow,
  tallyOf,
  withoutUnordered,
} from '../../../core/bank/tally.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { BankWord, CaseEvent } from '../../../core/payment/events.ts';
import { fold, unopened } from '../../../core/payment/evolve.ts';
import { linesToTakeBack } from '../../../core/payment/lines.ts';
import { afterwardsKey, anewEntries } from '../../../core/payment/voucher.ts';
import { parseCaseId } from '../../../core/record/case-id.ts';
import { cases } from '../../helpers/cases.ts';
import {
  anna,
  at,
  bothApproved,
  everythingBooked,
  happened,
  later,
  paidOut,
  ulf,
  said as word,
} from '../payment/words.ts';
import {
  cameBack,
  february,
  file,
  reversal,
  said,
  tallied,
  to01,
  to03,
  toTwo,
  voucher,
} from './tallied.ts';

const all = [
  'prepared',
  'approved',
  'filed',
  'settled',
  'returned',
  'outstanding',
  'held',
] as const;
const amountsOf = (row: Omit<TallyRow, 'payee' | 'name' | 'findings'>) =>
  all.map((amount) => row[amount].toString()).join(' ');
const rowsIn = (...given: Parameters<typeof tallied>) =>
  tallyOf(tallied(...given)).rows.map((row) => `${row.payee}: ${amountsOf(row)}`);

/** What differs: of payees by their codes, of the file as a whole under its name. */
const differsIn = (...given: Parameters<typeof tallied>) => {
  const { rows, total } = tallyOf(tallied(...given));
  return [
    ...total.findings.map((finding) => `file: ${said(finding)}`),
    ...rows.flatMap(({ payee, findings }) => findings.map((each) => `${payee}: ${said(each)}`)),
  ];
};

const books = happened.reported(...everythingBooked);
const sendsBack = happened.reported(word('01', 'booked'), word('03', 'returned', 'AC04'));
const rejects = happened.reported(word('01', 'booked'), word('03', 'rejected', 'AC03'));

describe('A payment of 60 to 01 and 40 to 03 (prepared, approved, filed, settled, returned, outstanding, held)', () => {
  it.each([
    ['was released a moment ago', [], '01: 60 60 60 0 0 60 0', '03: 40 40 40 0 0 40 0'],
    [
      'was accepted: that is a promise',
      [happened.reported(word('01', 'accepted'), word('03', 'accepted'))],
      '01: 60 60 60 0 0 60 0',
      '03: 40 40 40 0 0 40 0',
    ],
    ['was booked', [books, happened.settled], '01: 60 60 60 60 0 0 0', '03: 40 40 40 40 0 0 0'],
    [
      'was booked in part: the bank is late with the rest',
      [happened.reported(word('01', 'booked'))],
      '01: 60 60 60 60 0 0 0',
      '03: 40 40 40 0 0 40 0',
    ],
  ] as const)('%s', (_, events, ...rows) => {
    expect(rowsIn(events)).toEqual(rows);
    expect(differsIn(events)).toEqual([]);
    expect(holds(tallyOf(tallied(events)))).toBe(true);
  });

  it.each([
    ['came back in part', sendsBack],
    ['was rejected in part', rejects],
  ])(
    '%s: until it is in the journal again it is outstanding, then returned; and held',
    (_, word) => {
      expect(rowsIn([word])[1]).toBe('03: 40 40 40 0 0 40 40');
      const vouchers = [voucher, reversal()];
      // Booked, and the event that says so not yet written: counted once.
      expect(rowsIn([word], { vouchers })[1]).toBe('03: 40 40 40 0 40 0 40');
      expect(rowsIn([word, happened.returned], { vouchers })[1]).toBe('03: 40 40 40 0 40 0 40');
      expect(differsIn([word])).toEqual([]);
      expect(differsIn([word, happened.returned], { vouchers })).toEqual([]);
    },
  );

  it('is summed over its payees', () => {
    expect(amountsOf(tallyOf(tallied([books])).total)).toBe('100 100 100 100 0 0 0');
  });

  it('names its payees as they were approved', () => {
    expect(tallyOf(tallied()).rows.map(({ name }) => name)).toEqual(['Region 01', 'Region 03']);
  });
});

describe('What came back', () => {
  const vouchers = [voucher, reversal()];
  const later2 = fold([happened.proposed('P9', 1, { at: later }), happened.released('P9')]);

  it('is no longer held when a payout that was proposed later has been released', () => {
    expect(rowsIn(cameBack(), { vouchers })[1]).toBe('03: 40 40 40 0 40 0 40');
    expect(rowsIn(cameBack(), { vouchers, payouts: [later2] })[1]).toBe('03: 40 40 40 0 40 0 0');
  });

  it.each([
    ['is only proposed', fold([happened.proposed('P9', 1, { at: later })])],
    ['was proposed before anybody let it go to the next month', fold(paidOut)],
    ['is not open', unopened],
    ['was released in a record that holds no proposal', fold([happened.released()])],
  ])('is still held when the later payout %s', (_, payout) => {
    expect(rowsIn(cameBack(), { vouchers, payouts: [payout] })[1]).toBe('03: 40 40 40 0 40 0 40');
  });

  it('is no longer held when it has been sent again on its own', () => {
    const again = fold([
      happened.opened,
      { ...happened.released(), sent: [{ payee: '03', endToEndId: 'again', sek: '40' }] },
    ]);
    const reissues = new Map([['03', again]] as const);
    expect(rowsIn(cameBack('reissue'), { vouchers, reissues })[1]).toBe('03: 40 40 40 0 40 0 0');
    expect(differsIn(cameBack('reissue'), { vouchers, reissues })).toEqual([]);
  });

  it('is held until it has left again, and a payout of others does not carry it', () => {
    const reissues = new Map([['03', fold([happened.opened])]] as const);
    const given = { vouchers, reissues, payouts: [later2] };
    expect(rowsIn(cameBack('reissue'), given)[1]).toBe('03: 40 40 40 0 40 0 40');
    expect(differsIn(cameBack('reissue'), given)).toEqual([]);
  });
});

describe('It differs', () => {
  const vouchers = [voucher, reversal()];
  const settled = [books, happened.settled];

  it.each([
    [
      'when the file is not there, which is said once',
      tallied(settled, { file: { kind: 'missing' } }),
      ['file: file-missing'],
    ],
    [
      'when the file cannot be read, which is said once',
      tallied(settled, { file: { kind: 'unreadable', why: 'it is nothing' } }),
      ['file: file-unreadable it is nothing'],
    ],
    [
      'when the file pays a region one krona less, and says so in its sum',
      tallied(settled, {
        file: {
          ...file,
          payments: [{ ...to01, sek: '59.00' }, to03],
          controlSums: ['99.00', '99.00'],
        },
      }),
      ['01: filed 60 59', '01: answered 59 60'],
    ],
    [
      'when the file pays a region one öre more',
      tallied(settled, {
        file: { ...file, payments: [{ ...to01, sek: '60.01' }, to03] },
      }),
      [
        'file: control-sum 100.01 100',
        'file: control-sum 100.01 100',
        '01: filed 60 60.01',
        '01: answered 60.01 60',
      ],
    ],
    [
      'when the file pays a region twice',
      tallied(settled, {
        file: { ...file, payments: [...file.payments, to03] },
      }),
      [
        ...['file: count 3 2', 'file: count 3 2'],
        ...['file: control-sum 140 100', 'file: control-sum 140 100'],
        ...['03: filed 40 80', '03: answered 80 40'],
      ],
    ],
    [
      'when the file pays somebody whom nobody knows',
      tallied(settled, {
        file: { ...file, payments: [to01, { endToEndId: 'X', sek: '40.00' }] },
      }),
      ['file: stranger X 40', '03: filed 40 0', '03: answered 0 40'],
    ],
    [
      'when the file pays under the id of another case',
      tallied(settled, {
        file: {
          ...file,
          payments: [to01, { endToEndId: 'STB-PAY-2022-03-03', sek: '40.00' }],
        },
      }),
      ['file: stranger STB-PAY-2022-03-03 40', '03: filed 40 0', '03: answered 0 40'],
    ],
    [
      'when the file is another case’s',
      tallied(settled, { file: { ...file, messageId: 'STB-PAY-2022-03' } }),
      ['file: message-id STB-PAY-2022-02 STB-PAY-2022-03'],
    ],
    [
      'when there is no voucher',
      tallied(settled, { vouchers: [] }),
      ['file: cash 0 100', '01: booked 60 0', '03: booked 40 0'],
    ],
    [
      'when the voucher is a krona off between two regions',
      tallied(settled, {
        vouchers: [
          {
            ...voucher,
            entries: voucher.entries.map((entry) =>
              entry.counterpart === '01'
                ? { ...entry, sek: '61' }
                : entry.counterpart === '03'
                  ? { ...entry, sek: '39' }
                  : entry,
            ),
          },
        ],
      }),
      ['01: booked 60 61', '03: booked 40 39'],
    ],
    [
      'when another sum was taken from the appropriation',
      tallied(settled, { vouchers: [{ ...voucher, cashSek: '99' }] }),
      ['file: cash 99 100'],
    ],
    [
      'when it was booked twice',
      tallied(settled, { vouchers: [voucher, { ...voucher, number: 2 }] }),
      ['file: cash 200 100', '01: booked 60 120', '03: booked 40 80'],
    ],
    [
      'when what came back is said to be in the journal and is not',
      tallied(cameBack()),
      ['03: answered 40 0'],
    ],
    [
      'when what came back was booked at another amount',
      tallied(cameBack(), { vouchers: [voucher, reversal('03', '39')] }),
      ['03: answered 40 39'],
    ],
    [
      'when what the bank has booked was taken back as well',
      tallied(settled, { vouchers: [voucher, reversal('01', '60')] }),
      ['01: answered 60 120'],
    ],
    [
      'when a settled case has not taken back what came back',
      tallied([...settled, happened.reported(word('03', 'returned', 'AC04'))]),
      ['03: taken-back 40 0'],
    ],
    [
      'when something is to be sent again and nothing does so',
      tallied(cameBack('reissue'), { vouchers }),
      ['03: reissued 40 0'],
    ],
    [
      'when it was sent again at another amount',
      tallied(cameBack('reissue'), {
        vouchers,
        reissues: new Map([
          [
            '03',
            fold([
              happened.opened,
              { ...happened.released(), sent: [{ payee: '03', endToEndId: 'again', sek: '41' }] },
            ]),
          ],
        ]),
      }),
      ['03: reissued 40 41'],
    ],
    [
      'when it was sent again to somebody else',
      tallied(cameBack('reissue'), {
        vouchers,
        reissues: new Map([
          [
            '03',
            fold([
              happened.opened,
              { ...happened.released(), sent: [{ payee: '01', endToEndId: 'again', sek: '40' }] },
            ]),
          ],
        ]),
      }),
      ['03: reissued 40 0'],
    ],
    [
      'when only one person has approved what was released',
      tallied([], {
        state: fold([happened.proposed(), ...bothApproved().slice(0, 1), happened.released()]),
      }),
      ['01: approved 60 0', '01: filed 0 60', '03: approved 40 0', '03: filed 0 40'],
    ],
    [
      'when the two have not approved the same',
      tallied([], {
        state: {
          ...fold(paidOut),
          proposal: {
            proposed: happened.proposed(),
            approvals: new Map([
              ['attest', happened.approved('attest', anna)],
              ['order', happened.approved('order', ulf, 'P2')],
            ]),
            withdrawn: new Map(),
          },
        },
      }),
      ['01: approved 60 0', '01: filed 0 60', '03: approved 40 0', '03: filed 0 40'],
    ],
    [
      'when nobody has',
      tallied([], { state: fold([happened.proposed(), happened.released()]) }),
      ['01: approved 60 0', '01: filed 0 60', '03: approved 40 0', '03: filed 0 40'],
    ],
    [
      'when they have approved something else',
      tallied([], {
        state: fold([happened.proposed('P2'), ...bothApproved('P2'), happened.released()]),
        proposals: new Map([
          ['P1', toTwo],
          ['P2', { ...toTwo, payments: toTwo.payments.slice(0, 1), totalSek: '60' }],
        ]),
      }),
      ['03: approved 40 0', '03: filed 0 40'],
    ],
    [
      'when the record does not hold what was released',
      tallied([], { proposals: new Map() }),
      [
        'file: cash 100 0',
        ...['01: filed 0 60', '01: booked 0 60', '03: filed 0 40', '03: booked 0 40'],
      ],
    ],
  ] as const)('%s', (_, given, differs) => {
    const tally = tallyOf(given);
    expect([
      ...tally.total.findings.map((finding) => `file: ${said(finding)}`),
      ...tally.rows.flatMap(({ payee, findings }) =>
        findings.map((each) => `${payee}: ${said(each)}`),
      ),
    ]).toEqual(differs);
    expect(holds(tally)).toBe(false);
  });

  it('says nothing of what is to be sent again, or taken back, before the case is settled', () => {
    const open = cameBack('reissue').slice(0, -1);
    expect(differsIn(open, { vouchers })).toEqual([]);
  });
});

describe('Nothing differs', () => {
  it('in a case that was not released', () => {
    const state = fold([happened.proposed(), ...bothApproved()]);
    const given = { state, file: { kind: 'missing' }, vouchers: [] } as const;
    expect(rowsIn([], given)).toEqual([]);
    expect(differsIn([], given)).toEqual([]);
  });

  it('in a case that has sent nothing, and so has no file', () => {
    const nothing = {
      ...toTwo,
      payments: toTwo.payments.map((each) => ({ ...each, totalSek: '0' })),
      totalSek: '0',
    };
    const carried = { ...voucher, entries: [], cashSek: '0' };
    const state = fold([
      happened.proposed(),
      ...bothApproved(),
      { ...happened.released(), sent: [] },
    ]);
    const given = {
      state,
      proposals: new Map([['P1', nothing]]),
      file: { kind: 'missing' },
      vouchers: [carried],
    } as const;
    expect(rowsIn([], given)).toEqual(['01: 0 0 0 0 0 0 0', '03: 0 0 0 0 0 0 0']);
    expect(differsIn([], given)).toEqual([]);
  });
});

it('A file of a case that was never released differs', () => {
  const given = { state: unopened, vouchers: [], proposals: new Map() };
  expect(differsIn([], given)).toEqual([
    'file: message-id  STB-PAY-2022-02',
    ...['01: filed 0 60', '01: answered 60 0', '03: filed 0 40', '03: answered 40 0'],
  ]);
});

it('A voucher of a case that was never released differs, under the payee’s code', () => {
  const given = { state: unopened, file: { kind: 'missing' }, proposals: new Map() } as const;
  expect(differsIn([], given)).toEqual(['file: cash 100 0', '01: booked 0 60', '03: booked 0 40']);
  expect(tallyOf(tallied([], given)).rows.map(({ name }) => name)).toEqual(['01', '03']);
});

describe('The year', () => {
  const march = parseCaseId('payout-2022-03');
  const first = tallyOf(tallied([books, happened.settled]));
  const second = {
    ...tallyOf(tallied([], { file: { ...file, messageId: 'X' }, vouchers: [] })),
    case: march,
  };

  it('is its cases summed per payee, with what differs in which', () => {
    const rows = rowsOfYear([first, second]);
    expect(rows.map((row) => `${row.payee}: ${amountsOf(row)}`)).toEqual([
      '01: 120 120 120 60 0 60 0',
      '03: 80 80 80 40 0 40 0',
    ]);
    expect(
      rows.flatMap(({ findings }) => findings.map((each) => `${each.case} ${said(each.finding)}`)),
    ).toEqual(['payout-2022-03 booked 60 0', 'payout-2022-03 booked 40 0']);
  });

  it('calls a payee by the name of the last case', () => {
    const renamed = {
      ...second,
      rows: second.rows.map((row) => ({ ...row, name: `Ny ${row.name}` })),
    };
    expect(rowsOfYear([first, renamed]).map(({ name }) => name)).toEqual([
      'Ny Region 01',
      'Ny Region 03',
    ]);
  });

  it('is nothing without cases', () => {
    expect(rowsOfYear([])).toEqual([]);
  });
});

describe('For any words of the bank, in any order', () => {
  const anyWord: fc.Arbitrary<BankWord> = fc
    .tuple(
      fc.constantFrom('01', '03'),
      fc.constantFrom('accepted', 'booked', 'rejected', 'returned'),
    )
    .map(([payee, result]) => word(payee as '01', result as 'booked'));

  /** What follows from words: reversals are booked, now or later. */
  const anyStory = fc.array(fc.tuple(anyWord, fc.boolean()), { maxLength: 12 }).map((words) => {
    let events: readonly CaseEvent[] = paidOut;
    const vouchers = [voucher];
    for (const [each, takesBack] of words) {
      events = [...events, happened.reported(each)];
      const back = takesBack ? linesToTakeBack(fold(events).lines) : [];
      vouchers.push(...back.map(({ payee, sek }) => reversal(payee, sek)));
      if (back.length > 0)
        events = [
          ...events,
          {
            type: 'returned',
            at,
            payments: back.map(({ payee, sek }) => ({
              ...{ payee, sek, code: '' },
              voucherKey: `${february}/return/${payee}`,
            })),
          },
        ];
    }
    return tallied([], { state: fold(events), vouchers });
  });

  it('prepared = approved = filed = settled + returned + outstanding, of every payee and in total', () => {
    fc.assert(
      fc.property(anyStory, (given) => {
        const { rows, total } = tallyOf(given);
        for (const row of [...rows, total]) {
          const { prepared, approved, filed, settled, returned, outstanding, held } = row;
          expect(approved.equals(prepared)).toBe(true);
          expect(filed.equals(prepared)).toBe(true);
          expect(Sek.sum([settled, returned, outstanding]).equals(prepared)).toBe(true);
          expect(prepared.isLessThan(held)).toBe(false);
          expect(row.findings).toEqual([]);
        }
      }),
      cases(500),
    );
  });

  it('a krona that is changed on one side is found, and named by payee', () => {
    const payees = ['01', '03'] as const;
    fc.assert(
      fc.property(
        anyStory,
        fc.constantFrom(0, 1),
        fc.constantFrom('file', 'voucher', 'proposal'),
        (given, which, side) => {
          const off = (sek: string) => Sek.of(sek).plus(Sek.of('1')).toString();
          const changed =
            side === 'file'
              ? {
                  file: {
                    ...file,
                    payments: file.payments.map((each, index) =>
                      index === which ? { ...each, sek: off(each.sek) } : each,
                    ),
                  },
                }
              : side === 'voucher'
                ? {
                    vouchers: given.vouchers.map((each, index) =>
                      index > 0
                        ? each
                        : {
                            ...each,
                            entries: each.entries.map((entry) =>
                              entry.counterpart === payees[which]
                                ? { ...entry, sek: off(entry.sek) }
                                : entry,
                            ),
                          },
                    ),
                  }
                : {
                    proposals: new Map([
                      [
                        'P1',
                        {
                          ...toTwo,
                          payments: toTwo.payments.map((each, index) =>
                            index === which ? { ...each, totalSek: off(each.totalSek) } : each,
                          ),
                        },
                      ],
                    ]),
                  };
          const { rows } = tallyOf({ ...given, ...changed });
          expect(
            rows.filter(({ findings }) => findings.length > 0).map((row) => row.payee),
          ).toEqual([payees[which]]);
        },
      ),
      cases(300),
    );
  });
});

describe('Money that moved without an order', () => {
  const extra = (result: 'booked' | 'returned') =>
    happened.reported({ ...word('03', result), reference: 'B', movement: 2, unordered: true });
  const twice = [happened.reported({ ...word('03', 'booked'), reference: 'A' }), extra('booked')];

  it('differs by as much, of the payee to whom it went; no other side changes', () => {
    expect(differsIn(twice)).toEqual(['03: unordered 0 40']);
    const tally = tallyOf(tallied(twice));
    expect(holds(tally)).toBe(false);
    expect(holds(withoutUnordered(tally))).toBe(true);
    expect(tally.total.unordered.toString()).toBe('40');
  });

  it('is below zero where more came than left', () => {
    const back = happened.reported({ ...word('03', 'returned', 'AC04'), reference: 'A' });
    expect(differsIn([back, extra('returned')])).toEqual(['03: unordered 0 -40']);
  });

  it('is the payment once a person has said so, and the journal has what left again', () => {
    const events = [
      happened.reported({ ...word('03', 'booked'), reference: 'A' }),
      happened.reported({ ...word('03', 'returned', 'AC04'), reference: 'B' }),
      happened.returned,
      happened.reported({ ...word('03', 'booked'), reference: 'C', movement: 3, unordered: true }),
      happened.decidedMovement(),
    ];
    const anew = {
      ...reversal(),
      ...{ number: 3, key: afterwardsKey(february, 'booked-anew', '03', 1), cashSek: '40' },
      entries: anewEntries('03', Sek.of('40')),
    };
    expect(differsIn(events, { vouchers: [voucher, reversal(), anew] })).toEqual([]);
    // Decided, and killed before it was booked.
    expect(differsIn(events, { vouchers: [voucher, reversal()] })).toEqual(['03: answered 40 80']);
  });
});
