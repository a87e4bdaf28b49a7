import { describe, expect, it } from 'vitest';
import { tallyOf } from '../../../functions/shared/tally.ts';
import { bookingOf, deliver, outcomesOf, returnOf } from '../support/bank.ts';
import { at, refusalOf, stateOf, type World } from '../support/world.ts';
import { cases, released, resolve } from '../support/year.ts';
import { type AccountEntry, type AccountReport, camt } from './bank-reports.ts';

const uppsala = '98897438';
const day = '2021-03-01';

const unordered = async (world: World) =>
  (await tallyOf(world, cases.march)).total.unordered.toString();

type Telling = Omit<AccountReport, 'entries'> & {
  readonly moves: string;
  readonly entries?: readonly Partial<AccountEntry>[];
};

/** What a bank sends that gives no reference of its own: each file by itself, of the debits (D) and credits (C) of one payment. */
async function whenTold(...files: readonly Telling[]) {
  const world = await released();
  for (const [index, { moves, ...report }] of files.entries()) {
    const made = [...moves].map((move, entry) => {
      const more = { day, ...report.entries?.[entry] };
      const of = move === 'D' ? bookingOf(world, '03') : returnOf(world, '03');
      return of.then((each) => ({ ...each, ...more }));
    });
    await deliver(
      world,
      camt({ messageId: `B-${index}`, ...report, entries: await Promise.all(made) }),
    );
  }
  return world;
}

const statement = { format: 'camt.053.001.08', id: 'S-1' } as const;
const notice = { format: 'camt.054.001.08' } as const;

describe('Where the bank gives no reference of its own', () => {
  it.each([
    ['of the message', { messagePage: '1' }, { messagePage: '00002' }],
    ['of the statement', { page: '1' }, { page: '2' }],
  ])(
    'a debit on the next page %s is a second one: for a person, and in the tally',
    async (_of, first, next) => {
      const same = { ...statement, messageId: 'B', moves: 'D' };
      const world = await whenTold({ ...same, ...first }, { ...same, ...next });
      expect(await outcomesOf(world)).toEqual(['taken 03', 'moved-twice 03']);
      expect(await unordered(world)).toBe(uppsala);
    },
  );

  it('a debit in another notification of the day is a second one', async () => {
    const world = await whenTold(
      { ...notice, id: 'N-1', moves: 'D' },
      { ...notice, id: 'N-2', moves: 'D' },
    );
    expect(await outcomesOf(world)).toEqual(['taken 03', 'moved-twice 03']);
    expect(await unordered(world)).toBe(uppsala);
  });

  it('a debit of another number in the same notification is a second one', async () => {
    const world = await released();
    for (const number of ['17', '18', '17']) {
      const entry = await bookingOf(world, '03', { day, number });
      await deliver(world, camt({ ...notice, entries: [entry] }));
    }
    expect(await outcomesOf(world)).toEqual(['taken 03', 'moved-twice 03']);
  });

  it('a payment that is reversed and debited again on one day has left a second time, notice by notice', async () => {
    const world = await whenTold(
      { ...notice, id: 'N-1', moves: 'D' },
      { ...notice, id: 'N-2', moves: 'C' },
      { ...notice, id: 'N-3', moves: 'D' },
    );
    expect(await outcomesOf(world)).toEqual(['taken 03', 'taken 03', 'moved-twice 03']);
    expect(await unordered(world)).toBe(uppsala);
  });

  it('and calls every notification by one name, it has left a second time all the same', async () => {
    const world = await whenTold(
      ...['D', 'C', 'D'].map((moves) => ({ ...notice, id: 'ACCOUNT', moves })),
    );
    expect(await outcomesOf(world)).toEqual(['taken 03', 'taken 03', 'moved-twice 03']);
  });

  it('the statement of the evening tells again what was notified, each once, in its order', async () => {
    const noticed = ['D', 'C', 'D'].map((moves, index) => ({ ...notice, id: `N-${index}`, moves }));
    const world = await whenTold(...noticed, { ...statement, moves: 'DCD' });
    expect((await outcomesOf(world)).slice(3)).toEqual(['overtaken 03', 'known 03', 'known 03']);
    expect(await unordered(world)).toBe(uppsala);
  });

  it.each(['DC', 'CD'])(
    'a debit that is notified after a statement of its day with one that was reversed (%s) is for a person',
    async (moves) => {
      const world = await whenTold({ ...statement, moves }, { ...notice, id: 'N-1', moves: 'D' });
      expect((await outcomesOf(world)).at(-1)).toBe('moved-twice 03');
      expect(await unordered(world)).toBe(uppsala);
      const said = resolve(world, cases.march, at('2021-03-03'), 'reissue');
      expect(await refusalOf(said)).toMatchObject({
        message: expect.stringMatching(/^movement-undecided: /),
      });
    },
  );

  it('what is notified late of a debit that stands, and of a reversal, is known', async () => {
    const late = ['D', 'C', 'D'].map((moves, index) => ({ ...notice, id: `N-${index}`, moves }));
    const stands = await whenTold({ ...statement, moves: 'D' }, { ...notice, moves: 'D' });
    expect(await outcomesOf(stands)).toEqual(['taken 03', 'known 03']);
    const reversed = await whenTold({ ...statement, moves: 'DC' }, { ...notice, moves: 'C' });
    expect((await outcomesOf(reversed)).at(-1)).toBe('known 03');
    const nextDay = await whenTold(
      { ...statement, moves: 'DC', entries: [{}, { day: '2021-03-02' }] },
      { ...notice, moves: 'D' },
    );
    expect((await outcomesOf(nextDay)).at(-1)).toBe('overtaken 03');
    const anew = await whenTold({ ...statement, moves: 'DCD' }, ...late);
    expect((await outcomesOf(anew)).slice(3)).toEqual(['overtaken 03', 'known 03', 'known 03']);
  });

  it('a second debit that only the statement has is one, whichever page of it comes first', async () => {
    const pages = ['1', '2'].map((page) => ({ ...statement, page, moves: 'D' }));
    for (const order of [pages, pages.toReversed()]) {
      const world = await whenTold({ ...notice, id: 'N-1', moves: 'D' }, ...order);
      expect(await outcomesOf(world)).toEqual(['taken 03', 'known 03', 'moved-twice 03']);
      expect(await unordered(world)).toBe(uppsala);
    }
  });

  it('a statement that is told again tells nothing new, page by page or with more entries than before', async () => {
    const page = (number: string, messageId: string) => ({
      ...{ ...statement, page: number, messageId, moves: 'D' },
    });
    const paged = await whenTold(page('1', 'A'), page('2', 'A'), page('2', 'B'), page('1', 'B'));
    expect((await outcomesOf(paged)).slice(2)).toEqual(['known 03', 'known 03']);
    const fuller = await whenTold({ ...statement, moves: 'D' }, { ...statement, moves: 'DC' });
    expect(await outcomesOf(fuller)).toEqual(['taken 03', 'known 03', 'taken 03']);
  });
});

describe.each(['NONREF', 'NOTPROVIDED', 'Not provided', '0', '0000000000', '-', ' '])(
  'Where the bank writes “%s” for a reference',
  (reference) => {
    const entries = [{ reference, number: reference }];
    const notices = (moves: string) =>
      [...moves].map((move, index) => ({ ...notice, id: `N-${index}`, moves: move, entries }));

    it('it has given none: a second debit of the day is for a person, and in the tally', async () => {
      const twice = await whenTold(...notices('DD'));
      expect(await outcomesOf(twice)).toEqual(['taken 03', 'moved-twice 03']);
      const anew = await whenTold(...notices('DCD'));
      expect(await outcomesOf(anew)).toEqual(['taken 03', 'taken 03', 'moved-twice 03']);
      expect(await unordered(anew)).toBe(uppsala);
    });

    it('neither of a whole message: booked in two statements, it has left twice', async () => {
      const world = await released();
      const whole = '2786075070';
      const batch = { messageId: 'STB-PAY-2021-03', number: 21 };
      const entry = { sek: whole, day, reference, batch };
      for (const id of ['S-1', 'S-2'])
        await deliver(world, camt({ ...statement, id, messageId: id, entries: [entry] }));
      expect(await unordered(world)).toBe(whole);
    });
  },
);

it('With the bank’s reference a debit is known in whatever file, but not on two pages of one statement', async () => {
  const world = await released();
  const entry = await bookingOf(world, '03', { day, reference: 'R-1' });
  const files = [
    { ...notice, id: 'N-1' },
    { ...statement, id: 'S-1', page: '1' },
    { ...notice, id: 'N-2' },
    { ...statement, id: 'S-2', page: '2' },
    { ...statement, id: 'S-1', page: '2' },
  ];
  for (const [index, file] of files.entries())
    await deliver(world, camt({ ...file, messageId: `B-${index}`, entries: [entry] }));
  expect(await outcomesOf(world)).toEqual([
    ...['taken 03', 'known 03', 'known 03', 'known 03', 'moved-twice 03'],
  ]);
});

it('A whole message of 21 payments that is debited on two pages has left twice', async () => {
  const world = await released();
  const { lines } = await stateOf(world, cases.march);
  for (const page of ['1', '2']) {
    const entries = await Promise.all(
      [...lines.keys()].map((payee) => bookingOf(world, payee, { day })),
    );
    await deliver(world, camt({ ...statement, page, entries }));
  }
  expect(await unordered(world)).toBe('2786075070');
});
