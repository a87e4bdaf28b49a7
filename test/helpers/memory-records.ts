import { canonical, type Json } from '../../core/canonical.ts';
import {
  NumberTaken,
  type Place,
  type Recorded,
  type Records,
  type StreamId,
} from '../../core/ports.ts';
import { streamText } from '../../core/record/case-id.ts';
import { nextInChain } from '../../core/record/chain.ts';
import { attributesOf, type StoredItem } from '../../core/record/stored-item.ts';
import { refuseTooLarge } from '../../functions/adapters/dynamodb-records.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import type { StoredRecords } from '../../functions/shared/stored-records.ts';

/** Thrown by a hook in place of an answer: the process died here. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** One use of the record by the code under test, as a hook sees it. */
export interface Use {
  readonly operation: 'read' | 'read-partition' | 'has' | 'append';
  /** Before it is done, or after it was done and before the answer arrives. */
  readonly moment: 'before' | 'after';
  /** From 1, over every use since the hook was set. */
  readonly use: number;
  /** From 1, over the appends since the hook was set; 0 for reads. */
  readonly append: number;
  /** `RUN#2021/03`; of a partition, the partition; of several places, their streams. */
  readonly where: string;
}

/** Told of every use of the record, before and after it. What it throws reaches the code under test. */
export type Hook = (use: Use) => Promise<void> | void;

/**
 * The record in memory, for tests of what stands on the port. It keeps events as canonical text and hands out new copies, so
 * nobody can change what was written; places are taken once, by events of the size that the table takes; streams of a partition come in the order of their names.
 */
export class MemoryRecords implements Records, StoredRecords {
  readonly #streams: Map<string, Recorded<Json>[]>;
  #hook: Hook | undefined;
  #uses = 0;
  #appends = 0;

  constructor(streams: ReadonlyMap<string, readonly Recorded<Json>[]> = new Map()) {
    this.#streams = new Map([...streams].map(([name, events]) => [name, [...events]]));
  }

  /** Another record with the same events, which goes its own way. */
  copy(): MemoryRecords {
    return new MemoryRecords(this.#streams);
  }

  /** Interrupts whoever uses the record from now on. The hook's own uses of the record are not seen by it. */
  interrupt(hook: Hook | undefined): void {
    this.#hook = hook;
    this.#uses = 0;
    this.#appends = 0;
  }

  /** Every event by its place (`RUN#2021/03#000002`), as text: two records are the same when these are. */
  dump(partitions = ''): Readonly<Record<string, string>> {
    const entries = [...this.#streams]
      .filter(([name]) => name.startsWith(partitions))
      .flatMap(([name, events]) =>
        events.map(({ number, event, hash }) => [
          `${name}#${String(number).padStart(6, '0')}`,
          `${canonical(event)} ${hash}`,
        ]),
      );
    return Object.fromEntries(entries.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
  }

  /** Puts other words into an event, as somebody could who writes around the port. */
  tamper(stream: StreamId, number: number, event: Json): void {
    const events = this.#streams.get(streamText(stream)) ?? [];
    const before = events[number - 1];
    if (!before) throw new RangeError(`${streamText(stream)} has no event ${number}.`);
    events[number - 1] = { ...before, event };
  }

  read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    return this.#used('read', streamText(stream), () => this.#copies<E>(streamText(stream)));
  }

  readPartition<E extends Json>(
    partition: string,
    prefix = '',
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    return this.#used('read-partition', partition, () => {
      const names = [...this.#streams.keys()]
        .filter((name) => name.startsWith(`${partition}/${prefix}`))
        .sort();
      return new Map(
        names.map((name) => [name.slice(partition.length + 1), this.#copies<E>(name)]),
      );
    });
  }

  has(places: readonly Place[]): Promise<readonly boolean[]> {
    const where = places.map(({ stream }) => streamText(stream)).join(' ');
    return this.#used('has', where, () =>
      places.map(({ stream, number }) => {
        const length = this.#streams.get(streamText(stream))?.length ?? 0;
        return number >= 1 && number <= length;
      }),
    );
  }

  itemsOf(partition: string): Promise<readonly StoredItem[]> {
    return this.#used('read-partition', partition, () =>
      [...this.#streams.keys()]
        .filter((name) => name.startsWith(`${partition}/`))
        .flatMap((name) => this.#items(name)),
    );
  }

  itemsAt(places: readonly Place[]): Promise<readonly StoredItem[]> {
    const where = places.map(({ stream }) => streamText(stream)).join(' ');
    return this.#used('has', where, () =>
      places.flatMap(({ stream, number }) => this.#items(streamText(stream), number - 1, number)),
    );
  }

  itemsAfter(stream: StreamId, number: number): Promise<readonly StoredItem[]> {
    return this.#used('read', streamText(stream), () => this.#items(streamText(stream), number));
  }

  append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>> {
    return this.#used('append', streamText(stream), () => {
      const next = nextInChain(stream, last, JSON.parse(canonical(event)) as E, sha256);
      refuseTooLarge(next);
      const events = this.#streams.get(streamText(stream)) ?? [];
      const there = events[next.number - 1];
      if (there) {
        // The very same event finds itself, as after an answer that was lost.
        if (there.hash === next.hash) return next;
        throw new NumberTaken(stream, next.number);
      }
      if (events.length !== next.number - 1)
        throw new RangeError(`${streamText(stream)} has ${events.length} events; a gap was asked.`);
      events.push(next);
      this.#streams.set(streamText(stream), events);
      return next;
    });
  }

  /** Events as they would lie in the table. */
  #items(name: string, from = 0, until?: number): StoredItem[] {
    return (this.#streams.get(name) ?? [])
      .slice(from, until)
      .map((each) =>
        Object.fromEntries(Object.entries(attributesOf(each)).map(([key, S]) => [key, { S }])),
      );
  }

  #copies<E extends Json>(name: string): Recorded<E>[] {
    const events = this.#streams.get(name) ?? [];
    return events.map((each) => structuredClone(each) as Recorded<E>);
  }

  async #used<T>(operation: Use['operation'], where: string, act: () => T): Promise<T> {
    const hook = this.#hook;
    if (!hook) return act();
    const use = ++this.#uses;
    const append = operation === 'append' ? ++this.#appends : 0;
    const tell = async (moment: Use['moment']) => {
      this.#hook = undefined;
      try {
        await hook({ operation, moment, use, append, where });
      } finally {
        this.#hook = hook;
      }
    };
    await tell('before');
    const answer = act();
    await tell('after');
    return answer;
  }
}

/** A hook that dies before or after the n-th append. */
export const crashAt =
  (moment: Use['moment'], append: number): Hook =>
  (use) => {
    if (use.operation === 'append' && use.moment === moment && use.append === append)
      throw new Crash(`${moment} append ${append} of ${use.where}`);
  };

/** A hook that dies after an append to one of these kinds of partition. */
export const crashAfter =
  (...kinds: readonly string[]): Hook =>
  ({ operation, moment, where }) => {
    if (operation === 'append' && moment === 'after' && kinds.includes(where.replace(/#.*/, '')))
      throw new Crash(`after ${where}`);
  };

/** A hook that lets somebody else act just before the n-th use of the record. */
export const actBefore =
  (use: number, act: () => Promise<unknown>): Hook =>
  async (each) => {
    if (each.use === use && each.moment === 'before') await act();
  };
