import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumsToZero } from '../../../core/payment/voucher.ts';
import { takeBackReturns } from '../../../functions/shared/returns.ts';
import { cases as runs } from '../../helpers/cases.ts';
import { Crash, crashAt } from '../../helpers/memory-records.ts';
import { type AccountEntry, bytesOf, camt, pain002 } from '../bank/bank-reports.ts';
import {
  allBooked,
  bookingOf,
  deliver,
  lineOf,
  outcomesOf,
  reportsOf,
  returnOf,
  statusesOf,
} from '../support/bank.ts';
import {
  at,
  copyOf,
  eventsOf,
  newWorld,
  refusalOf,
  stateOf,
  typesOf,
  vouchersOf,
  type World,
} from '../support/world.ts';
import { cases, close, released, report, resolve, settle, wait } from '../support/year.ts';

const message = 'STB-PAY-2021-03';
const idOf = (payee: string) => `${message}-${payee}`;
const notification = (...entries: AccountEntry[]) =>
  camt({ messageId: `B-${entries.length}`, entries });

describe('A report of the bank', () => {
  it('that everything was booked completes the payment and wakes its run', async () => {
    const world = await released();
    await wait(world, 'bank', at('2021-03-01', '07:00'));
    await deliver(world, await allBooked(world));
    const statuses = await statusesOf(world);
    expect(new Set(Object.values(statuses))).toEqual(new Set(['booked']));
    const { lines } = await stateOf(world, cases.march);
    expect(await outcomesOf(world)).toEqual([...lines.keys()].map((payee) => `taken ${payee}`));
    expect(world.workflows.woken).toEqual([`token of ${cases.march}`]);
    expect(await settle(world, cases.march, at('2021-03-02', '10:00'))).toMatchObject({
      state: 'settled',
    });
  });

  it('is noted with its file, and the case notes it by the hash of its bytes', async () => {
    const world = await released();
    const xml = notification(await bookingOf(world, '01', { reference: 'R-1' }));
    const answer = await deliver(world, xml);
    const { sek } = await lineOf(world, '01');
    expect(await reportsOf(world)).toEqual([
      {
        type: 'report-taken',
        at: at('2021-03-02', '09:00'),
        hash: answer.report,
        file: 'from-bank/report.xml',
        bytes: bytesOf(xml).length,
        format: 'camt.054.001.08',
        messageId: 'B-1',
        createdAt: '2021-03-01T09:00:00',
        items: [
          {
            outcome: 'taken',
            result: 'booked',
            status: 'BOOK DBIT PMNT/ICDT/DMCT',
            messageId: message,
            endToEndId: idOf('01'),
            amount: sek,
            currency: 'SEK',
            bankReference: 'R-1',
            place: { of: 'notification', id: 'S-1', entry: 1 },
            case: cases.march,
            payee: '01',
          },
        ],
      },
    ]);
    expect((await eventsOf(world, cases.march)).at(-1)).toEqual({
      type: 'bank-reported',
      at: at('2021-03-02', '09:00'),
      messageId: message,
      words: [
        {
          ...{ payee: '01', result: 'booked', entryReference: 'R-1' },
          place: { of: 'notification', id: 'S-1', entry: 1 },
        },
      ],
      source: { report: answer.report },
    });
  });

  it('that a payment came back takes it into the journal again, once', async () => {
    const world = await released();
    const { sek } = await lineOf(world, '03');
    await deliver(world, notification(await returnOf(world, '03')));
    await deliver(
      world,
      camt({ format: 'camt.053.001.02', entries: [await returnOf(world, '03')] }),
    );
    const vouchers = await vouchersOf(world, 2021);
    const back = vouchers.filter(({ key }) => key === `${cases.march}/return/03`);
    expect(back.map(({ cashSek }) => cashSek)).toEqual([`-${sek}`]);
    expect(vouchers.every(sumsToZero)).toBe(true);
    expect(await lineOf(world, '03')).toMatchObject({ status: 'returned', code: 'AC04' });
    expect(await outcomesOf(world)).toEqual(['taken 03', 'known 03']);
    // The statement adds where it has the entry, and nothing else.
    expect((await typesOf(world, cases.march)).slice(-3)).toEqual([
      ...['bank-reported', 'returned', 'bank-reported'],
    ]);
  });

  it('that the bank has rejected the whole file takes every payment back', async () => {
    const world = await released();
    const { lines } = await stateOf(world, cases.march);
    await deliver(world, pain002({ group: { status: 'RJCT', code: 'FF01' } }));
    expect(
      [...(await stateOf(world, cases.march)).lines.values()].map((line) => line.code),
    ).toEqual(Array(lines.size).fill('FF01'));
    const reversed = (await vouchersOf(world, 2021)).filter(({ key }) => key.includes('/return/'));
    expect(reversed).toHaveLength(lines.size);
  });

  it('of several cases is noted in each', async () => {
    const world = await released();
    const of = { endToEndId: 'STB-PAY-2021-04-01', sek: '5' };
    await deliver(world, notification(await bookingOf(world, '01'), { sek: '5', payments: [of] }));
    expect(await outcomesOf(world)).toEqual(['taken 01', 'not-sent 01']);
    expect(await typesOf(world, cases.april)).toEqual([]);
  });
});

it('After a report the sums are tallied: where they do not hold, it is taken and says so', async () => {
  const world = await released();
  const [file = ''] = world.paymentFiles.names();
  const text = world.paymentFiles.text(file) ?? '';
  const { sek } = await lineOf(world, '01');
  world.paymentFiles.tamper(file, bytesOf(text.replaceAll(`>${sek}`, `>1${sek}`)));
  const xml = notification(await bookingOf(world, '01'));
  expect(await refusalOf(deliver(world, xml))).toMatchObject({ name: 'SumsDoNotHold' });
  expect(await outcomesOf(world)).toEqual(['taken 01']);
  expect((await statusesOf(world))['01']).toBe('booked');
});

describe('What changes no payment', () => {
  const kept = async (act: (world: World) => Promise<unknown>, ...outcomes: string[]) => {
    const world = await released();
    const before = world.records.dump('RUN#');
    const journal = world.records.dump('JOURNAL#');
    await act(world);
    expect(await outcomesOf(world)).toEqual(outcomes);
    expect(world.records.dump('RUN#')).toEqual(before);
    expect(world.records.dump('JOURNAL#')).toEqual(journal);
  };

  it.each([
    ['another amount', { sek: '1' }],
    ['an öre more', {}],
    ['another currency', { currency: 'EUR' }],
  ])('%s than was sent', (_what, other) =>
    kept(async (world) => {
      const { sek } = await lineOf(world, '01');
      const payment = { endToEndId: idOf('01'), sek: `${sek}.01`, ...other };
      const same = 'currency' in other ? { ...payment, sek } : payment;
      await deliver(world, notification({ ...same, payments: [same] }));
      const [taken] = await reportsOf(world);
      expect(taken).toMatchObject({ items: [{ standing: sek }] });
    }, 'amount-differs 01'),
  );

  it('a payee who was not paid', () =>
    kept(
      (world) =>
        deliver(world, pain002({ payments: [{ endToEndId: idOf('SKR'), status: 'RJCT' }] })),
      'not-sent SKR',
    ));

  it('a debit that nobody ordered, and money that somebody sent', () =>
    kept(
      (world) => deliver(world, notification({ sek: '250' }, { sek: '900', direction: 'CRDT' })),
      'unknown',
      'unknown',
    ));

  it('what is still on its way', () =>
    kept(
      async (world) =>
        deliver(world, notification(await bookingOf(world, '01', { status: 'PDNG' }))),
      'noted 01',
    ));

  it('a file that is no report: it is noted, with why', () =>
    kept(async (world) => {
      expect(await deliver(world, '<x/>')).toMatchObject({ type: 'report-refused' });
      expect(await reportsOf(world)).toMatchObject([
        {
          type: 'report-refused',
          code: 'unknown-format',
          why: expect.stringContaining(
            'The file is of another kind: <x> ""; what is read is pain.002',
          ),
          facts: { given: '<x> ""' },
          bytes: 4,
        },
      ]);
      expect(await deliver(world, '<x/>')).toMatchObject({ type: 'report-refused' });
    }, 'unknown-format'));

  it('a report that another one was put over before it was looked at: the very version is read', async () => {
    const world = await released();
    const { run } = await import('../../../functions/take-bank-report.lambda.ts');
    const versions = new Map([
      ['v1', bytesOf(await allBooked(world))],
      ['v2', bytesOf('<x/>')],
    ]);
    const files = {
      read: (_name: string, version = 'v2') => Promise.resolve(versions.get(version)),
    };
    await run(
      {
        time: at('2021-03-02'),
        detail: { bucket: { name: 'reports' }, object: { key: 'x', 'version-id': 'v1' } },
      },
      { ...world, bankReports: { bucket: 'reports', files } },
    );
    expect(new Set(Object.values(await statusesOf(world)))).toEqual(new Set(['booked']));
  });

  it('a file of another bucket, which is refused', () =>
    kept(async (world) => {
      const { run } = await import('../../../functions/take-bank-report.lambda.ts');
      const files = { read: () => Promise.resolve(undefined) };
      const ports = { ...world, bankReports: { bucket: 'reports', files } };
      const event = (name: string) => ({
        time: at('2021-03-02'),
        detail: { bucket: { name }, object: { key: 'x' } },
      });
      expect(await refusalOf(run(event('payments'), ports))).toEqual({
        name: 'InputRejected',
        message: 'payments was given; reports come from reports.',
      });
      expect(await refusalOf(run(event('reports'), ports))).toMatchObject({ name: 'Error' });
    }));
});

describe('The bank’s words in another order', () => {
  it('returned before it was booked: it has come back, and the booking is overtaken', async () => {
    const world = await released();
    await deliver(world, notification(await returnOf(world, '01'), await bookingOf(world, '01')));
    expect(await outcomesOf(world)).toEqual(['taken 01', 'overtaken 01']);
    expect((await statusesOf(world))['01']).toBe('returned');
  });

  it('accepted after it was booked: overtaken', async () => {
    const world = await released();
    await deliver(world, notification(await bookingOf(world, '01')));
    await deliver(world, pain002({ payments: [{ endToEndId: idOf('01'), status: 'ACCP' }] }));
    expect(await outcomesOf(world)).toEqual(['taken 01', 'overtaken 01']);
  });

  it('rejected after it was booked: contradicts, and what was booked stays', async () => {
    const world = await released();
    await deliver(world, notification(await bookingOf(world, '01')));
    await deliver(world, pain002({ payments: [{ endToEndId: idOf('01'), status: 'RJCT' }] }));
    expect(await outcomesOf(world)).toEqual(['taken 01', 'contradicts 01']);
    expect((await statusesOf(world))['01']).toBe('booked');
    const taken = (await reportsOf(world))[1];
    expect(taken).toMatchObject({ items: [{ standing: 'booked' }] });
  });

  it('after a case officer has typed it in: known', async () => {
    const world = await released();
    await report(world, cases.march, at('2021-03-02'), [{ payee: '03', code: 'AC04' }]);
    await deliver(world, notification(await bookingOf(world, '01'), await returnOf(world, '03')));
    expect(await outcomesOf(world)).toEqual(['known 01', 'known 03']);
  });

  it('late: a payment comes back after the case was closed as paid', async () => {
    const world = await released();
    await deliver(world, await allBooked(world));
    await settle(world, cases.march, at('2021-03-02', '10:00'));
    await close(world, cases.march, at('2021-03-02', '11:00'));
    await deliver(world, notification(await returnOf(world, '01')), at('2021-03-09'));
    expect(await lineOf(world, '01')).toMatchObject({
      status: 'returned',
      takenBack: expect.any(String),
    });
    await resolve(world, cases.march, at('2021-03-10'), 'next-month', '01');
    expect((await typesOf(world, cases.march)).at(-1)).toBe('return-resolved');
  });

  it('rejected in part, and the rest booked as one batch', async () => {
    const world = await released();
    const { lines } = await stateOf(world, cases.march);
    const rest = [...lines.values()].filter(({ payee }) => payee !== '03');
    const sek = rest.reduce((sum, line) => sum + BigInt(line.sek), 0n).toString();
    const batch = { messageId: message, number: rest.length, sek };
    await deliver(world, camt({ messageId: 'early', entries: [{ sek, batch }] }));
    expect(await outcomesOf(world)).toEqual(['amount-differs']);
    await deliver(
      world,
      pain002({
        group: { status: 'PART' },
        payments: [{ endToEndId: idOf('03'), status: 'RJCT' }],
      }),
    );
    await deliver(world, camt({ messageId: 'late', entries: [{ sek, batch }] }));
    const statuses = Object.entries(await statusesOf(world));
    expect(statuses.filter(([, status]) => status === 'booked')).toHaveLength(rest.length);
    expect((await statusesOf(world))['03']).toBe('rejected');
  });
});

describe('A file that comes again', () => {
  it('is found by its bytes, in the year before as well, and changes nothing', async () => {
    const world = await released();
    const xml = notification(await returnOf(world, '03'));
    const first = await deliver(world, xml, at('2021-12-31', '23:00'));
    const once = world.records.dump();
    const again = await deliver(world, xml, at('2022-01-01', '01:00'), 'renamed.xml');
    expect(again).toEqual(first);
    expect(world.records.dump()).toEqual(once);
  });

  it('with other bytes under the bank’s same id is taken: what is new in it is news, the rest is known', async () => {
    const world = await released();
    const [first, more] = [await bookingOf(world, '01'), await bookingOf(world, '03')];
    await deliver(world, camt({ entries: [first] }));
    // A fuller file of the day, and the next page of it.
    await deliver(world, camt({ entries: [first, more] }));
    await deliver(world, camt({ entries: [await bookingOf(world, '04')] }));
    expect(await outcomesOf(world)).toEqual(['taken 01', 'known 01', 'taken 03', 'taken 04']);
  });

  it('under the same id in another format is another report', async () => {
    const world = await released();
    await deliver(world, camt({ entries: [await bookingOf(world, '01')] }));
    await deliver(
      world,
      camt({ format: 'camt.053.001.08', entries: [await bookingOf(world, '01')] }),
    );
    expect(await outcomesOf(world)).toEqual(['taken 01', 'known 01']);
  });

  it('delivered twice at once is one report', async () => {
    const world = await released();
    const xml = notification(await returnOf(world, '03'), await bookingOf(world, '01'));
    const alone = copyOf(world);
    await deliver(alone, xml);
    await Promise.all([deliver(world, xml), deliver(world, xml), deliver(world, xml)]);
    expect(world.records.dump()).toEqual(alone.records.dump());
  });
});

it('A file that two bring at two moments is one report', async () => {
  const world = await released();
  const xml = notification(await returnOf(world, '03'));
  await Promise.all(
    ['09:00', '09:01', '09:02'].map((time) => deliver(world, xml, at('2021-03-02', time))),
  );
  expect(await outcomesOf(world)).toEqual(['taken 03']);
  expect((await typesOf(world, cases.march)).slice(-2)).toEqual(['bank-reported', 'returned']);
});

describe('Killed before or after any write and delivered again', () => {
  it('leaves the same bytes as if nothing had happened', async () => {
    const start = await released();
    const april = { endToEndId: 'STB-PAY-2021-04-01', sek: '5' };
    const xml = notification(
      await bookingOf(start, '01'),
      await returnOf(start, '03'),
      await returnOf(start, '04'),
      await bookingOf(start, '01'),
      { sek: '5', payments: [april] },
      { sek: '7' },
    );
    const whole = copyOf(start);
    let appends = 0;
    whole.records.interrupt(({ append }) => {
      appends = Math.max(appends, append);
    });
    await deliver(whole, xml);
    whole.records.interrupt(undefined);
    // The words, two vouchers, what was taken back, the report.
    expect(appends).toBe(5);
    expect(await outcomesOf(whole)).toEqual([
      'taken 01',
      'taken 03',
      'taken 04',
      'moved-twice 01',
      'not-sent 01',
      'unknown',
    ]);
    for (const moment of ['before', 'after'] as const)
      for (let append = 1; append <= appends; append++) {
        const world = copyOf(start);
        world.records.interrupt(crashAt(moment, append));
        await expect(deliver(world, xml)).rejects.toBeInstanceOf(Crash);
        world.records.interrupt(undefined);
        const restarted = newWorld(world.records, world.paymentFiles);
        await deliver(restarted, xml);
        expect(restarted.records.dump()).toEqual(whole.records.dump());
      }
  });

  it('does so beside another report that came in between', async () => {
    const start = await released();
    const xml = notification(await bookingOf(start, '01'));
    start.records.interrupt(crashAt('after', 1));
    await expect(deliver(start, xml)).rejects.toBeInstanceOf(Crash);
    start.records.interrupt(undefined);
    const world = newWorld(start.records, start.paymentFiles);
    await deliver(world, camt({ messageId: 'other', entries: [await returnOf(world, '01')] }));
    await deliver(world, xml);
    expect(await outcomesOf(world)).toEqual(['taken 01', 'taken 01']);
    expect((await statusesOf(world))['01']).toBe('returned');
  });
});

it('What is known by now gives a report that was half taken no other words than it had', async () => {
  const start = await released();
  const { lines } = await stateOf(start, cases.march);
  const rest = [...lines.values()].filter(({ payee }) => payee !== '03');
  const sek = rest.reduce((sum, line) => sum + BigInt(line.sek), 0n).toString();
  const batch = { sek, batch: { messageId: message, number: rest.length } };
  const xml = notification(await bookingOf(start, '01'), batch);
  start.records.interrupt(crashAt('after', 1));
  await expect(deliver(start, xml)).rejects.toBeInstanceOf(Crash);
  start.records.interrupt(undefined);
  const world = newWorld(start.records, start.paymentFiles);
  const rejected = [{ endToEndId: idOf('03'), status: 'RJCT' }];
  await deliver(world, pain002({ messageId: 'other', payments: rejected }));
  await deliver(world, xml);
  expect(await outcomesOf(world)).toEqual(['taken 03', 'taken 01', 'amount-differs']);
  expect((await statusesOf(world))['04']).toBe('sent');
});

describe('For any reports that can be true together', () => {
  it('the order and repeats do not matter: every payment ends in the same way', async () => {
    const start = await released();
    const accepted = pain002({ group: { status: 'ACCP' } });
    const rejected = pain002({
      messageId: 'B-R',
      group: { status: 'PART' },
      payments: [{ endToEndId: idOf('03'), status: 'RJCT', code: 'AC03' }],
    });
    const booked = camt({
      messageId: 'B-B',
      entries: [await bookingOf(start, '01'), await bookingOf(start, '04')],
    });
    const statement = camt({
      format: 'camt.053.001.02',
      messageId: 'B-S',
      entries: [
        await bookingOf(start, '01'),
        await bookingOf(start, '04'),
        await bookingOf(start, '05'),
        await returnOf(start, '04'),
      ],
    });
    const returned = camt({ messageId: 'B-T', entries: [await returnOf(start, '04')] });
    const reports = [accepted, rejected, booked, statement, returned];
    const expected: Record<string, string> = {
      ...Object.fromEntries(Object.keys(await statusesOf(start)).map((each) => [each, 'accepted'])),
      ...{ '01': 'booked', '03': 'rejected', '04': 'returned', '05': 'booked' },
    };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...reports, ...reports], { minLength: 5 }),
        async (some) => {
          const world = copyOf(start);
          for (const xml of [...some, ...reports]) await deliver(world, xml);
          expect(await statusesOf(world)).toEqual(expected);
          const back = (await vouchersOf(world, 2021)).filter(({ key }) =>
            key.includes('/return/'),
          );
          expect(back.map(({ key }) => key).sort()).toEqual([
            `${cases.march}/return/03`,
            `${cases.march}/return/04`,
          ]);
          // Nothing is left to take back.
          const dump = world.records.dump();
          await takeBackReturns(world, cases.march, at('2021-03-05'));
          expect(world.records.dump()).toEqual(dump);
        },
      ),
      runs(30),
    );
  });
});
