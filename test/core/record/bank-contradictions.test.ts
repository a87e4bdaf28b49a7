import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import type { CaseEvent, ReturnChoice } from '../../../core/payment/events.ts';
import { bankContradictions } from '../../../core/record/bank-contradictions.ts';
import { contradictions } from '../../../core/record/contradictions.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import { bothApproved, hanna, happened, paidOut, said } from '../payment/words.ts';

const stream = (partition: string, name: string, ...events: readonly object[]): FoundStream => ({
  partition,
  stream: name,
  events: events.map((event, index) => ({
    number: index + 1,
    event: event as unknown as Json,
    previous: '',
    hash: '',
  })),
});
const february = (...events: readonly CaseEvent[]) =>
  stream('RUN#2022', '02', ...paidOut, ...events);
const taken = (hash: string) => stream('BANK#2022', 'report', { type: 'report-taken', hash });
const found = (...record: readonly FoundStream[]) =>
  bankContradictions(record).map(({ where, what }) => `${where} ${what}`);

describe('Words of the bank', () => {
  const words = happened.reported(said('01', 'booked'));

  it('stand with the report that they came in', () => {
    expect(found(february(words), taken('R1'))).toEqual([]);
  });

  it('from a report that the record does not hold are a finding', () => {
    expect(found(february(words), taken('R2'))).toEqual([
      'RUN#2022/02 event 5 words of the bank from a report that the record does not hold: R1',
    ]);
    const refused = stream('BANK#2022', 'report', { type: 'report-refused', hash: 'R1' });
    expect(found(february(words), refused)).toHaveLength(1);
  });

  it('that somebody typed in need no report', () => {
    const typed = { ...words, source: { by: hanna, reason: 'as the bank says' } };
    expect(found(february(typed))).toEqual([]);
  });
});

describe('A payment that is sent again', () => {
  const back = (choice: ReturnChoice) => [
    happened.reported(said('03', 'returned', 'AC04')),
    happened.returned,
    happened.resolved(choice),
  ];
  const again = (payee: '01' | '03', sek: string) =>
    stream('REISSUE#2022', '02-03-1', happened.proposed(), ...bothApproved(), {
      ...happened.released(),
      sent: [{ payee, endToEndId: `STB-REI-2022-02-03-1-${payee}`, sek }],
    });

  it('is one that came back, when somebody has decided so', () => {
    expect(found(february(...back('reissue')), again('03', '40'), taken('R1'))).toEqual([]);
  });

  it.each([
    ['did not come back', february(), '03', '40'],
    ['is paid with the next month', february(...back('next-month')), '03', '40'],
    ['came back with another amount', february(...back('reissue')), '03', '41'],
    ['is another payee’s', february(...back('reissue')), '01', '40'],
  ] as const)('and %s is a finding', (_, first, payee, sek) => {
    expect(found(first, again(payee, sek), taken('R1'))).toEqual([
      `REISSUE#2022/02-03-1 sends ${sek} to ${payee}, which did not come back of payout-2022-02 to be sent again`,
    ]);
  });

  it('of a run that the record does not hold is a finding', () => {
    expect(found(again('03', '40'))).toHaveLength(1);
  });

  it('is looked at when it was released, not before', () => {
    expect(found(stream('REISSUE#2022', '02-03-1', happened.proposed()))).toEqual([]);
  });
});

describe('A payment that is booked anew', () => {
  const word = (result: 'booked' | 'returned', reference: string) => ({
    ...said('03', result),
    reference,
  });
  const said3 = [
    happened.reported(word('returned', 'B')),
    happened.returned,
    happened.reported({ ...word('booked', 'A'), movement: 2 }),
    happened.reported({ ...word('booked', 'C'), movement: 3, unordered: true }),
    happened.decidedMovement(),
  ];
  const voucher = (more: object = {}) =>
    stream('JOURNAL#2022', 'voucher', {
      ...{ type: 'voucher', number: 1, key: 'payout-2022-02/booked-anew/03' },
      ...{ case: 'payout-2022-02', day: '2022-01-26', cashSek: '40', ...more },
    });

  it('is one of which somebody has said that the bank carried it out', () => {
    expect(found(february(...said3), taken('R1'), voucher())).toEqual([]);
    expect(
      found(february(...said3), taken('R1'), voucher({ key: 'payout-2022-02/return/03' })),
    ).toEqual([]);
  });

  it.each([
    ['nobody has said so', february(...said3.slice(0, -1)), {}],
    [
      'nobody has said so a second time',
      february(...said3),
      { key: 'payout-2022-02/booked-anew/03/2' },
    ],
    ['it is of another day', february(...said3), { day: '2022-01-27' }],
    ['it is of another amount', february(...said3), { cashSek: '41' }],
    [
      'it is of a case that is not there',
      february(...said3),
      { case: 'payout-2022-03', key: 'payout-2022-03/booked-anew/03' },
    ],
  ])('and where %s, a finding', (_what, first, more) => {
    const findings = found(first, taken('R1'), voucher(more));
    expect(findings).toEqual([
      expect.stringMatching(/^JOURNAL#2022 voucher 1 books 4[01] to 03 anew/),
    ]);
  });
});

it('What is no event is a finding, and the rest is looked at all the same', () => {
  const broken = stream('RUN#2022', '03');
  const nothing = { ...broken, events: [{ ...taken('x').events[0], event: null } as never] };
  expect(found(nothing, february(happened.reported(said('01', 'booked'))))).toEqual([
    expect.stringMatching(/^RUN#2022\/03 cannot be read: TypeError/),
    expect.stringMatching(/^RUN#2022\/02 event 5 words of the bank/),
  ]);
  const strange = stream('BANK#2022', 'report', {}, { type: 'report-taken' });
  expect(found({ ...strange, events: [{ ...strange.events[0], event: null } as never] })).toEqual(
    [],
  );
});

describe('What the bank is said to have done', () => {
  const all = (...events: readonly object[]) =>
    contradictions([february(...(events as readonly CaseEvent[]))], new Set(['P1'])).map(
      ({ where, what }) => `${where} ${what}`,
    );
  const backThen = [happened.reported(said('01', 'booked'), said('03', 'returned', 'AC04'))];

  it('is as a case takes it', () => {
    expect(all(...backThen, happened.returned, happened.resolved(), happened.settled)).toEqual([]);
  });

  it.each<[string, readonly object[], string]>([
    [
      'is not that a booked payment was rejected',
      [happened.reported(said('03', 'booked')), happened.reported(said('03', 'rejected'))],
      'event 6 bank-reported that was not allowed: already-reported',
    ],
    [
      'is not said twice',
      [happened.reported(said('03', 'booked')), happened.reported(said('03', 'booked'))],
      'event 6 bank-reported that says nothing new',
    ],
    [
      'is not said with half of it known before',
      [
        happened.reported(said('03', 'booked')),
        happened.reported(said('03', 'booked'), said('01', 'booked')),
      ],
      'event 6 bank-reported that says nothing new',
    ],
    [
      'is not taken back when nothing came back',
      [happened.returned],
      'event 5 returned that was not allowed: nothing-returned',
    ],
    [
      'is not resolved before it is taken back',
      [...backThen, happened.resolved()],
      'event 6 return-resolved that was not allowed: nothing-returned',
    ],
    [
      'is not settled while an answer is owed',
      [happened.settled],
      'event 5 settled that was not allowed: not-reported',
    ],
  ])('%s', (_, events, finding) => {
    expect(all(...events)).toEqual([`RUN#2022/02 ${finding}`]);
  });
});
