import { expect, it } from 'vitest';
import { streamText } from '../../core/record/case-id.ts';
import type { Finding } from '../../core/record/found-stream.ts';
import { verify } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { fileHashOf } from '../../functions/bank/payment-file.ts';
import { contentFaults } from '../../functions/contract/inputs.ts';
import { everyEvent, streamsIn } from './support/every-event.ts';
import { newWorld } from './support/world.ts';

/** Every event of a record, in the order in which they were written: which stream, and how long it was then. */
async function inOrder() {
  const world = newWorld();
  const { records } = world;
  const append = records.append.bind(records);
  const written: (readonly [stream: string, length: number])[] = [];
  records.append = async (stream, last, event) => {
    try {
      return await append(stream, last, event);
    } finally {
      // Also of a writer that died before it heard that it had written.
      written.push([streamText(stream), (await records.copy().read(stream)).length]);
    }
  };
  return { streams: await streamsIn(await everyEvent(world)), written };
}

it('A record whose writer died after any one of its events is a true one: nothing is found in it', async () => {
  const { streams, written } = await inOrder();
  const came = new Set(
    streams
      .filter(({ partition }) => partition.startsWith('BANK#'))
      .flatMap(({ events }) => events.map(({ event }) => (event as { hash: string }).hash)),
  );
  const more = { fileHash: fileHashOf, contentFaults, whole: true };
  const lengths = new Map<string, number>();
  const found: Finding[] = [];
  for (const [stream, length] of written) {
    lengths.set(stream, length);
    const record = streams.flatMap((each) => {
      const there = lengths.get(`${each.partition}/${each.stream}`) ?? 0;
      return there === 0 ? [] : [{ ...each, events: each.events.slice(0, there) }];
    });
    found.push(...verify(record, sha256, undefined, { ...more, came }).findings);
  }
  expect(written.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
