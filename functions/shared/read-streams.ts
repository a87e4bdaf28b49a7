import type { Records } from '../../core/ports.ts';
import type { Finding, FoundStream } from '../../core/record/found-stream.ts';
import {
  type BodiesRead,
  type StoredItem,
  type StoredStreams,
  streamsOfItems,
} from '../../core/record/stored-item.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import type { StoredRecords } from './stored-records.ts';

/** So many partitions are asked for at once; most of them are empty. */
const atOnce = 40;

/**
 * Effects are read before their causes: a voucher before the release that it books, a payment that is sent again before the case that
 * it came back of, a case before the proposals and reports that it names and the room that it took. What is written meanwhile can so be found without its
 * effect, which is no contradiction, and never without its cause, which would be one.
 */
export const stages = [
  /^JOURNAL#/,
  /^REISSUE#/,
  /^(RUN|REQUISITION|GRANT|RECONCILIATION)#/,
  /^/,
] as const;

export const stageOf = (partition: string): number =>
  stages.findIndex((each) => each.test(partition));

/** What could be read of some partitions, and what could not. */
export interface StreamsRead {
  readonly streams: readonly FoundStream[];
  /** Partitions whose events do not hold together; their streams are missing. */
  readonly unreadable: readonly Finding[];
}

/**
 * The streams of these partitions. A partition whose events do not hold together cannot be read through the port; what was wrong
 * with it is a finding.
 */
export async function readStreams(
  records: Records,
  partitions: readonly string[],
): Promise<StreamsRead> {
  const streams: FoundStream[] = [];
  const unreadable: Finding[] = [];
  for (const stage of stages.keys()) {
    const asked = partitions.filter((partition) => stageOf(partition) === stage);
    for (let from = 0; from < asked.length; from += atOnce) {
      const some = asked.slice(from, from + atOnce);
      for (const read of await Promise.all(some.map((each) => streamsOrFinding(records, each)))) {
        if (Array.isArray(read)) streams.push(...read);
        else unreadable.push(read as Finding);
      }
    }
  }
  return { streams, unreadable };
}

/** A partition's streams in the order of their names. */
export async function streamsOf(records: Records, partition: string): Promise<FoundStream[]> {
  const streams = await records.readPartition(partition);
  return [...streams]
    .map(([stream, events]) => ({ partition, stream, events }))
    .sort((a, b) => (a.stream < b.stream ? -1 : 1));
}

/** The bodies of the last reading, in this process: most of a record is as it was the time before. */
let bodies: BodiesRead['now'] = new Map();

/** As `readStreams`, of items as they lie: what is otherwise than it was written is a finding with its place, and the rest is read. */
export async function readItems(
  records: StoredRecords,
  partitions: readonly string[],
): Promise<StoredStreams & { readonly items: number }> {
  const items: StoredItem[] = [];
  for (const stage of stages.keys()) {
    const asked = partitions.filter((partition) => stageOf(partition) === stage);
    for (let from = 0; from < asked.length; from += atOnce) {
      const some = asked.slice(from, from + atOnce);
      items.push(...(await Promise.all(some.map((each) => records.itemsOf(each)))).flat());
    }
  }
  const now: BodiesRead['now'] = new Map();
  const streams = streamsOfItems(items, { before: bodies, now });
  bodies = now; // What is not there any more is forgotten.
  return { ...streams, items: items.length };
}

async function streamsOrFinding(
  records: Records,
  partition: string,
): Promise<readonly FoundStream[] | Finding> {
  try {
    return await streamsOf(records, partition);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== RECORD_CONTRADICTS) throw error;
    return { where: partition, what: error.message };
  }
}
