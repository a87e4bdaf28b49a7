import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endToEndId, messageId } from '../../../core/bank/bank-ids.ts';
import { casesNamed, matchReport } from '../../../core/bank/match-report.ts';
import type { BankReport, ReportedPayment } from '../../../core/bank/report.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import type { BankResult } from '../../../core/payment/bank-words.ts';
import type { BankWord, CaseEvent, PayeeCode } from '../../../core/payment/events.ts';
import { type CaseState, fold } from '../../../core/payment/evolve.ts';
import { judge, type WordVerdict } from '../../../core/payment/lines.ts';
import { type CaseId, parseCaseId } from '../../../core/record/case-id.ts';
import { cases } from '../../helpers/cases.ts';

const march = parseCaseId('payout-2021-03');
const april = parseCaseId('payout-2021-04');
const at = parseInstant('2021-03-01T08:00:00.000Z');
const day = parseDay('2021-03-01');
const message = messageId(march);

/** Sent in March: to 01 100 kr, to 03 200 kr, to 04 300 kr. */
const amounts: readonly (readonly [PayeeCode, string])[] = [
  ['01', '100'],
  ['03', '200'],
  ['04', '300'],
];

const released = (id: CaseId): CaseEvent => ({
  type: 'release-ordered',
  at,
  proposal: 'p',
  voucherKey: id,
  messageId: messageId(id),
  fileHash: 'f',
  payDay: day,
  paidOn: day,
  paid: [],
  carried: [],
  sent: amounts.map(([payee, sek]) => ({ payee, endToEndId: endToEndId(id, payee), sek })),
});

/** March as it is after what the bank has said before. */
const marchAfter = (...words: readonly (readonly [PayeeCode, BankResult])[]): CaseState =>
  fold([
    released(march),
    {
      type: 'bank-reported',
      at,
      messageId: message,
      words: words.map(([payee, result]) => ({ payee, result })),
      source: { report: 'earlier' },
    },
  ]);

const reported = (words: readonly BankWord[]): CaseEvent => ({
  type: 'bank-reported',
  at,
  messageId: message,
  words,
  source: { report: 'earlier' },
});

const reportOf = (
  kind: BankReport['kind'],
  ...payments: readonly Partial<ReportedPayment>[]
): BankReport => ({
  kind,
  format: `${kind}.001.10`,
  messageId: 'B',
  createdAt: 'then',
  accounts: [],
  payments: payments.map((each) => ({ result: 'booked', status: 'S', ...each })),
});

const of = (payee: PayeeCode, id = march) => ({
  endToEndId: endToEndId(id, payee),
  messageId: messageId(id),
});

/** What became of each item, in short, and what the case is to note. */
function matched(report: BankReport, state: CaseState = marchAfter()) {
  const { items, words } = matchReport(report, new Map([[march, state]]));
  return {
    items: items.map(({ outcome, payee, standing }) =>
      [outcome, payee, standing].filter((each) => each !== undefined).join(' '),
    ),
    words: (words.get(march) ?? []).map(({ payee, result, code }) =>
      [payee, result, code].filter((each) => each !== undefined).join(' '),
    ),
  };
}

describe('A word about one payment', () => {
  const table: readonly [string, BankReport, readonly string[], readonly string[]][] = [
    [
      'that is news is taken',
      reportOf('camt.054', { ...of('01'), amount: '100.00', currency: 'SEK' }),
      ['taken 01'],
      ['01 booked'],
    ],
    [
      'goes with the bank’s reason',
      reportOf('pain.002', { ...of('01'), result: 'rejected', code: 'AC03' }),
      ['taken 01'],
      ['01 rejected AC03'],
    ],
    [
      'needs no amount in a report on orders',
      reportOf('pain.002', { ...of('01'), result: 'accepted' }),
      ['taken 01'],
      ['01 accepted'],
    ],
    [
      'is not taken when a booking states no amount',
      reportOf('camt.053', of('01')),
      ['amount-differs 01 100'],
      [],
    ],
    [
      'is not taken of another amount',
      reportOf('pain.002', { ...of('01'), result: 'rejected', amount: '200', currency: 'SEK' }),
      ['amount-differs 01 100'],
      [],
    ],
    [
      'is not taken of another currency',
      reportOf('camt.053', { ...of('01'), amount: '100', currency: 'EUR' }),
      ['amount-differs 01 100'],
      [],
    ],
    [
      'moves nothing when it is no result',
      reportOf('pain.002', { ...of('01'), result: 'other' }),
      ['noted 01'],
      [],
    ],
    [
      'is for a person when it is unclear',
      reportOf('camt.053', { ...of('01'), result: 'other', amount: '100', unclear: true }),
      ['unknown 01'],
      [],
    ],
    ['is of none who was not paid', reportOf('pain.002', of('SKR')), ['not-sent SKR'], []],
  ];
  it.each(table)('%s', (_what, report, items, words) => {
    expect(matched(report)).toEqual({ items, words });
  });

  it('may stand beside a message id of the bank’s own in a booking, and not in a report on orders', () => {
    const word = { endToEndId: of('01').endToEndId, amount: '100', currency: 'SEK' };
    for (const own of [{}, { messageId: 'B-9' }])
      expect(matched(reportOf('camt.053', { ...word, ...own })).items).toEqual(['taken 01']);
    for (const own of [{}, { messageId: 'B-9' }])
      expect(matched(reportOf('pain.002', { ...word, ...own })).items).toEqual(['unknown']);
  });

  it.each(['pain.002', 'camt.053'] as const)(
    'leads nowhere when %s names another message of ours beside it',
    (kind) => {
      const word = { ...of('01'), messageId: messageId(april), amount: '100', currency: 'SEK' };
      expect(matched(reportOf(kind, word))).toEqual({ items: ['unknown'], words: [] });
    },
  );

  it('leads nowhere with an end-to-end id of others in our message', () => {
    const word = { messageId: message, endToEndId: 'INV-7', result: 'rejected' } as const;
    expect(matched(reportOf('pain.002', word))).toEqual({ items: ['unknown'], words: [] });
  });

  it('that moved nothing and leads nowhere is noted', () => {
    expect(matched(reportOf('camt.053', { result: 'other' })).items).toEqual(['noted']);
    expect(matched(reportOf('camt.053', { result: 'other', unclear: true })).items).toEqual([
      'unknown',
    ]);
  });

  it('keeps everything that the bank said', () => {
    const said = { words: 'No account', bankReference: 'R', amount: '100', currency: 'SEK' };
    const report = reportOf('pain.002', {
      ...of('01'),
      result: 'rejected',
      code: 'AC03',
      ...said,
      numberOfTransactions: 1,
    });
    expect(matchReport(report, new Map([[march, marchAfter()]])).items).toEqual([
      {
        outcome: 'taken',
        status: 'S',
        ...of('01'),
        result: 'rejected',
        code: 'AC03',
        ...said,
        case: march,
        payee: '01',
      },
    ]);
  });
});

describe('What the bank has said before decides', () => {
  const results = ['accepted', 'booked', 'rejected', 'returned'] as const;
  it.each(results.flatMap((before) => results.map((now) => [before, now] as const)))(
    '%s, then %s',
    (before, now) => {
      const verdict = judge({ status: before }, now) as Exclude<WordVerdict, 'moved-twice'>;
      const outcome = {
        news: 'taken 01',
        known: 'known 01',
        overtaken: 'overtaken 01',
        contradicts: `contradicts 01 ${before}`,
      }[verdict];
      const report = reportOf('camt.053', { ...of('01'), result: now, amount: '100' });
      // That money moved is noted also where it cannot be, and where it is told late for the first time.
      const moved = now === 'booked' || now === 'returned';
      const isNoted = verdict === 'news' || (moved && verdict !== 'known');
      expect(matched(report, marchAfter(['01', before]))).toEqual({
        items: [outcome],
        words: isNoted ? [`01 ${now}`] : [],
      });
    },
  );

  it('two words of one report are judged one after the other, and are two movements', () => {
    const word = (result: BankResult) => ({ ...of('01'), result, amount: '100' });
    const report = reportOf('camt.053', word('returned'), word('booked'), word('returned'));
    expect(matched(report)).toEqual({
      items: ['taken 01', 'overtaken 01', 'moved-twice 01'],
      words: ['01 returned', '01 booked', '01 returned'],
    });
  });
});

describe('The bank’s own reference decides what is the same booking told again', () => {
  const booking = (more: Partial<ReportedPayment>) => ({ ...of('01'), amount: '100', ...more });
  /** What becomes of a booking that a file tells of, after another file has told of the first one. */
  const toldAfter = (first: Partial<ReportedPayment>, second: Partial<ReportedPayment>) => {
    const { words } = matchReport(
      reportOf('camt.054', booking(first)),
      new Map([[march, marchAfter()]]),
    );
    const state = fold([released(march), reported(words.get(march) ?? [])]);
    return matched(reportOf('camt.053', booking(second)), state).items;
  };

  it.each<[string, Partial<ReportedPayment>, Partial<ReportedPayment>, string]>([
    ['the same reference', { bankReference: 'A' }, { bankReference: 'A' }, 'known'],
    ['another reference', { bankReference: 'A' }, { bankReference: 'B' }, 'moved-twice'],
    [
      'another reference of the same day',
      { bankReference: 'A', day: '2021-03-01' },
      { bankReference: 'B', day: '2021-03-01' },
      'moved-twice',
    ],
    [
      'the same reference of another day, since banks begin their numbers anew',
      { bankReference: 'A', day: '2021-03-01' },
      { bankReference: 'A', day: '2021-03-02' },
      'moved-twice',
    ],
    [
      'no reference, on the same day',
      { bankReference: 'A', day: '2021-03-01' },
      { day: '2021-03-01' },
      'known',
    ],
    [
      'no reference, on another day',
      { bankReference: 'A', day: '2021-03-01' },
      { day: '2021-03-02' },
      'moved-twice',
    ],
    ['neither, where the first has neither', {}, {}, 'known'],
    [
      'the reference of its entry, where the first has its own besides',
      { bankReference: 'T', entryReference: 'E' },
      { bankReference: 'E', entryReference: 'E' },
      'known',
    ],
    [
      'the reference of its entry, where the first has its own only, on the same day',
      { bankReference: 'T', day: '2021-03-01' },
      { bankReference: 'E', entryReference: 'E', day: '2021-03-01' },
      'known',
    ],
    [
      'another reference of its entry, on the same day',
      { bankReference: 'E', entryReference: 'E', day: '2021-03-01' },
      { bankReference: 'F', entryReference: 'F', day: '2021-03-01' },
      'moved-twice',
    ],
    [
      'another reference of its own in the same entry',
      { bankReference: 'T', entryReference: 'E' },
      { bankReference: 'U', entryReference: 'E' },
      'moved-twice',
    ],
    [
      'no reference, on the same day, in another statement',
      { day: '2021-03-01', place: { of: 'statement', id: 'S', entry: 1 } },
      { day: '2021-03-01', place: { of: 'statement', id: 'T', entry: 1 } },
      'moved-twice',
    ],
    [
      'no reference, on the same day, in a notification and in a statement',
      { day: '2021-03-01', place: { of: 'statement', id: 'S', entry: 1 } },
      { day: '2021-03-01', place: { of: 'notification', id: 'N', entry: 1 } },
      'known',
    ],
    [
      'nothing that the first one has as well',
      { bankReference: 'A' },
      { day: '2021-03-01' },
      'moved-twice',
    ],
  ])('%s', (_what, first, second, outcome) => {
    expect(toldAfter(first, second)).toEqual([`${outcome} 01`]);
    expect(toldAfter(second, first)).toEqual([`${outcome} 01`]);
  });

  it.each([
    [
      'a debit after a statement of its day with one that was reversed',
      '2021-03-01',
      'moved-twice',
    ],
    ['a debit of a day on which none was reversed', '2021-03-02', 'overtaken'],
  ])('without one, a notification of %s', (_what, reversedOn, outcome) => {
    const place = { of: 'statement', id: 'S', entry: 1 } as const;
    const state = fold([
      released(march),
      reported([
        { payee: '01', result: 'booked', day, place },
        { payee: '01', result: 'returned', day: reversedOn, place: { ...place, entry: 2 } },
      ]),
    ]);
    const notified = (moved: Partial<ReportedPayment>) =>
      matched(
        reportOf(
          'camt.054',
          booking({ place: { of: 'notification', id: 'N', entry: 1 }, ...moved }),
        ),
        state,
      ).items;
    expect(notified({ day })).toEqual([`${outcome} 01`]);
    expect(notified({ result: 'returned', day: reversedOn })).toEqual(['known 01']);
  });

  it('without one, the place is surer than the day: each debit of a statement is the one that was told of there', () => {
    const placed = (of: 'statement' | 'notification', entry: number) => ({
      ...{ day, place: { of, id: of, entry } },
    });
    const state = fold([
      released(march),
      reported([
        { payee: '01', result: 'booked', ...placed('notification', 1) },
        { payee: '01', result: 'booked', ...placed('statement', 1), movement: 2 },
      ]),
    ]);
    const both = [1, 2].map((entry) => booking(placed('statement', entry)));
    expect(matched(reportOf('camt.053', ...both), state).items).toEqual(['known 01', 'known 01']);
  });

  it('and a file that names it more closely is remembered: a third one is held against both', () => {
    const day = '2021-03-01';
    const state = fold([
      released(march),
      reported([{ payee: '01', result: 'booked', day }]),
      reported([{ payee: '01', result: 'booked', reference: 'A', day, movement: 1 }]),
    ]);
    const told = (bankReference: string) =>
      matched(reportOf('camt.053', booking({ bankReference, day })), state).items;
    expect([told('A'), told('B')]).toEqual([['known 01'], ['moved-twice 01']]);
  });

  it('and one file tells of each movement once, with what a part of it before has told', () => {
    const twice = reportOf(
      'camt.053',
      booking({ bankReference: 'A' }),
      booking({ bankReference: 'A' }),
    );
    expect(matched(twice).items).toEqual(['taken 01', 'moved-twice 01']);
    const states = new Map([[march, marchAfter(['01', 'booked'])]]);
    const one = reportOf('camt.053', booking({}));
    const first = matchReport(one, states);
    expect(first.items.map(({ outcome }) => outcome)).toEqual(['known']);
    expect(matchReport(one, states, first.told).items.map(({ outcome }) => outcome)).toEqual([
      'moved-twice',
    ]);
  });
});

describe('A rejection that may be of a second copy', () => {
  const rejection = (more: Partial<ReportedPayment>) =>
    reportOf('pain.002', { messageId: message, result: 'rejected', ...more });

  it.each(['DUPL', 'AM05'])('for %s changes nothing, of a message or of one payment', (code) => {
    expect(matched(rejection({ code }))).toEqual({ items: ['of-a-copy'], words: [] });
    expect(matched(rejection({ ...of('01'), code }))).toEqual({
      items: ['of-a-copy 01'],
      words: [],
    });
  });

  it.each(['accepted', 'booked', 'returned'] as const)(
    'of a whole message of which a payment is %s is for a person, whatever its reason',
    (before) => {
      const state = marchAfter(['01', before]);
      expect(matched(rejection({ code: 'NARR' }), state)).toEqual({
        items: ['of-a-copy'],
        words: [],
      });
      expect(matched(rejection({ ...of('03'), code: 'NARR' }), state).items).toEqual(['taken 03']);
    },
  );

  it.each(['accepted', 'booked', 'returned'] as const)(
    'of every payment by itself, of which one is %s, is for a person',
    (before) => {
      const each = (['01', '03', '04'] as const).map((payee) => ({
        ...{ ...of(payee), result: 'rejected' as const, code: 'AM04' },
      }));
      const report = (...payments: readonly Partial<ReportedPayment>[]) =>
        matched(reportOf('pain.002', ...payments), marchAfter(['01', before]));
      expect(report(...each)).toEqual({
        items: ['of-a-copy 01', 'of-a-copy 03', 'of-a-copy 04'],
        words: [],
      });
      const rest = { messageId: message, result: 'rejected', code: 'AM04' } as const;
      expect(report(...each.slice(0, 2), rest).items).toEqual([
        ...['of-a-copy 01', 'of-a-copy 03', 'of-a-copy'],
      ]);
      expect(report(...each.slice(1)).items).toEqual(['taken 03', 'taken 04']);
    },
  );

  it('of the rest of the payments, after the others were rejected before, is for a person', () => {
    const before = marchAfter(['01', 'accepted'], ['03', 'rejected'], ['04', 'rejected']);
    expect(matched(rejection({ ...of('01'), code: 'AM04' }), before).items).toEqual([
      'of-a-copy 01',
    ]);
  });

  it('of a message that names one duplicate is of a copy, whatever else it rejects', () => {
    const named = { ...of('01'), result: 'rejected', code: 'DUPL' } as const;
    const other = { ...of('03'), result: 'rejected', code: 'AC01' } as const;
    const rest = { messageId: message, result: 'rejected' } as const;
    expect(matched(reportOf('pain.002', named, other, rest))).toEqual({
      items: ['of-a-copy 01', 'of-a-copy 03', 'of-a-copy'],
      words: [],
    });
    const accepted = { ...of('04'), result: 'accepted' } as const;
    expect(matched(reportOf('pain.002', named, accepted)).items).toEqual([
      ...['of-a-copy 01', 'taken 04'],
    ]);
  });

  it('of a whole message of which nothing but rejections was heard is taken', () => {
    expect(matched(rejection({ code: 'NARR' }), marchAfter(['01', 'rejected'])).items).toEqual([
      'known 01',
      'taken 03',
      'taken 04',
    ]);
  });
});

it('A refused message is of those that the report does not name; a status of their own wins', () => {
  const report = reportOf(
    'pain.002',
    { ...of('01'), result: 'accepted' },
    { ...of('03'), result: 'rejected', code: 'AC01' },
    { messageId: message, result: 'rejected', code: 'AM10', numberOfTransactions: 3 },
  );
  expect(matched(report)).toEqual({
    items: ['taken 01', 'taken 03', 'taken 04'],
    words: ['01 accepted', '03 rejected AC01', '04 rejected AM10'],
  });
});

it.each(['CANC', 'BLCK'])('%s of a payment or a message is for a person', (status) => {
  const word = { result: 'other', status } as const;
  expect(matched(reportOf('pain.002', { ...of('01'), ...word })).items).toEqual(['stopped 01']);
  expect(matched(reportOf('pain.002', { messageId: message, ...word })).items).toEqual(['stopped']);
  expect(matched(reportOf('pain.002', { messageId: 'LON-1', ...word })).items).toEqual(['unknown']);
});

describe('A word about a whole message', () => {
  const all = (kind: BankReport['kind'], more: Partial<ReportedPayment>) =>
    reportOf(kind, { messageId: message, ...more });

  it('is said of each of its payments', () => {
    expect(matched(all('pain.002', { result: 'rejected', code: 'FF01' }))).toEqual({
      items: ['taken 01', 'taken 03', 'taken 04'],
      words: ['01 rejected FF01', '03 rejected FF01', '04 rejected FF01'],
    });
  });

  it('names each payment by its own id, and states no amount of it', () => {
    const report = all('pain.002', { result: 'accepted', amount: '600', numberOfTransactions: 3 });
    expect(matchReport(report, new Map([[march, marchAfter()]])).items[0]).toEqual({
      outcome: 'taken',
      result: 'accepted',
      status: 'S',
      ...of('01'),
      case: march,
      payee: '01',
    });
  });

  it.each([
    ['another number', { numberOfTransactions: 2 }],
    ['another sum', { amount: '599.99' }],
  ])('is not taken of %s of payments', (_what, more) => {
    expect(matched(all('pain.002', { result: 'rejected', ...more })).items).toEqual([
      'amount-differs 600',
    ]);
  });

  it('as a report on orders is about all of them, those that were rejected before included', () => {
    const report = all('pain.002', { result: 'accepted', amount: '600', numberOfTransactions: 3 });
    expect(matched(report, marchAfter(['04', 'rejected'])).items).toEqual([
      'taken 01',
      'taken 03',
      'overtaken 04',
    ]);
  });

  it('as a booking is one of what the bank has not rejected', () => {
    const booking = { amount: '300', currency: 'SEK', numberOfTransactions: 2 };
    expect(matched(all('camt.053', booking), marchAfter(['04', 'rejected']))).toEqual({
      items: ['taken 01', 'taken 03'],
      words: ['01 booked', '03 booked'],
    });
    expect(matched(all('camt.053', booking)).items).toEqual(['amount-differs 600']);
  });

  it('as a booking of all, in spite of a rejection, moved what was rejected without an order', () => {
    const booking = { amount: '600', currency: 'SEK', numberOfTransactions: 3 };
    expect(matched(all('camt.053', booking), marchAfter(['04', 'rejected']))).toEqual({
      items: ['taken 01', 'taken 03', 'contradicts 04 rejected'],
      words: ['01 booked', '03 booked', '04 booked'],
    });
    for (const more of [{ numberOfTransactions: 2 }, { amount: '500' }])
      expect(
        matched(all('camt.053', { ...booking, ...more }), marchAfter(['04', 'rejected'])).items,
      ).toEqual(['amount-differs 300']);
  });

  it('as a booking has an amount', () => {
    expect(matched(all('camt.053', { numberOfTransactions: 3 })).items).toEqual([
      'amount-differs 600',
    ]);
  });

  it('of which every payment is named says nothing more, and is noted', () => {
    const accepted = { result: 'accepted' as const };
    const named = ['01', '03', '04'].map((payee) => ({ ...accepted, ...of(payee as PayeeCode) }));
    const report = reportOf('pain.002', ...named, { ...accepted, messageId: message });
    expect(matched(report).items).toEqual(['taken 01', 'taken 03', 'taken 04', 'noted']);
  });

  it('that is no result is noted once', () => {
    expect(matched(all('pain.002', { result: 'other' })).items).toEqual(['noted']);
  });

  it('of which nothing was sent is not sent', () => {
    expect(matched(all('pain.002', { result: 'rejected' }), fold([])).items).toEqual(['not-sent']);
    expect(matchReport(all('pain.002', {}), new Map()).items).toMatchObject([
      { outcome: 'not-sent', case: march },
    ]);
  });
});

describe('A report about several cases', () => {
  const report = reportOf(
    'camt.053',
    { ...of('01'), amount: '100' },
    { amount: '7' },
    { ...of('03', april), amount: '200' },
    { ...of('03'), amount: '200' },
  );

  it('names each once, in its own order, and no other', () => {
    expect(casesNamed(report)).toEqual([march, april]);
  });

  it('gives each its own words', () => {
    const states = new Map([
      [march, marchAfter()],
      [april, fold([released(april)])],
    ]);
    const { items, words } = matchReport(report, states);
    expect(items.map(({ outcome }) => outcome)).toEqual(['taken', 'unknown', 'taken', 'taken']);
    expect([...words]).toEqual([
      [
        march,
        [
          { payee: '01', result: 'booked' },
          { payee: '03', result: 'booked' },
        ],
      ],
      [april, [{ payee: '03', result: 'booked' }]],
    ]);
  });
});

describe('For any report', () => {
  const payee = fc.constantFrom<PayeeCode>('01', '03', '04', '05', 'SKR');
  const word = fc.record(
    {
      result: fc.constantFrom<ReportedPayment['result']>(
        'accepted',
        'booked',
        'rejected',
        'returned',
        'other',
      ),
      status: fc.constant('S'),
      endToEndId: payee.map((each) => endToEndId(march, each)),
      messageId: fc.constantFrom(message, messageId(april), 'B'),
      amount: fc.constantFrom('100', '200.00', '300', '600', '300.01'),
      currency: fc.constantFrom('SEK', 'SEK', 'EUR'),
      unclear: fc.constant(true as const),
    },
    { requiredKeys: ['result', 'status'] },
  );
  const anyReport = fc
    .tuple(fc.constantFrom('pain.002', 'camt.053', 'camt.054'), fc.array(word, { maxLength: 6 }))
    .map(([kind, payments]) => reportOf(kind as BankReport['kind'], ...payments));

  it('words are of payments that were sent, once said are known, and never contradict', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { items, words } = matchReport(report, new Map([[march, marchAfter()]]));
        const said = words.get(march) ?? [];
        const plain = said.filter(({ movement }) => movement === undefined);
        expect(items.filter(({ outcome }) => outcome === 'taken')).toHaveLength(plain.length);
        expect(items.length).toBeGreaterThanOrEqual(report.payments.length);
        const state = fold([released(march), reported(said)]);
        const again = matchReport(report, new Map([[march, state]]));
        // A booking of a whole message may be one of fewer payments, now that some are known to be rejected.
        const ofMessage = report.payments.some(({ endToEndId: id, amount }) => !id && amount);
        if (!ofMessage) expect(again.words.size).toBe(0);
      }),
      cases(500),
    );
  });

  it('what states an amount is taken of exactly that amount', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { items } = matchReport(report, new Map([[march, marchAfter()]]));
        for (const { outcome, amount, payee: to, currency } of items)
          if (outcome === 'taken' && amount !== undefined) {
            expect(Number(amount)).toBe(Number(new Map(amounts).get(to as PayeeCode)));
            expect(currency ?? 'SEK').toBe('SEK');
          }
      }),
      cases(500),
    );
  });
});
