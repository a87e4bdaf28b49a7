import type { StreamId } from '../../core/ports.ts';
import { unlikeHead } from '../../core/record/anchor.ts';
import { streamText } from '../../core/record/case-id.ts';
import type { Head } from '../../core/record/chain.ts';
import { type Finding, type FoundStream, nameOf } from '../../core/record/found-stream.ts';
import {
  readItem,
  type StoredItem,
  sortKey,
  streamsOfItems,
} from '../../core/record/stored-item.ts';
import type { StoredRecords } from './stored-records.ts';

/** A stream that is not as it was, and whether it still has the head that it had. */
export interface Grown {
  readonly stream: StreamId;
  readonly stands: boolean;
}

/** Reads streams of a record beyond heads that were verified before, each once, and keeps what it found. */
export class StreamReader {
  readonly #records: StoredRecords;
  readonly #heads: ReadonlyMap<string, Head>;
  readonly #streams = new Map<string, Promise<FoundStream | undefined>>();
  readonly #found = new Map<string, FoundStream>();
  readonly #findings: Finding[] = [];
  #items = 0;

  constructor(records: StoredRecords, known: readonly Head[]) {
    this.#records = records;
    this.#heads = new Map(known.map((head) => [nameOf(head), head]));
  }

  /** So many items were read. */
  get items(): number {
    return this.#items;
  }

  /** How items lie that were read otherwise than they were written, and heads that stand no more. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  streams(): readonly FoundStream[] {
    return [...this.#found.values()];
  }

  found(stream: StreamId): FoundStream | undefined {
    return this.#found.get(streamText(stream));
  }

  isNew(found: Pick<FoundStream, 'partition' | 'stream'>, number: number): boolean {
    return number > this.#lengthOf(nameOf(found));
  }

  /**
   * Which of these streams are not as they were: something follows the head, or the head stands no more. One item of each that is
   * known is read for it.
   */
  async grown(asked: readonly StreamId[]): Promise<readonly Grown[]> {
    const all = [...new Map(asked.map((stream) => [streamText(stream), stream])).values()];
    const places = all.flatMap((stream) => {
      const length = this.#lengthOf(streamText(stream));
      return (length > 0 ? [length, length + 1] : [1]).map((number) => ({ stream, number }));
    });
    const items = await this.#records.itemsAt(places);
    this.#items += items.length;
    const there = new Map(items.map((item) => [placeOf(item), readItem(item)]));
    for (const { findings } of there.values()) this.#findings.push(...findings);
    return all.flatMap((stream) => {
      const head = this.#heads.get(streamText(stream));
      const at = (number: number) => there.get(`${stream.partition}/${sortKey(stream, number)}`);
      if (!head) return at(1) ? [{ stream, stands: true }] : [];
      const stands = at(head.length)?.found?.event.hash === head.hash;
      return stands && !at(head.length + 1) ? [] : [{ stream, stands }];
    });
  }

  /** A stream, whole or from its head on; undefined where there is none, or nothing after its head. */
  read(stream: StreamId, whole: boolean): Promise<FoundStream | undefined> {
    const name = streamText(stream);
    const reading =
      this.#streams.get(name) ?? this.#readAfter(stream, whole ? 0 : this.#lengthOf(name));
    this.#streams.set(name, reading);
    return reading;
  }

  /** A stream as far as it was verified before, unless more of it has been read: what is written meanwhile is for the next time. */
  readVerified(stream: StreamId): Promise<FoundStream | undefined> {
    const name = streamText(stream);
    const reading = this.#streams.get(name) ?? this.#readAfter(stream, 0, this.#lengthOf(name));
    this.#streams.set(name, reading);
    return reading;
  }

  async #readAfter(
    stream: StreamId,
    number: number,
    until = Number.POSITIVE_INFINITY,
  ): Promise<FoundStream | undefined> {
    const items = await this.#records.itemsAfter(stream, number);
    this.#items += items.length;
    const read = streamsOfItems(items);
    this.#findings.push(...read.findings);
    const found = read.streams.find((each) => nameOf(each) === streamText(stream));
    const head = this.#heads.get(streamText(stream));
    if (!found && number === 0 && head) this.#findings.push(...unlikeHead(head, undefined));
    if (!found) return undefined;
    const kept = { ...found, events: found.events.filter((each) => each.number <= until) };
    if (kept.events.length > 0) this.#found.set(nameOf(kept), kept);
    return kept;
  }

  #lengthOf(name: string): number {
    return this.#heads.get(name)?.length ?? 0;
  }
}

/** An item's place, whatever else it says. */
const placeOf = ({ partition, event }: StoredItem): string =>
  `${(Object(partition) as { S?: string }).S}/${(Object(event) as { S?: string }).S}`;
