import type { Json } from '../../core/canonical.ts';
import {
  NumberTaken,
  type Place,
  type Recorded,
  type Records,
  type StreamId,
} from '../../core/ports.ts';
import { streamText } from '../../core/record/case-id.ts';
import { belongsToRecord, nextInChain } from '../../core/record/chain.ts';
import { sha256 } from '../adapters/sha256.ts';

/** An append to the record that a request is about to make: where, and the hash that the event will have there. */
export type Appending = {
  readonly type: 'appending';
  readonly stream: string;
  readonly number: number;
  readonly hash: string;
};

/** Another attempt at the same request has gone on meanwhile: whoever is told begins again, and sees what that one did. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/**
 * The record as one request with a key sees it. Before each append it is noted in the key's own stream, so that another attempt at the
 * request, after a death or at the same time, knows which events are its own: it sees each stream as it was before the first of
 * these, decides as the first attempt did, and the append finds itself written.
 *
 * So nothing that a request can do needs to know its own work again; that the same decision is reached a second time is enough, and
 * it is, since a request's time and content are those of its first attempt. Where it is not, as when another request was decided
 * on what came in between, the append is refused as any other, and the stream is seen as it is.
 */
export class OwnAppends implements Records {
  readonly #records: Records;
  readonly #note: (appending: Appending) => Promise<void>;
  readonly #own: Map<string, readonly Appending[]>;
  /** How far each stream has been gone through again: the number of the last event that found itself. */
  readonly #found = new Map<string, number>();

  /**
   * @param noted what earlier attempts at the request were about to append
   * @param note writes one more such note; throws `Overtaken` when another attempt has written since
   */
  constructor(
    records: Records,
    noted: readonly Appending[],
    note: (appending: Appending) => Promise<void>,
  ) {
    this.#records = records;
    this.#note = note;
    this.#own = Map.groupBy(noted, ({ stream }) => stream);
  }

  async read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    return this.#asFirstSeen(streamText(stream), await this.#records.read<E>(stream));
  }

  async readPartition<E extends Json>(
    partition: string,
    prefix?: string,
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    const streams = await this.#records.readPartition<E>(partition, prefix);
    return new Map(
      [...streams].flatMap(([name, events]) => {
        const seen = this.#asFirstSeen(streamText({ partition, name }), events);
        return seen.length > 0 ? [[name, seen] as const] : [];
      }),
    );
  }

  /** What has grown has grown, whoever made it grow: whoever waits for that is to be woken. */
  has(places: readonly Place[]): Promise<readonly boolean[]> {
    return this.#records.has(places);
  }

  async append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>> {
    if (!belongsToRecord(stream.partition)) return this.#records.append(stream, last, event);
    const name = streamText(stream);
    const { number, hash } = nextInChain(stream, last, event, sha256);
    const own = this.#own.get(name) ?? [];
    if (!own.some((each) => each.number === number && each.hash === hash))
      await this.#note({ type: 'appending', stream: name, number, hash });
    try {
      const appended = await this.#records.append(stream, last, event);
      this.#found.set(name, number);
      return appended;
    } catch (error) {
      if (error instanceof NumberTaken) this.#own.delete(name);
      throw error;
    }
  }

  /** The events up to the next one of its own that it has not come to again, or up to its last; all of them when it has none. */
  #asFirstSeen<E>(name: string, events: readonly Recorded<E>[]): readonly Recorded<E>[] {
    const own = (this.#own.get(name) ?? []).filter(
      ({ number, hash }) => events[number - 1]?.hash === hash,
    );
    const last = own.at(-1)?.number;
    if (last === undefined) return events;
    const found = this.#found.get(name) ?? 0;
    const next = own.find(({ number }) => number > found)?.number;
    return events.slice(0, next === undefined ? last : next - 1);
  }
}
