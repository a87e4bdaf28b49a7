import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../core/calendar/stockholm.ts';
import { anchorName, anchorOf, anchorText, parseAnchor } from '../../../core/record/anchor.ts';
import { caseStream } from '../../../core/record/case-id.ts';
import type { Head } from '../../../core/record/chain.ts';
import { holdsEvents } from '../../../core/record/partitions.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256, sha256Of } from '../../../functions/adapters/sha256.ts';
import { wholeRecord } from '../../../functions/api/views/record-streams.ts';
import { anchorNew, anchorRecord } from '../../../functions/shared/anchoring.ts';
import { leavingError } from '../../../functions/shared/logged-error.ts';
import type { StoredRecords } from '../../../functions/shared/stored-records.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { allBooked, deliver } from '../support/bank.ts';
import { asAnchoring, at, copyOf, newWorld, refusalOf, type World } from '../support/world.ts';
import {
  approveBoth,
  cases,
  inputOf,
  prepare,
  register,
  registerWith,
  release,
  released,
} from '../support/year.ts';

const now = at('2021-03-26');
const whole = (world: World, when = now) => anchorRecord(asAnchoring(world, 'anchor-record'), when);
/** Every day it is told nothing; after a release, the time. */
const daily = (world: World, when?: Instant) =>
  anchorNew(asAnchoring(world, 'verify-events'), when);
const headsIn = (world: World, name: string | null): readonly Head[] =>
  parseAnchor(name ?? '', world.anchors.text(name ?? '') ?? '', sha256).heads;
const lengthOf = (heads: readonly Head[], where: string) =>
  heads.find(({ partition, stream }) => `${partition}/${stream}` === where)?.length;

/** The record with one stream otherwise than it was. */
async function withStream(
  world: World,
  where: string,
  change: (events: readonly unknown[]) => readonly unknown[] | undefined,
): Promise<World> {
  const { streams } = await wholeRecord(world.records, now);
  const changed = streams.flatMap(({ partition, stream, events }) => {
    const name = `${partition}/${stream}`;
    const all = events.map((event) => ({ stream: { partition, name: stream }, ...event }));
    const kept = name === where ? change(all) : all;
    return kept ? [[name, kept] as const] : [];
  });
  return newWorld(
    new MemoryRecords(new Map(changed) as never),
    ...[world.paymentFiles, world.anchors, world.rulebooks, world.reports, world.documents],
  );
}

const march = 'RUN#2021/03';

/** The world's record, with something that happens before items are read. */
const askedBefore = (
  { records }: World,
  happens: (partition: string) => Promise<void> | void,
): StoredRecords => ({
  itemsAt: (places) => records.itemsAt(places),
  async itemsOf(partition) {
    await happens(partition);
    return records.itemsOf(partition);
  },
  async itemsAfter(stream, number) {
    await happens(stream.partition);
    return records.itemsAfter(stream, number);
  },
});

/** March is released and anchored. */
let anchored: World;
/** And then its payment arrived, and April's was prepared. */
let grown: World;
beforeAll(async () => {
  anchored = await released();
  await whole(anchored);
  grown = copyOf(anchored);
  await prepare(grown, cases.april, at('2021-03-25'));
});

describe('Anchoring the record', () => {
  it('notes the heads that the verifier finds, under the head hash that it gives', async () => {
    const world = await released();
    const { anchor, items, held } = await whole(world);
    const found = verify((await wholeRecord(world.records, now)).streams, sha256);
    expect(headsIn(world, anchor)).toEqual(found.heads);
    expect(anchor).toBe(anchorName(anchorOf(found.heads, sha256)));
    expect([items, held]).toEqual([found.events, 0]);
  });

  it('done again on the same record finds its file, and adds none', async () => {
    const world = copyOf(anchored);
    const before = world.anchors.names();
    const { anchor, held } = await whole(world);
    expect(world.anchors.names()).toEqual(before);
    expect([anchor, held]).toEqual([before[0], 1]);
  });

  it('done again on a record that has grown meanwhile adds a second, and both hold', async () => {
    const world = copyOf(grown);
    const { anchor, held } = await whole(world);
    expect(world.anchors.names()).toHaveLength(2);
    expect([anchor, held]).toEqual([world.anchors.names()[1], 1]);
    expect((await whole(world)).held).toBe(2);
  });

  it('whose answer was lost after the file was stored is done again without a trace', async () => {
    const world = await released();
    world.anchors.interrupt(({ operation, moment }) => {
      if (operation === 'put' && moment === 'after') throw new Error('The answer was lost.');
    });
    expect((await refusalOf(whole(world)))?.message).toBe('The answer was lost.');
    world.anchors.interrupt(undefined);
    expect(world.anchors.names()).toEqual([(await whole(world)).anchor]);
  });

  it('two at once store one file', async () => {
    const world = await released();
    const [one, other] = await Promise.all([whole(world), whole(world)]);
    expect(one).toEqual(other);
    expect(world.anchors.names()).toEqual([one.anchor]);
  });

  it('appends nothing', async () => {
    const world = copyOf(grown);
    const before = world.records.dump();
    await whole(world);
    await daily(world);
    expect(world.records.dump()).toEqual(before);
  });
});

describe('The daily verification', () => {
  it('looks at everything before anything was anchored', async () => {
    const [world, other] = [await released(), await released()];
    expect(await daily(world)).toEqual(await whole(other));
  });

  it('anchors what happened since, with the documents of what happened', async () => {
    const world = copyOf(grown);
    const { anchor } = await daily(world);
    const [before = ''] = anchored.anchors.names();
    const heads = headsIn(world, anchor);
    expect(lengthOf(heads, 'RUN#2021/04')).toBeGreaterThan(0);
    expect(lengthOf(headsIn(world, before), 'RUN#2021/04')).toBeUndefined();
    expect(lengthOf(heads, 'PROPOSAL#2021/payout-2021-04')).toBe(1);
    expect(lengthOf(heads, 'WORKING#2021/payout-2021-04')).toBeGreaterThan(0);
    expect(heads).toEqual(verify((await wholeRecord(world.records, now)).streams, sha256).heads);
  });

  it('names the anchor that was there before, so that none can be taken from between two', async () => {
    const world = copyOf(grown);
    await daily(world);
    const [first = '', second = ''] = world.anchors.names();
    expect(world.anchors.text(second)).toContain(`"previous":"${first}"`);
    await approveBoth(world, cases.april, at('2021-03-25'));
    await daily(world);
    world.anchors.remove(second);
    for (const verifyIt of [daily, whole])
      expect((await refusalOf(verifyIt(world)))?.message).toMatch(
        new RegExp(`^anchors lack ${second}, which \\d+-[0-9a-f]+\\.json follows`),
      );
  });

  it('adds no anchor on a day on which nothing happened', async () => {
    const world = copyOf(anchored);
    await daily(world);
    expect(world.anchors.names()).toEqual(anchored.anchors.names());
  });

  it('reads of a day on which nothing happened the last event of each stream, and no document', async () => {
    const world = copyOf(anchored);
    const { items } = await daily(world);
    const known = headsIn(world, world.anchors.names()[0] ?? '');
    expect(items).toBe(known.filter(({ partition }) => holdsEvents(partition)).length);
  });

  it('reads of what happened only the cases that it happened to, and what that refers to', async () => {
    const world = copyOf(grown);
    const read: string[] = [];
    const stored = askedBefore(world, (partition) => {
      read.push(partition);
    });
    await anchorNew({ ...asAnchoring(world, 'verify-events'), stored });
    expect([...new Set(read)].sort()).toEqual([
      'INPUT#2021',
      'INPUT#all',
      'ORDER#2021',
      'PROPOSAL#2021',
      'RUN#2021',
      'WORKING#2021',
    ]);
  });

  it.each<[string, (event: never) => unknown]>([
    ['an approval by somebody without the right', (event: object) => ({ ...event, by: {} })],
    [
      'an approval of another proposal',
      (event: object) => ({ ...event, proposal: 'a'.repeat(64) }),
    ],
  ])('finds %s in what is new', async (_, change) => {
    const world = copyOf(grown);
    await approveBoth(world, cases.april, at('2021-03-25'));
    const forging = await withStream(world, 'RUN#2021/04', (events) => events.slice(0, -1));
    const all = await world.records.read(caseStream(cases.april));
    const before = await forging.records.read(caseStream(cases.april));
    const last = all.at(-1)?.event as never;
    await forging.records.append(caseStream(cases.april), before.at(-1), change(last) as never);
    expect((await refusalOf(daily(forging)))?.message).toMatch(
      /^RUN#2021\/04 event 4 (says as by what is none|approved that was not allowed: stale-proposal)/,
    );
  });

  it('before any case is open looks at everything, since nothing says in which year it is', async () => {
    const world = newWorld();
    await register(world, inputOf('rate'), at('2021-03-02'));
    await whole(world);
    await register(world, inputOf('rebate-forecast'), at('2021-03-02'));
    const { anchor, items } = await daily(world);
    expect(lengthOf(headsIn(world, anchor), 'INPUT#2021/rebate-forecast')).toBe(1);
    expect(items).toBe(2);
  });

  it('told nothing, looks around the year in which something last happened', async () => {
    const world = copyOf(grown);
    const told = copyOf(grown);
    expect(await daily(world)).toEqual(await daily(told, now));
  });

  it('in a later year keeps to the years in which something can happen, and counts the rest', async () => {
    const world = copyOf(anchored);
    const { anchor } = await daily(world, at('2023-06-01'));
    const heads = headsIn(world, anchor);
    expect(new Set(heads.map(({ partition }) => partition))).toEqual(
      new Set(['AGENDA#all', 'INPUT#all']),
    );
    const [before = ''] = anchored.anchors.names();
    expect(anchor.slice(0, 9)).toBe(before.slice(0, 9));
    expect((await whole(world, at('2023-06-04'))).anchor.slice(0, 9)).toBe(before.slice(0, 9));
  });
});

describe('The verification of the whole record holds the bank’s files and the documents of inputs to it', () => {
  const payment = '2021/STB-PAY-2021-03.xml';
  const report = 'from-bank/report.xml';
  const letter = Buffer.from('%PDF-1.7 a letter');
  const document = `${sha256Of(letter)}.pdf`;
  let withFiles: World;
  beforeAll(async () => {
    withFiles = await released();
    const brought = { name: 'brev.pdf', bytes: letter };
    await registerWith(withFiles, inputOf('rebate-forecast'), brought, now);
    await deliver(withFiles, await allBooked(withFiles));
  });

  it('finds nothing where each is as it left and came', async () => {
    expect((await whole(copyOf(withFiles))).items).toBeGreaterThan(0);
  });

  it.each<[string, (world: World) => void, RegExp]>([
    [
      'a payment file that is another',
      ({ paymentFiles }) => paymentFiles.tamper(payment, Buffer.from('another')),
      /^payment-files\/2021\/STB-PAY-2021-03\.xml has the hash [0-9a-f]{64}; the record says [0-9a-f]{64}$/,
    ],
    [
      'a payment file that is gone',
      ({ paymentFiles }) => paymentFiles.remove(payment),
      /^payment-files\/2021\/STB-PAY-2021-03\.xml is missing$/,
    ],
    [
      'a payment file that nobody released',
      ({ paymentFiles }) => paymentFiles.tamper('2021/STB-PAY-2021-04.xml', Buffer.from('more')),
      /^payment-files\/2021\/STB-PAY-2021-04\.xml is a file that was not released$/,
    ],
    [
      'a report that is another',
      ({ reports }) => reports.tamper(report, Buffer.from('another')),
      /^bank-reports\/from-bank\/report\.xml has the hash/,
    ],
    [
      'a report that is gone',
      ({ reports }) => reports.remove(report),
      /^bank-reports\/from-bank\/report\.xml is missing$/,
    ],
    [
      'a document that is another',
      ({ documents }) => documents.tamper(document, Buffer.from('%PDF-1.7 another')),
      /^documents\/[0-9a-f]{64}\.pdf has the hash [0-9a-f]{64}; the record says [0-9a-f]{64}$/,
    ],
    [
      'a document that is gone',
      ({ documents }) => documents.remove(document),
      /^documents\/[0-9a-f]{64}\.pdf is missing$/,
    ],
    [
      'a document that no input names',
      ({ documents }) => documents.tamper(`${'0'.repeat(64)}.pdf`, letter),
      /^documents\/0{64}\.pdf is a file that no input names$/,
    ],
  ])('finds %s, and anchors nothing', async (_, change, said) => {
    const world = copyOf(withFiles);
    change(world);
    const refusal = await refusalOf(whole(world));
    expect([refusal?.name, refusal?.message]).toEqual([
      'RecordContradicts',
      expect.stringMatching(said),
    ]);
    expect(world.anchors.names()).toEqual([]);
  });

  it('is not alarmed by a report that has come and is not taken in yet, nor by a file that is put meanwhile', async () => {
    const world = copyOf(withFiles);
    world.reports.tamper('from-bank/next.xml', Buffer.from('next'));
    const stored = askedBefore(world, () =>
      world.paymentFiles.tamper('2021/STB-PAY-2021-04.xml', Buffer.from('next')),
    );
    await anchorRecord({ ...asAnchoring(world, 'verify-record'), stored }, now);
    expect(world.anchors.names()).toHaveLength(1);
  });

  it('is not alarmed by a version that waits for its confirmation, whose registrar died before its document was kept', async () => {
    const world = await released();
    await registerWith(world, inputOf('payees'), { name: 'brev.pdf', bytes: letter }, now);
    world.documents.remove(document);
    await whole(world);
    expect(world.anchors.names()).toHaveLength(1);
  });

  it('is not alarmed by a release that died before its file was written', async () => {
    const world = await released();
    world.paymentFiles.remove(payment);
    await whole(world);
    expect(world.anchors.names()).toHaveLength(1);
  });
});

describe.each([
  ['The daily verification', daily],
  ['The verification of the whole record', (world: World) => whole(world)],
] as const)('%s', (_, verifyIt) => {
  const says = async (world: World) => {
    const anchors = world.anchors.names();
    const refusal = await refusalOf(verifyIt(world));
    // What contradicts an anchor is not anchored.
    expect(world.anchors.names()).toEqual(anchors);
    return refusal;
  };

  it('finds a tail that was cut off, and says which events are missing', async () => {
    const cut = await withStream(anchored, march, (events) => events.slice(0, -2));
    const last = lengthOf(headsIn(anchored, anchored.anchors.names()[0] ?? ''), march) ?? 0;
    expect(await says(cut)).toEqual({
      name: 'RecordContradicts',
      message: expect.stringContaining(
        `${march} has ${last - 2} events; ${last} were anchored: events ${last - 1} to ${last} are missing`,
      ),
    });
  });

  it('finds a stream that is gone', async () => {
    const gone = await withStream(anchored, march, () => undefined);
    expect(await says(gone)).toEqual({
      name: 'RecordContradicts',
      message: expect.stringMatching(/RUN#2021\/03 is missing; \d+ events anchored/),
    });
  });

  it('finds a stream that was written anew, though its own chain holds', async () => {
    const anew = await withStream(anchored, march, () => undefined);
    const { records } = anew;
    const events = await anchored.records.read(caseStream(cases.march));
    let last: Parameters<typeof records.append>[1];
    for (const { event } of events)
      last = await records.append(caseStream(cases.march), last, {
        ...(event as object),
        at: at('2021-02-24', '07:00'),
      });
    expect(await says(anew)).toEqual({
      name: 'RecordContradicts',
      message: expect.stringContaining(`event ${events.length} is another than was anchored`),
    });
  });

  it('finds a forged anchor of a later record than there is', async () => {
    const world = copyOf(anchored);
    const heads = headsIn(world, world.anchors.names()[0] ?? '');
    const longer = heads.map((head) => ({ ...head, length: head.length + 1 }));
    const forged = anchorOf(longer, sha256);
    world.anchors.tamper(anchorName(forged), Buffer.from(anchorText(forged)));
    expect((await says(world))?.message).toMatch(
      /^AGENDA#all\/closed has 1 event; 2 were anchored: event 2 is missing/,
    );
  });

  it('finds a rewritten record though an anchor was forged to match it: the true one cannot be removed', async () => {
    const truly = copyOf(grown);
    await daily(truly);
    const cut = await withStream(truly, 'RUN#2021/04', (events) => events.slice(0, -1));
    const forging = newWorld(cut.records);
    await register(forging, inputOf('rate'), at('2021-03-02'));
    await register(forging, inputOf('rebate-forecast'), at('2021-03-02'));
    const { anchor } = await whole(forging);
    cut.anchors.tamper(anchor ?? '', Buffer.from(forging.anchors.text(anchor ?? '') ?? ''));
    // It comes last, and holds of itself.
    expect(cut.anchors.names().at(-1)).toBe(anchor);
    expect((await says(cut))?.message).toMatch(
      /^RUN#2021\/04 has 1 event; 2 were anchored: event 2 is missing/,
    );
  });

  it('finds an anchor under the name of a later one', async () => {
    const world = copyOf(anchored);
    const [name = ''] = world.anchors.names();
    const later = `999999999${name.slice(9)}`;
    world.anchors.tamper(later, Buffer.from(world.anchors.text(name) ?? ''));
    expect((await says(world))?.message).toBe(
      `The anchor ${later} holds what ${name} is the name of.`,
    );
  });

  it('finds an anchor that was changed', async () => {
    const world = copyOf(anchored);
    const [name = ''] = world.anchors.names();
    world.anchors.tamper(
      name,
      Buffer.from(world.anchors.text(name)?.replace('"length":1', '"length":2') ?? ''),
    );
    expect(await says(world)).toEqual({
      name: 'RecordContradicts',
      message: expect.stringContaining('its heads make'),
    });
  });

  it('says of an anchor that is listed and gone that it cannot be read', async () => {
    const world = copyOf(anchored);
    const [name = ''] = world.anchors.names();
    world.anchors.interrupt(({ operation, moment }) => {
      if (operation === 'read' && moment === 'before') world.anchors.remove(name);
    });
    const refusal = await refusalOf(verifyIt(world));
    expect(refusal?.message).toBe(`The anchor ${name} is listed and cannot be read.`);
  });

  it('leaves the places of what it found for the log, which an error’s words do not reach', async () => {
    const gone = await withStream(anchored, march, () => undefined);
    const error = await verifyIt(gone).then(
      () => undefined,
      (thrown: unknown) => leavingError(thrown),
    );
    expect(error?.name).toBe('RecordContradicts');
    expect(error?.message).toMatch(/^findings .*RUN#2021\/03 is missing; \d+ events anchored/);
  });

  it('says that the record was verified, was not, or could not be anchored: alarms go by it', async () => {
    const world = copyOf(grown);
    await verifyIt(world);
    expect(world.metrics.said).toEqual([['RecordVerified', 1]]);
    const gone = await withStream(anchored, march, () => undefined);
    await refusalOf(verifyIt(gone));
    expect(gone.metrics.said).toEqual([['RecordNotVerified', 1]]);
    const shut = copyOf(grown);
    shut.anchors.interrupt(() => {
      throw new Error('The bucket is out of reach.');
    });
    await refusalOf(verifyIt(shut));
    expect(shut.metrics.said).toEqual([['AnchoringFailed', 1]]);
  });

  it('fails under the own name of what S3 says, so that it is tried again', async () => {
    const world = copyOf(grown);
    world.anchors.interrupt(({ operation }) => {
      if (operation !== 'put') return;
      const error = new Error('Please reduce your request rate.');
      error.name = 'SlowDown';
      throw error;
    });
    expect((await refusalOf(verifyIt(world)))?.name).toBe('SlowDown');
  });

  it('tells of twenty findings and how many more there are', async () => {
    const world = copyOf(anchored);
    const [name = ''] = world.anchors.names();
    const heads = Array.from({ length: 25 }, (_unused, n): Head => {
      return { partition: 'RUN#2021', stream: `x${n}`, length: 1, hash: '0'.repeat(64) };
    });
    const more = anchorOf([...headsIn(world, name), ...heads], sha256);
    world.anchors.tamper(anchorName(more), Buffer.from(anchorText(more)));
    const { message = '' } = (await says(world)) ?? {};
    expect(message.match(/is missing/g)).toHaveLength(20);
    expect(message).toMatch(/; and 5 more$/);
  });
});

describe('The verification of the whole record', () => {
  it('finds what events say against each other, as the offline verifier does', async () => {
    const world = await released();
    // The only proposal is gone before anything was anchored: no anchor misses it, but the release names it.
    const without = await withStream(world, 'PROPOSAL#2021/payout-2021-03', () => undefined);
    expect(await refusalOf(whole(without))).toEqual({
      name: 'RecordContradicts',
      message: expect.stringContaining(
        'release-ordered of a proposal that the record does not hold',
      ),
    });
  });

  it('does not repeat what cannot be read, since that may hold anything', async () => {
    const world = await released();
    const strange = caseStream(cases.april);
    await world.records.append(strange, undefined, { type: 'opened by Anna Andersson' });
    const { message = '' } = (await refusalOf(whole(world))) ?? {};
    expect(message).toMatch(/RUN#2021\/04 event 1 cannot be read …$/);
  });

  it('takes no payment that is released while it reads for a contradiction', async () => {
    const world = copyOf(grown);
    await approveBoth(world, cases.april, at('2021-03-25'));
    let paid = false;
    // After the journal was read and before the cases are: the voucher is not seen, the release is.
    const stored = askedBefore(world, async (partition) => {
      if (paid || partition !== 'RUN#2021') return;
      paid = true;
      await release(world, cases.april, at('2021-04-01'));
    });
    await anchorRecord({ ...asAnchoring(world, 'anchor-record'), stored }, at('2021-04-01'));
    expect(paid).toBe(true);
  });

  it('finds what was edited in the table itself: the chain shows it', async () => {
    const world = copyOf(anchored);
    world.records.tamper(caseStream(cases.march), 1, { type: 'opened', at: 'another day' });
    // The port over DynamoDB finds it as it reads; the one in memory leaves that to the verifier.
    expect((await refusalOf(whole(world)))?.message).toContain(
      `${march} event 1 is not what its hash was made of`,
    );
  });
});
