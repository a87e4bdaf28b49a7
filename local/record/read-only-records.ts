import type { Json } from '../../core/canonical.ts';
import type { Place, Recorded, Records, StreamId } from '../../core/ports.ts';
import type { FoundStream } from '../../core/record/verify.ts';

/** A record that was read as a whole, for whoever asks it as handlers ask theirs. Nothing can be appended to it. */
export class ReadOnlyRecords implements Records {
  readonly #partitions = new Map<string, Map<string, readonly Recorded[]>>();

  constructor(found: readonly FoundStream[]) {
    for (const { partition, stream, events } of found) {
      const streams = this.#partitions.get(partition) ?? new Map<string, readonly Recorded[]>();
      this.#partitions.set(partition, streams);
      streams.set(
        stream,
        events.map((event) => ({ stream: { partition, name: stream }, ...event })),
      );
    }
  }

  read<E extends Json>({ partition, name }: StreamId): Promise<readonly Recorded<E>[]> {
    const events = this.#partitions.get(partition)?.get(name) ?? [];
    return Promise.resolve(events as readonly Recorded<E>[]);
  }

  readPartition<E extends Json>(
    partition: string,
    prefix = '',
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    const streams = [...(this.#partitions.get(partition) ?? [])]
      .filter(([name]) => name.startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Promise.resolve(new Map(streams) as ReadonlyMap<string, readonly Recorded[]> as never);
  }

  has(places: readonly Place[]): Promise<readonly boolean[]> {
    return Promise.resolve(
      places.map(({ stream: { partition, name }, number }) => {
        const events = this.#partitions.get(partition)?.get(name) ?? [];
        return number >= 1 && number <= events.length;
      }),
    );
  }

  append(stream: StreamId): Promise<never> {
    return Promise.reject(
      new Error(`Nothing is appended to a record that is only read: ${stream.partition}.`),
    );
  }
}
