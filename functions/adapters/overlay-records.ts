import type { Json } from '../../core/canonical.ts';
import {
  NumberTaken,
  type Place,
  type Recorded,
  type Records,
  type StreamId,
} from '../../core/ports.ts';
import { streamText } from '../../core/record/case-id.ts';
import { nextInChain } from '../../core/record/chain.ts';
import { sha256 } from './sha256.ts';

/**
 * The record with pages laid over it: what is read is the record and what was appended here, and what is appended stays here. So
 * what production does can be done to the end with its last write left out. Made for one dry run and no longer.
 */
export class OverlayRecords implements Records {
  readonly #records: Pick<Records, 'read' | 'readPartition' | 'has'>;
  readonly #added = new Map<string, readonly Recorded[]>();

  constructor(records: Pick<Records, 'read' | 'readPartition' | 'has'>) {
    this.#records = records;
  }

  async read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    const there = await this.#records.read<E>(stream);
    return [...there, ...this.#addedTo<E>(streamText(stream))];
  }

  async readPartition<E extends Json>(
    partition: string,
    prefix = '',
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    const streams = new Map(await this.#records.readPartition<E>(partition, prefix));
    for (const [name, events] of this.#added) {
      if (!name.startsWith(`${partition}/${prefix}`)) continue;
      const stream = name.slice(partition.length + 1);
      streams.set(stream, [...(streams.get(stream) ?? []), ...(events as readonly Recorded<E>[])]);
    }
    return new Map([...streams].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async has(places: readonly Place[]): Promise<readonly boolean[]> {
    const there = await this.#records.has(places);
    return places.map(
      ({ stream, number }, index) =>
        there[index] === true ||
        this.#addedTo(streamText(stream)).some((added) => added.number === number),
    );
  }

  async append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>> {
    const next = nextInChain(stream, last, event, sha256);
    const events = await this.read(stream);
    const taken = events[next.number - 1];
    if (taken?.hash === next.hash) return next;
    if (taken) throw new NumberTaken(stream, next.number);
    const name = streamText(stream);
    this.#added.set(name, [...this.#addedTo(name), next]);
    return next;
  }

  #addedTo<E extends Json>(name: string): readonly Recorded<E>[] {
    return (this.#added.get(name) ?? []) as readonly Recorded<E>[];
  }
}
