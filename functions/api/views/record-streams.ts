import { monthOf, yearOf } from '../../../core/calendar/month.ts';
import { dayInStockholm, type Instant } from '../../../core/calendar/stockholm.ts';
import type { Records } from '../../../core/ports.ts';
import type { Finding, FoundStream } from '../../../core/record/found-stream.ts';
import { recordPartitions } from '../../../core/record/partitions.ts';
import { RECORD_CONTRADICTS } from '../../contract/errors.ts';

/** So many partitions are asked for at once; most of them are empty. */
const atOnce = 40;

/** The partitions that the record can hold at a moment, in the order of their names. */
export const partitionsAt = (at: Instant): readonly string[] =>
  recordPartitions(yearOf(monthOf(dayInStockholm(at))));

/** A partition's streams in the order of their names. */
export async function streamsOf(records: Records, partition: string): Promise<FoundStream[]> {
  const streams = await records.readPartition(partition);
  return [...streams]
    .map(([stream, events]) => ({ partition, stream, events }))
    .sort((a, b) => (a.stream < b.stream ? -1 : 1));
}

/** What could be read of the record, and what could not. */
export interface WholeRecord {
  readonly streams: readonly FoundStream[];
  readonly unreadable: readonly Finding[];
}

/**
 * The whole record, partition by partition. A partition whose events do not hold together cannot be read through the port; what
 * was wrong with it is a finding, and its streams are missing.
 */
export async function wholeRecord(records: Records, at: Instant): Promise<WholeRecord> {
  const partitions = partitionsAt(at);
  const streams: FoundStream[] = [];
  const unreadable: Finding[] = [];
  for (let from = 0; from < partitions.length; from += atOnce) {
    const read = partitions
      .slice(from, from + atOnce)
      .map((partition) => readable(records, partition));
    for (const found of await Promise.all(read)) {
      if (Array.isArray(found)) streams.push(...found);
      else unreadable.push(found as Finding);
    }
  }
  return { streams, unreadable };
}

async function readable(
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
