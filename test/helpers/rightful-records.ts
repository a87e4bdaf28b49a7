import type { Json } from '../../core/canonical.ts';
import type { Place, Recorded, Records, StreamId } from '../../core/ports.ts';
import type { FunctionName } from '../../functions/contract/functions.ts';
import { type RecordKind, recordRights } from '../../functions/contract/record-rights.ts';
import type { StoredRecords } from '../../functions/shared/stored-records.ts';

/** Thrown where a function asks of the record what its role would be refused. */
export class BeyondItsRights extends Error {
  override readonly name = 'BeyondItsRights';

  constructor(by: FunctionName, verb: 'read' | 'append', kind: string) {
    const { reads, appends } = recordRights[by];
    super(
      `${by} may not ${verb} ${kind}. It may read ${listed(reads)}, and append ${listed(appends)} ` +
        '(functions/contract/record-rights.ts).',
    );
  }
}

const listed = (kinds: readonly RecordKind[]): string => kinds.join(', ') || 'nothing';

/**
 * The record as one function's role lets it see it: what `recordRights` does not give it is refused, by kind of partition.
 *
 * A refusal is thrown at once and is no rejected promise, since what is read ahead is not waited for and its failure is not looked
 * at. Where something in between makes a rejected promise of it all the same, `refused` holds it.
 */
export class RightfulRecords implements Records {
  readonly #by: FunctionName;
  readonly #records: Records;
  readonly #refused: BeyondItsRights[] = [];

  constructor(by: FunctionName, records: Records) {
    this.#by = by;
    this.#records = records;
  }

  /** Everything that was refused, the oldest first. */
  get refused(): readonly BeyondItsRights[] {
    return this.#refused;
  }

  /** Throws the first refusal: for whoever gives this record to what answers an error instead of throwing it. */
  assertNothingRefused(): void {
    const [first] = this.#refused;
    if (first) throw first;
  }

  read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    this.#hold('read', stream.partition);
    return this.#records.read<E>(stream);
  }

  readPartition<E extends Json>(
    partition: string,
    prefix?: string,
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    this.#hold('read', partition);
    return this.#records.readPartition<E>(partition, prefix);
  }

  has(places: readonly Place[]): Promise<readonly boolean[]> {
    for (const { stream } of places) this.#hold('read', stream.partition);
    return this.#records.has(places);
  }

  append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>> {
    this.#hold('append', stream.partition);
    return this.#records.append<E>(stream, last, event);
  }

  /** The record as it lies, for who may read it. */
  stored(items: StoredRecords): StoredRecords {
    return {
      itemsOf: (partition) => {
        this.#hold('read', partition);
        return items.itemsOf(partition);
      },
      itemsAt: (places) => {
        for (const { stream } of places) this.#hold('read', stream.partition);
        return items.itemsAt(places);
      },
      itemsAfter: (stream, number) => {
        this.#hold('read', stream.partition);
        return items.itemsAfter(stream, number);
      },
    };
  }

  #hold(verb: 'read' | 'append', partition: string): void {
    const kind = partition.replace(/#.*$/, '');
    if (recordRights[this.#by][`${verb}s`].some((each) => each === kind)) return;
    const refusal = new BeyondItsRights(this.#by, verb, kind);
    this.#refused.push(refusal);
    throw refusal;
  }
}
