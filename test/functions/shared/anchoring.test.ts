import { beforeAll, describe, expect, it } from 'vitest';
import type { Records } from '../../../core/ports.ts';
import { anchorName, anchorOf, anchorText, parseAnchor } from '../../../core/record/anchor.ts';
import { agendaStream, caseStream } from '../../../core/record/case-id.ts';
import type { Head } from '../../../core/record/chain.ts';
import { verify } from '../../../core/record/verify.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { wholeRecord } from '../../../functions/api/views/record-streams.ts';
import { anchorEvents, anchorRecord } from '../../../functions/shared/anchoring.ts';
import { leavingError } from '../../../functions/shared/logged-error.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { asAnchoring, at, copyOf, newWorld, refusalOf, type World } from '../support/world.ts';
import { approveBoth, cases, prepare, release, released } from '../support/year.ts';

const now = at('2021-03-01');
const whole = (world: World, when = now) => anchorRecord(asAnchoring(world, 'anchor-record'), when);
const daily = (world: World) => anchorEvents(asAnchoring(world, 'verify-events'));
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
  return newWorld(new MemoryRecords(new Map(changed) as never), world.paymentFiles, world.anchors);
}

const march = 'RUN#2021/03';

/** The world's record, with something that happens before a partition is read. */
const askedBefore = (
  { records }: World,
  happens: (partition: string) => Promise<void> | void,
): Records => ({
  read: (stream) => records.read(stream),
  has: (places) => records.has(places),
  append: (stream, last, event) => records.append(stream, last, event),
  async readPartition(partition, prefix) {
    await happens(partition);
    return records.readPartition(partition, prefix);
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
  await prepare(grown, cases.april, at('2021-03-24'));
});

describe('Anchoring the record', () => {
  it('notes the heads that the verifier finds, under the head hash that it gives', async () => {
    const world = await released();
    const { anchor, events, held } = await whole(world);
    const found = verify((await wholeRecord(world.records, now)).streams, sha256);
    expect(headsIn(world, anchor)).toEqual(found.heads);
    expect(anchor).toBe(anchorName(anchorOf(found.heads, sha256)));
    expect([events, held]).toEqual([found.events, 0]);
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
  it('does nothing before anything was anchored', async () => {
    expect(await daily(await released())).toEqual({ anchor: null, events: 0, held: 0 });
  });

  it('anchors what happened since, and keeps of documents what was anchored', async () => {
    const world = copyOf(grown);
    const { anchor } = await daily(world);
    const [before = ''] = anchored.anchors.names();
    const heads = headsIn(world, anchor);
    expect(lengthOf(heads, 'RUN#2021/04')).toBeGreaterThan(0);
    expect(lengthOf(headsIn(world, before), 'RUN#2021/04')).toBeUndefined();
    // April's proposal is a document: it is anchored with the next release.
    expect(lengthOf(heads, 'PROPOSAL#2021/payout-2021-04')).toBeUndefined();
    expect(lengthOf(heads, 'PROPOSAL#2021/payout-2021-03')).toBe(1);
  });

  it('adds no anchor on a day on which nothing happened', async () => {
    const world = copyOf(anchored);
    await daily(world);
    expect(world.anchors.names()).toEqual(anchored.anchors.names());
  });

  it('reads no document: none of the working, the proposals, the orders and the bank reports', async () => {
    const world = copyOf(grown);
    const read: string[] = [];
    const before = (partition: string) => {
      read.push(partition);
    };
    await anchorEvents({
      ...asAnchoring(world, 'verify-events'),
      records: askedBefore(world, before),
    });
    expect(read.toSorted()).toEqual([
      'AGENDA#all',
      'GRANT#2021',
      'INPUT#2021',
      'INPUT#all',
      'JOURNAL#2021',
      'ROOM#2021',
      'RUN#2021',
    ]);
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
    expect((await says(world))?.message).toContain(`(anchor ${anchorName(forged)})`);
  });

  it('finds a rewritten record though an anchor was forged to match it: the true one cannot be removed', async () => {
    const truly = copyOf(grown);
    await daily(truly);
    const cut = await withStream(truly, 'RUN#2021/04', (events) => events.slice(0, -1));
    const forging = newWorld(cut.records);
    const agenda = await forging.records.read(agendaStream);
    const more = await forging.records.append(agendaStream, agenda.at(-1), { n: 1 });
    await forging.records.append(agendaStream, more, { n: 2 });
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
    expect(message).toMatch(/RUN#2021\/04 cannot be read …$/);
  });

  it('takes no payment that is released while it reads for a contradiction', async () => {
    const world = copyOf(grown);
    await approveBoth(world, cases.april, at('2021-03-25'));
    let paid = false;
    // After the journal was read and before the cases are: the voucher is not seen, the release is.
    const records = askedBefore(world, async (partition) => {
      if (paid || partition !== 'RUN#2021') return;
      paid = true;
      await release(world, cases.april, at('2021-04-01'));
    });
    await anchorRecord({ ...asAnchoring(world, 'anchor-record'), records }, at('2021-04-01'));
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
