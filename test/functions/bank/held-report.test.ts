import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import { bankReportStream } from '../../../core/record/case-id.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { sha256Of } from '../../../functions/adapters/sha256.ts';
import { readReport } from '../../../functions/bank/read-report/read-report.ts';
import { refusedAs } from '../../../functions/bank/record-report.ts';
import { unlikeFiles } from '../../../functions/shared/held-files.ts';
import { testDebtor } from '../../helpers/debtor.ts';
import { chainedAnew } from '../../helpers/forge.ts';
import { accountOfCases, deliver, releasedFrom, reportsOf } from '../support/bank.ts';
import { everyEvent, streamsIn } from '../support/every-event.ts';
import { at, type World } from '../support/world.ts';
import { cases, prepare, released } from '../support/year.ts';
import { bytesOf, camt } from './bank-reports.ts';

const world = await everyEvent();
const record = await streamsIn(world);
const files = {
  payments: world.paymentFiles,
  reports: world.reports,
  documents: world.documents,
};
const there = {
  payments: world.paymentFiles.names(),
  reports: world.reports.names(),
  documents: world.documents.names(),
};
const found = async (streams: readonly FoundStream[]) =>
  (await unlikeFiles(streams, files, there)).map(({ where, what }) => `${where} ${what}`);

type Members = Readonly<Record<string, Json>>;

/** The record with what it says of a file of the bank's otherwise, under hashes that fit. */
const saying = (file: string, change: (event: Members) => Members) =>
  chainedAnew(
    record.map((each) =>
      nameOf(each) === 'BANK#2021/report'
        ? {
            ...each,
            events: each.events.map((one) =>
              (one.event as Members).file === file
                ? {
                    number: one.number,
                    previous: '',
                    hash: '',
                    event: change(one.event as Members),
                  }
                : one,
            ),
          }
        : each,
    ),
  );

/** The same of one of the items: from 1. */
const item = (file: string, number: number, more: Members) =>
  saying(file, (event) => ({
    ...event,
    items: (event.items as Members[]).map((each, index) =>
      index === number - 1 ? { ...each, ...more } : each,
    ),
  }));

it('What the record says of the bank’s files is what is read in them, where it is true', async () =>
  expect(await found(record)).toEqual([]));

describe('What the record says of the bank’s files otherwise than they do', () => {
  // The 22nd entry of March's file leads to no payment of ours: 17 kronor that nobody knows.
  it.each<[string, Json]>([
    ['amount', '18'],
    ['status', 'CRDT'],
    ['day', '2021-03-05'],
    ['currency', 'EUR'],
    ['bankReference', 'B99'],
    ['endToEndId', 'NOT-OURS-EITHER'],
    ['words', 'Tack så mycket'],
    ['result', 'other'],
    ['outcome', 'noted'],
    ['place', { of: 'statement', id: 'S', entry: 1 }],
  ])('is found of an entry that led to no payment: its %s', async (name, said) => {
    expect(await found(item('march.xml', 22, { [name]: said }))).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^BANK#2021/report event \\d+ has item 22 with another ${name} than the file says`,
        ),
      ),
    );
  });

  it.each<[string, Members]>([
    ['known', { outcome: 'known' }],
    ['of another payment', { bankReference: 'B99' }],
    ['in other words', { words: 'Tack' }],
  ])('is found of an entry that was taken: as %s', async (_, said) => {
    const [name] = Object.keys(said);
    expect(await found(item('march.xml', 1, said))).toContainEqual(
      expect.stringMatching(new RegExp(`has item 1 with another ${name} than the file says`)),
    );
  });

  it('is found of an entry too few or too many', async () => {
    const items = (change: (items: Json[]) => Json[]) =>
      saying('march.xml', (event) => ({ ...event, items: change(event.items as Json[]) }));
    for (const [made, number] of [
      [items((all) => all.slice(0, -1)), 21],
      [items((all) => [...all, all.at(-1) as Json]), 23],
    ] as const)
      expect(await found(made)).toContainEqual(
        expect.stringContaining(`has ${number} items; the file makes 22`),
      );
  });

  it('is found of entries that lie in pieces', async () => {
    const changed = chainedAnew(
      record.map((each) => ({
        ...each,
        events: each.events.map((one) => {
          const { type, items, from } = Object(one.event) as Members;
          if (type !== 'report-items' || from !== 1) return one;
          const [first, ...rest] = items as Members[];
          return {
            ...one,
            event: { ...(one.event as Members), items: [{ ...first, amount: '7' }, ...rest] },
          };
        }),
      })),
    );
    expect(await found(changed)).toContainEqual(
      expect.stringMatching(/has item 1 with another amount than the file says/),
    );
  });

  it.each([
    ['format', 'camt.053.001.02'],
    ['messageId', 'BANK-MAY'],
    ['createdAt', '2021-03-09T06:00:00'],
  ])('is found of the message: its %s', async (name, said) =>
    expect(
      await found(saying('march.xml', (event) => ({ ...event, [name]: said }))),
    ).toContainEqual(expect.stringMatching(new RegExp(`has another ${name} than the file says`))),
  );

  it('is found of the size of a file, taken or refused', async () => {
    for (const file of ['march.xml', 'nothing.xml'])
      expect(await found(saying(file, (event) => ({ ...event, bytes: 1 })))).toContainEqual(
        expect.stringContaining('says another size than the file has'),
      );
  });
});

const ours = testDebtor.account;

/** A report that is said to have been refused, as the reader would say it. */
const refusing = (file: string, said: Parameters<typeof refusedAs>[0]) =>
  saying(file, ({ at, bytes, hash }) => ({
    ...({ type: 'report-refused', at, bytes, file, hash } as Members),
    ...(refusedAs(said) as never as Members),
  }));

describe('A refusal of a file of the bank’s', () => {
  const facts = { where: '/', given: '<Document>', allowed: 'a report' };
  const account = (given: string, allowed: string) =>
    ({ code: 'another-account', facts: { where: 'Acct/Id', given, allowed } }) as const;

  it.each<[string, Parameters<typeof refusedAs>[0]]>([
    ['as none of the formats', { code: 'unknown-format', facts }],
    [
      'as a statement of another account, though it is ours',
      account(ours, 'SE3550000000054910000003'),
    ],
    ['as a statement of an account that is not in it', account('SE3550000000054910000003', ours)],
  ])('that can be read is found: %s', async (_, said) => {
    const made = await found(refusing('strangers.xml', said));
    expect(made).toContainEqual(
      expect.stringMatching(new RegExp(`refuses as ${said.code} a file that can be read$`)),
    );
  });

  it.each<[string, Json]>([
    ['code', 'incomplete'],
    ['why', 'The file is another one.'],
    ['facts', facts],
  ])('for another reason than is found in it is found: its %s', async (name, said) =>
    expect(
      await found(saying('nothing.xml', (event) => ({ ...event, [name]: said }))),
    ).toContainEqual(
      expect.stringMatching(new RegExp(`refuses a file with another ${name} than is found in it$`)),
    ),
  );

  it('is found to be left out where the record takes a file that cannot be read', async () => {
    const made = saying(
      'nothing.xml',
      ({ at, bytes, hash, file }) =>
        ({
          ...{ type: 'report-taken', at, bytes, hash, file: file as Json },
          ...{
            format: 'camt.054.001.08',
            messageId: 'B',
            createdAt: '2021-03-01T07:00:00',
            items: [],
          },
        }) as Members,
    );
    expect(await found(made)).toContainEqual(
      expect.stringMatching(/takes a file that cannot be read: not-xml$/),
    );
  });
});

describe('A statement of another account', () => {
  const foreign = (entries: number) =>
    camt({
      account: 'SE3550000000054910000003',
      entries: Array.from({ length: entries }, (_, index) => ({
        sek: '5',
        payments: [{ endToEndId: `NOT-OURS-${index}`, sek: '5' }],
      })),
    });
  const heldIn = async (world: World) =>
    (
      await unlikeFiles(
        await streamsIn(world),
        { payments: world.paymentFiles, reports: world.reports, documents: world.documents },
        {
          payments: world.paymentFiles.names(),
          reports: world.reports.names(),
          documents: world.documents.names(),
        },
      )
    ).map(({ what }) => what);

  it('was refused in truth, and is the same whatever account payments leave from later', async () => {
    const world = await released();
    await deliver(world, foreign(1), at('2021-03-02', '09:00'), 'foreign.xml');
    expect((await reportsOf(world)).map(({ type }) => type)).toEqual(['report-refused']);
    expect(await heldIn(world)).toEqual([]);
    const moved = await releasedFrom(accountOfCases);
    await deliver(moved, foreign(1), at('2021-03-02', '09:00'), 'foreign.xml');
    expect(await heldIn(moved)).toEqual([]);
  });

  it('is found where it is said to be taken, once proposals tell from which accounts payments left', async () => {
    const content = foreign(0);
    const world = await released();
    const event = {
      ...{ type: 'report-taken', at: at('2021-03-02', '09:00'), file: 'foreign.xml' },
      ...{ hash: sha256Of(bytesOf(content)), bytes: bytesOf(content).length },
      ...{
        format: 'camt.054.001.08',
        messageId: 'BANK-1',
        createdAt: '2021-03-02T06:00:00',
        items: [],
      },
    };
    world.reports.tamper('foreign.xml', bytesOf(content));
    const read = readReport(bytesOf(content));
    if (!read.ok) throw new Error(read.refusal.code);
    const { format, messageId, createdAt } = read.value;
    await world.records.append(bankReportStream(2021), undefined, {
      ...event,
      format,
      messageId,
      createdAt,
    });
    expect(await heldIn(world)).toEqual([]);
    await prepare(world, cases.april, at('2021-03-24'));
    expect(await heldIn(world)).toEqual(['takes a file of another account']);
  });
});
