import type { Json } from '../../core/canonical.ts';
import {
  NumberTaken,
  type Place,
  type Recorded,
  type Records,
  type StreamId,
} from '../../core/ports.ts';
import type { Metrics } from '../shared/metrics.ts';

/**
 * The record, with the appends counted that met another writer's. Whoever was refused reads and decides again, so a few are two
 * people at once and nothing is wrong; many at a time are something that runs twice.
 */
export class CountedRecords implements Records {
  readonly #records: Records;
  readonly #metrics: Metrics;

  constructor(records: Records, metrics: Metrics) {
    this.#records = records;
    this.#metrics = metrics;
  }

  read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    return this.#records.read(stream);
  }

  readPartition<E extends Json>(
    partition: string,
    prefix?: string,
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    return this.#records.readPartition(partition, prefix);
  }

  has(places: readonly Place[]): Promise<readonly boolean[]> {
    return this.#records.has(places);
  }

  async append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>> {
    try {
      return await this.#records.append(stream, last, event);
    } catch (error) {
      if (error instanceof NumberTaken) this.#metrics.count('AppendsRefused');
      throw error;
    }
  }
}
