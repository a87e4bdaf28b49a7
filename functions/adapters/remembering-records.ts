import type { Json } from '../../core/canonical.ts';
import type { Place, Recorded, Records, StreamId } from '../../core/ports.ts';

type Events = readonly Recorded[];

/**
 * The record as one call of a handler sees it: what was read once is not read again, and what was appended here is added.
 *
 * Nothing is lost by it: an append is refused all the same when somebody else was first, and then everything is forgotten
 * and read anew. `has` is always asked, since it is asked to learn what is new. Made for one call and no longer.
 */
export class RememberingRecords implements Records {
  readonly #records: Records;
  readonly #streams = new Map<string, Promise<Events>>();
  readonly #partitions = new Map<string, Promise<ReadonlyMap<string, Events>>>();

  constructor(records: Records) {
    this.#records = records;
  }

  async read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    const whole = await this.#partitions.get(keyOf(stream.partition, ''));
    if (whole) return (whole.get(stream.name) ?? []) as readonly Recorded<E>[];
    const name = keyOf(stream.partition, stream.name);
    const reading = this.#streams.get(name) ?? this.#records.read(stream);
    this.#streams.set(name, reading);
    return (await reading) as readonly Recorded<E>[];
  }

  async readPartition<E extends Json>(
    partition: string,
    prefix = '',
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    const name = keyOf(partition, prefix);
    const reading = this.#partitions.get(name) ?? this.#records.readPartition(partition, prefix);
    this.#partitions.set(name, reading);
    return (await reading) as ReadonlyMap<string, readonly Recorded<E>[]>;
  }

  has(places: readonly Place[]): Promise<readonly boolean[]> {
    return this.#records.has(places);
  }

  async append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>> {
    const name = keyOf(stream.partition, stream.name);
    const before = await this.#streams.get(name);
    for (const read of this.#partitions.keys())
      if (read.startsWith(keyOf(stream.partition, ''))) this.#partitions.delete(read);
    try {
      const appended = await this.#records.append(stream, last, event);
      // An append that found itself written already says nothing of what came after it.
      if (before && before.at(-1)?.number === last?.number)
        this.#streams.set(name, Promise.resolve([...before, appended]));
      else this.#streams.delete(name);
      return appended;
    } catch (error) {
      this.#streams.clear();
      this.#partitions.clear();
      throw error;
    }
  }
}

const keyOf = (partition: string, name: string) => `${partition}/${name}`;
