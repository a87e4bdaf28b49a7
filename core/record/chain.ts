import { canonical, type Json } from '../canonical.ts';
import type { Recorded, Sha256, StreamId } from '../ports.ts';

/** What stands before a stream's first event. */
export const beginning = '0'.repeat(64);

/**
 * The text whose hash is an event's: stream, number and the hash before it are inside, so no event can be moved.
 * `eventText` is the event's canonical text; the whole is canonical too.
 */
export function chainText(
  stream: StreamId,
  number: number,
  previous: string,
  eventText: string,
): string {
  const { partition, name } = stream;
  const rest = canonical({ number, partition, previous, stream: name });
  return `{"event":${eventText},${rest.slice(1)}`;
}

/** The event that follows `last` in a stream. */
export function nextInChain<E extends Json>(
  stream: StreamId,
  last: Recorded | undefined,
  event: E,
  sha256: Sha256,
): Recorded<E> {
  const number = (last?.number ?? 0) + 1;
  const previous = last?.hash ?? beginning;
  const hash = sha256(chainText(stream, number, previous, canonical(event)));
  return { stream, number, event, previous, hash };
}

/** A stream's length and last hash: what must be known from outside to find that its tail was cut off. */
export interface Head {
  readonly partition: string;
  readonly stream: string;
  readonly length: number;
  readonly hash: string;
}

/**
 * Streams of these partitions are no part of the record: a task token opens a wait and proves nothing, a notice says only that
 * people were told of what the record holds, and the key of a request only that it was answered.
 */
const apart = ['TOKEN#', 'NOTICE#', 'REQUEST#'];

export const belongsToRecord = (partition: string): boolean =>
  !apart.some((prefix) => partition.startsWith(prefix));

/** SHA-256 of the canonical list of all streams' heads, sorted: one value for the whole record. */
export function headHash(heads: readonly Head[], sha256: Sha256): string {
  const sorted = [...heads].sort((a, b) => {
    const left = `${a.partition}/${a.stream}`;
    const right = `${b.partition}/${b.stream}`;
    return left < right ? -1 : 1;
  });
  return sha256(
    canonical(
      sorted.map(({ partition, stream, length, hash }) => ({ partition, stream, length, hash })),
    ),
  );
}
