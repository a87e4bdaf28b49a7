import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../core/canonical.ts';
import { belongsToRecord } from '../../../../core/record/chain.ts';
import { verify } from '../../../../core/record/verify.ts';
import { sha256 } from '../../../../functions/adapters/sha256.ts';
import { verifyRecord } from '../../../../functions/api/operations/verify-record.ts';
import { namedError } from '../../../../functions/shared/errors.ts';
import { at, type World } from '../../support/world.ts';
import { approvedInSilence, inputOf, register } from '../../support/year.ts';
import { paidUntil } from '../paid-year.ts';
import { readerOf } from '../reading.ts';

type Reader = ReturnType<typeof readerOf>;
type Shown = Awaited<ReturnType<typeof page>>['events'];

const page = (reader: Reader, query: Record<string, string>) =>
  reader.read('readEvents', { query });

/** Every page of the record. */
async function exported(reader: Reader, query: Record<string, string> = {}): Promise<Shown> {
  const events: Shown = [];
  for (let cursor: string | undefined, pages = 0; pages === 0 || cursor !== undefined; pages++) {
    const { events: more, next } = await page(reader, { ...query, ...(cursor && { cursor }) });
    if (pages > 5000) throw new Error('The pages do not end.');
    events.push(...more);
    cursor = next;
  }
  return events;
}

/** The record as it lies in memory, whatever the API says of it: the streams that an offline verification would find. */
function lying(world: World) {
  const streams = new Map<string, { partition: string; stream: string; events: never[] }>();
  for (const place of Object.keys(world.records.dump())) {
    const [partition = '', rest = ''] = place.split('/');
    const stream = rest.slice(0, rest.lastIndexOf('#'));
    streams.set(`${partition}/${stream}`, { partition, stream, events: [] });
  }
  return [...streams.values()];
}

async function offline(world: World) {
  const found = await Promise.all(
    lying(world).map(async ({ partition, stream }) => ({
      partition,
      stream,
      events: await world.records.read<Json>({ partition, name: stream }),
    })),
  );
  return verify(found, sha256);
}

describe('The verification of the record', () => {
  it('has the head hash, the heads and the number of events of an offline verification', async () => {
    const world = await paidUntil('2022-05');
    const shown = await readerOf(world).read('verifyRecord', { at: '2022-05-03T09:00:00.000Z' });
    const { headHash, heads, events, findings } = await offline(world);
    expect([shown.headHash, shown.events]).toEqual([headHash, events]);
    expect(shown.findings).toEqual(findings);
    expect(shown.heads.map(({ stream, hash }) => `${stream} ${hash}`)).toEqual(
      heads.map(({ partition, stream, hash }) => `${partition}/${stream} ${hash}`),
    );
  });

  it('is the same whatever keys requests came with', async () => {
    const world = await paidUntil('2021-03');
    const { headHash } = await readerOf(world).read('verifyRecord');
    const stream = { partition: 'REQUEST#sub-Rut', name: 'stopReleases key-of-a-request' };
    await world.records.append(stream, undefined, { type: 'claimed' });
    expect((await readerOf(world).read('verifyRecord')).headHash).toBe(headHash);
    expect((await offline(world)).headHash).toBe(headHash);
  });

  it('sees an input of a year that nobody pays in', async () => {
    const world = await paidUntil('2021-03');
    await register(world, { ...inputOf('second-level'), year: 2037 }, at('2021-03-02'));
    const { headHash } = await readerOf(world).read('verifyRecord');
    expect(headHash).toBe((await offline(world)).headHash);
  });

  it('names what was changed behind its back', async () => {
    const world = await paidUntil('2021-03');
    const { findings: before } = await readerOf(world).read('verifyRecord');
    world.records.tamper({ partition: 'RUN#2021', name: '03' }, 1, { type: 'opened' });
    const { findings } = await readerOf(world).read('verifyRecord');
    expect(before).toEqual([]);
    expect(findings.map(({ where }) => where)).toContain('RUN#2021/03 event 1');
  });

  it('names a partition that cannot be read, and goes on with the rest', async () => {
    const { records } = await paidUntil('2021-03');
    const broken = 'RUN#2021/03 event 2: it does not follow the event before.';
    const readPartition = async (partition: string) => {
      if (partition === 'RUN#2021') throw namedError('RecordContradicts', broken);
      return records.readPartition(partition);
    };
    const asked = { at: at('2022-01-25') } as Parameters<typeof verifyRecord>[0];
    const port = { readPartition } as unknown as typeof records;
    const { findings, heads } = await verifyRecord(asked, { records: port });
    expect(findings[0]).toEqual({ where: 'RUN#2021', what: broken });
    expect(heads.length).toBeGreaterThan(5);
  });
});

describe('The record, event by event', () => {
  it('is all there, in pages, in one order, and verifies without us', async () => {
    const world = await paidUntil('2021-04');
    const events = await exported(readerOf(world), { limit: '7' });
    const places = events.map(({ partition, stream, number }) => [partition, stream, number]);
    const streams = new Map<string, Parameters<typeof verify>[0][number] & { events: Shown }>();
    for (const event of events) {
      const { partition, stream } = event;
      const known = streams.get(`${partition}/${stream}`) ?? { partition, stream, events: [] };
      known.events.push(event);
      streams.set(`${partition}/${stream}`, known);
    }
    const { headHash, findings } = verify([...streams.values()] as never, sha256);
    expect([headHash, findings]).toEqual([(await offline(world)).headHash, []]);
    const names = places.map(([partition, stream]) => `${partition}/${stream}`);
    expect(names).toEqual(names.toSorted());
    expect(new Set(places.map(String)).size).toBe(places.length);
  });

  it('comes in pages that a Lambda can answer, however large its events are', async () => {
    const world = await paidUntil('2021-03');
    const stream = { partition: 'WORKING#2021', name: 'large' };
    let last: Awaited<ReturnType<typeof world.records.append>> | undefined;
    for (let number = 1; number <= 70; number++)
      last = await world.records.append(stream, last, { text: `${number} ${'"'.repeat(40_000)}` });
    const reader = readerOf(world);
    const asked = { partition: 'WORKING#2021', stream: 'large', limit: '999' };
    const { events, next } = await page(reader, asked);
    const answered = Buffer.byteLength(JSON.stringify(JSON.stringify(events)));
    expect(answered).toBeLessThan(5_000_000);
    expect([events.length < 70, next !== undefined]).toEqual([true, true]);
    expect((await exported(reader, asked)).length).toBe(70);
  });

  it('can be had of one partition or stream', async () => {
    const reader = readerOf(await paidUntil('2021-04'));
    const ofRuns = await exported(reader, { partition: 'RUN#2021' });
    const ofMarch = await exported(reader, { partition: 'RUN#2021', stream: '03' });
    expect(new Set(ofRuns.map(({ stream }) => stream))).toEqual(new Set(['03', '04']));
    expect(ofMarch).toEqual(ofRuns.filter(({ stream }) => stream === '03'));
  });

  it('never holds a task token, a notice or a key of a request', async () => {
    const world = await approvedInSilence();
    expect(Object.keys(world.records.dump('TOKEN#')).length).toBeGreaterThan(0);
    const events = await exported(readerOf(world));
    expect(events.filter(({ partition }) => !belongsToRecord(partition))).toEqual([]);
    expect(events.length).toBeGreaterThan(20);
  });

  it.each([
    [{ partition: 'TOKEN#2021' }, 404, 'not-found'],
    [{ partition: 'NOTICE#2021' }, 404, 'not-found'],
    [{ partition: 'REQUEST#sub-Rut' }, 404, 'not-found'],
    [{ cursor: 'nonsense' }, 422, 'invalid-request'],
    [{ cursor: Buffer.from('["RUN#2021"]').toString('base64url') }, 422, 'invalid-request'],
    [{ limit: '0' }, 422, 'invalid-request'],
  ] as const)('%o is refused', async (query, ...refusal) => {
    expect(await readerOf(await paidUntil('2021-03')).refused('readEvents', { query })).toEqual(
      refusal,
    );
  });
});
