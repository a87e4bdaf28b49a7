import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import { roomContradictions } from '../../../core/record/room-contradictions.ts';
import { anna, at, bo, happened, paidOut } from '../payment/words.ts';
import { chained } from './streams.ts';

const taken = (more: object = {}): Json => ({
  ...{ type: 'room-taken', at, case: 'payout-2022-02', proposal: 'P1', number: 1, sek: '100' },
  ...more,
});
const back = {
  type: 'room-given-back',
  at,
  case: 'payout-2022-02',
  proposal: 'P1',
  because: 'closed',
};
const room = (...events: readonly Json[]) => chained('ROOM#2022', '1:5 ap.2', ...events);
const february = chained('RUN#2022', '02', ...paidOut);
const found = (...record: readonly FoundStream[]) =>
  roomContradictions(record, new Set(['P1', 'P2'])).map(({ where, what }) => `${where} ${what}`);

const unroomed = 'RUN#2022/02 event 4 release-ordered without its room in 2022';

describe('A payment that was ordered', () => {
  it('has its room in the budget year of its day', () => {
    expect(found(february, room(taken()))).toEqual([]);
  });

  it.each([
    ['no room was taken', []],
    ['it was taken in another year', [chained('ROOM#2021', '1:5 ap.2', taken())]],
    ['another sum was taken', [room(taken({ sek: '99' }))]],
    ['it was taken for another proposal', [room(taken({ proposal: 'P2' }))]],
    ['another case took it', [room(taken({ case: 'payout-2022-03' }))]],
    ['it was given back', [room(taken(), back)]],
  ])('is a finding where %s', (_, rooms) => {
    expect(found(february, ...rooms)).toEqual([unroomed]);
  });

  it('needs no room when nobody is paid', () => {
    const nothing = { ...happened.released(), sent: [] };
    expect(found(chained('RUN#2022', '02', ...paidOut.slice(0, -1), nothing))).toEqual([]);
  });
});

describe('The room of a budget year', () => {
  const only = (...events: readonly Json[]) => found(room(...events));

  it('is given back and taken anew for a later proposal', () => {
    expect(only(taken(), back, taken({ number: 2, proposal: 'P2' }))).toEqual([]);
  });

  it('is not taken for a proposal that the record does not hold', () => {
    expect(only(taken({ proposal: 'P9' }))).toEqual([
      'ROOM#2022/1:5 ap.2 event 1 room-taken for a proposal that the record does not hold',
    ]);
  });

  it('is not taken twice, nor for an earlier proposal after a later', () => {
    expect(only(taken(), taken())).toEqual([
      'ROOM#2022/1:5 ap.2 event 2 room-taken for a proposal that is no later than the one before',
    ]);
  });

  it('is not given back by who has none', () => {
    expect(only(back)).toEqual(['ROOM#2022/1:5 ap.2 event 1 room-given-back that was not taken']);
  });

  it('knows no other words', () => {
    expect(only({ ...back, type: 'room-lent' })).toEqual([
      'ROOM#2022/1:5 ap.2 cannot be read: RangeError: "room-lent" is nothing that happens to the room',
    ]);
  });

  it('is of the one appropriation that pays the grant', () => {
    expect(found(chained('ROOM#2022', '1:9', taken()))).toEqual([
      'ROOM#2022/1:9 is of no appropriation that pays the grant',
    ]);
  });
});

describe('A payment that is booked', () => {
  const frame = (year: number, appropriationSek: string, creditSek = '0', more: object = {}) => {
    const content = { budgetYear: year, appropriationSek, creditSek, paidBeforeFirstRunSek: '10' };
    return chained(
      `INPUT#${year}`,
      'appropriation',
      { type: 'input-registered', at, by: anna, from: 'x', documentHash: 'h', content },
      { type: 'input-confirmed', at, by: bo, version: 1, ...more },
    );
  };
  const voucher = (number: number, key: string, cashSek: string): Json => ({
    ...{ type: 'voucher', number, key, case: key.replace(/\/.*/, ''), cashSek },
  });
  const journal = (year: number, ...vouchers: readonly (readonly [string, string])[]) =>
    chained(
      `JOURNAL#${year}`,
      'voucher',
      ...vouchers.map(([key, sek], index) => voucher(index + 1, key, sek)),
    );
  const two = [
    ['payout-2022-02', '60'],
    ['payout-2022-03', '40'],
  ] as const;

  it('is within the appropriation and its credit', () => {
    expect(found(journal(2022, ...two), frame(2022, '100', '10'))).toEqual([]);
  });

  it('beyond them is a finding, with the kronor', () => {
    expect(found(journal(2022, ...two), frame(2022, '100', '8'))).toEqual([
      'JOURNAL#2022 voucher 2 pays 2 kronor beyond the appropriation and its credit',
    ]);
  });

  it('may use what came back before it, and not what came back after', () => {
    const back = ['payout-2022-02/return/05', '-5'] as const;
    const small = frame(2022, '105');
    expect(found(journal(2022, two[0], back, two[1]), small)).toEqual([]);
    expect(found(journal(2022, ...two, back), small)).toHaveLength(1);
  });

  it('is not blamed for what the bank booked anew', () => {
    const anew = ['payout-2022-02/anew/05', '50'] as const;
    expect(found(journal(2022, two[0], anew, two[1]), frame(2022, '110'))).toEqual([]);
  });

  it('has as much less as the year before took of its credit', () => {
    const before = [journal(2021, ['payout-2021-12', '97']), frame(2021, '100', '20')];
    const year = journal(2022, ...two);
    expect(found(year, frame(2022, '117'), ...before)).toEqual([]);
    expect(found(year, frame(2022, '116'), ...before)).toEqual([
      'JOURNAL#2022 voucher 2 pays 1 kronor beyond the appropriation and its credit',
    ]);
    const unspent = [journal(2021, ['payout-2021-12', '80']), frame(2021, '100', '20')];
    expect(found(year, frame(2022, '110'), ...unspent)).toEqual([]);
  });

  it('is held to the widest frame that was ever confirmed: a later one may be narrower', () => {
    const wide = frame(2022, '110').events;
    const narrow = frame(2022, '50').events;
    const events = [
      ...wide,
      ...narrow.map((each) => ({ ...each, event: { ...(each.event as object), version: 2 } })),
    ];
    expect(found(journal(2022, ...two), { ...frame(2022, '110'), events })).toEqual([]);
  });

  it.each([
    ['is known', []],
    ['two people have confirmed', [frame(2022, '500', '0', { by: anna })]],
  ])('is a finding where no appropriation %s', (_, frames) => {
    expect(found(journal(2022, two[0]), ...frames)).toEqual([
      'JOURNAL#2022 voucher 1 pays from no appropriation of 2022',
    ]);
  });

  it('of nothing needs none', () => {
    expect(found(journal(2022, ['payout-2022-05', '0']))).toEqual([]);
  });
});
