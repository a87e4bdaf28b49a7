import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../core/canonical.ts';
import {
  NumberTaken,
  type Place,
  type Recorded,
  type Records,
  type StreamId,
} from '../../core/ports.ts';
import { beginning, chainText, nextInChain } from '../../core/record/chain.ts';
import { attributesOf, type StoredItem, sortKey } from '../../core/record/stored-item.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import { namedError, placeFacts } from '../shared/errors.ts';
import type { StoredRecords } from '../shared/stored-records.ts';
import type { DynamoDb, Item } from './aws/dynamodb.ts';
import { sha256 } from './sha256.ts';

/** No item of the record is larger, so that every stream can be read in pages of ten and more. */
const largestItem = 100_000;

/** DynamoDB answers for this many keys at a time. */
const mostKeys = 100;

/** Everything in a partition. */
const everything: { readonly condition: string; readonly values: Item } = {
  condition: '',
  values: {},
};

const keysOnly = {
  ProjectionExpression: '#partition, #event',
  ExpressionAttributeNames: { '#partition': 'partition', '#event': 'event' },
} as const;

/**
 * The record in one DynamoDB table: partition key `partition`, sort key `event` (`02#000004`).
 *
 * Every append is one PutItem on the condition that its place is free; every read is consistent, and checks numbers and
 * hashes as it goes. There is no other write in this file and none elsewhere.
 */
export class DynamoDbRecords implements Records, StoredRecords {
  readonly #client: DynamoDb;
  readonly #table: string;

  constructor(client: DynamoDb, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    const streams = await this.#streams<E>(stream.partition, `${stream.name}#`);
    return streams.get(stream.name) ?? [];
  }

  async readPartition<E extends Json>(
    partition: string,
    prefix = '',
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    return this.#streams<E>(partition, prefix);
  }

  async has(places: readonly Place[]): Promise<readonly boolean[]> {
    const found = new Set((await this.#batch(places, keysOnly)).map(textOf));
    return places.map(({ stream, number }) => found.has(textOf(keyAt(stream, number))));
  }

  itemsOf(partition: string): Promise<readonly StoredItem[]> {
    return this.#query(partition, everything);
  }

  itemsAt(places: readonly Place[]): Promise<readonly StoredItem[]> {
    return this.#batch(places, {});
  }

  itemsAfter({ partition, name }: StreamId, number: number): Promise<readonly StoredItem[]> {
    // '$' comes after '#': up to the last that can be in the stream, in whatever form its number is written.
    return this.#query(partition, {
      condition: '#event BETWEEN :first AND :last',
      values: { ':first': { S: sortKey({ name }, number + 1) }, ':last': { S: `${name}$` } },
    });
  }

  /** What stands at these places, in no order. */
  async #batch(places: readonly Place[], only: Partial<typeof keysOnly>): Promise<readonly Item[]> {
    const wanted = places.map(({ stream, number }) => keyAt(stream, number));
    const keys = [...new Map(wanted.map((key) => [textOf(key), key])).values()];
    const groups = Array.from({ length: Math.ceil(keys.length / mostKeys) }, (_, group) =>
      this.#someOf(keys.slice(group * mostKeys, (group + 1) * mostKeys), only),
    );
    return (await Promise.all(groups)).flat();
  }

  async #someOf(wanted: readonly Item[], only: Partial<typeof keysOnly>): Promise<readonly Item[]> {
    const found: Item[] = [];
    let keys = wanted;
    while (keys.length > 0) {
      const { Responses = {}, UnprocessedKeys = {} } = await this.#client.call('BatchGetItem', {
        RequestItems: { [this.#table]: { Keys: keys, ConsistentRead: true, ...only } },
      });
      found.push(...(Responses[this.#table] ?? []));
      keys = UnprocessedKeys[this.#table]?.Keys ?? [];
    }
    return found;
  }

  async append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>> {
    const next = nextInChain(stream, last, event, sha256);
    refuseTooLarge(next);
    try {
      await this.#client.call('PutItem', {
        TableName: this.#table,
        Item: toItem(next),
        ConditionExpression: 'attribute_not_exists(#event)',
        ExpressionAttributeNames: { '#event': 'event' },
      });
      return next;
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException'))
        throw error;
      // A put whose answer was lost is sent again by the client and then finds itself.
      if ((await this.#hashAt(stream, next.number)) === next.hash) return next;
      throw new NumberTaken(stream, next.number);
    }
  }

  async #hashAt(stream: StreamId, number: number): Promise<string | undefined> {
    const { Item: found } = await this.#client.call('GetItem', {
      TableName: this.#table,
      Key: keyAt(stream, number),
      ConsistentRead: true,
    });
    return found?.hash?.S;
  }

  async #streams<E extends Json>(
    partition: string,
    prefix: string,
  ): Promise<Map<string, Recorded<E>[]>> {
    const streams = new Map<string, Recorded<E>[]>();
    const named =
      prefix === ''
        ? everything
        : { condition: 'begins_with(#event, :prefix)', values: { ':prefix': { S: prefix } } };
    for (const item of await this.#query(partition, named)) {
      const name = item.event?.S?.replace(/#[^#]*$/, '') ?? '';
      const before = streams.get(name) ?? [];
      before.push(fromItem<E>(item, before.at(-1)));
      streams.set(name, before);
    }
    return streams;
  }

  async #query(
    partition: string,
    { condition, values }: typeof everything,
  ): Promise<readonly Item[]> {
    const items: Item[] = [];
    let from: Item | undefined;
    do {
      const page = await this.#client.call('Query', {
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression: ['#partition = :partition', ...(condition ? [condition] : [])].join(
          ' AND ',
        ),
        ExpressionAttributeNames: {
          '#partition': 'partition',
          ...(condition && { '#event': 'event' }),
        },
        ExpressionAttributeValues: { ':partition': { S: partition }, ...values },
        ...(from && { ExclusiveStartKey: from }),
      });
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from);
    return items;
  }
}

const keyAt = ({ partition, name }: StreamId, number: number): Item => ({
  partition: { S: partition },
  event: { S: sortKey({ name }, number) },
});

const textOf = ({ partition, event }: Item): string => `${partition?.S}/${event?.S}`;

const toItem = (recorded: Recorded): Item => textsOf(attributesOf(recorded));

const textsOf = (attributes: Readonly<Record<string, string>>): Item =>
  Object.fromEntries(Object.entries(attributes).map(([name, S]) => [name, { S }]));

/** Refuses an event that the table does not take, by the bytes that it would have there. */
export function refuseTooLarge(recorded: Recorded): void {
  const size = sizeOf(toItem(recorded));
  if (size <= largestItem) return;
  const { partition, name } = recorded.stream;
  throw new RangeError(
    `An event of ${partition}/${name} has ${size} bytes; ${largestItem} are allowed.`,
  );
}

/** As DynamoDB counts it: the bytes of names and values. */
const sizeOf = (item: Item): number =>
  Object.entries(item).reduce(
    (bytes, [name, value]) => bytes + Buffer.byteLength(name + (value.S ?? '')),
    0,
  );

/** The event that an item holds, after the one before it in its stream. What does not lie as it was written is refused. */
function fromItem<E extends Json>(item: Item, before: Recorded | undefined): Recorded<E> {
  const [text, partition = '', body = ''] = [item.event?.S ?? '', item.partition?.S, item.body?.S];
  const at = text.lastIndexOf('#');
  const stream = { partition, name: text.slice(0, at) };
  const number = Number(text.slice(at + 1));
  const [previous, hash] = [item.previous?.S ?? '', item.hash?.S ?? ''];
  const wrong = (what: string) =>
    namedError(
      RECORD_CONTRADICTS,
      `${partition}/${stream.name} event ${number}: ${what}`,
      placeFacts({ stream, number }),
    );
  if (number !== (before?.number ?? 0) + 1) throw wrong('an event before it is missing.');
  if (previous !== (before?.hash ?? beginning)) throw wrong('it does not follow the event before.');
  if (hash !== sha256(chainText(stream, number, previous, body)))
    throw wrong('its content is not what its hash was made of.');
  const recorded = { stream, number, event: parsed<E>(body), previous, hash };
  if (recorded.event === undefined || !isDeepStrictEqual(toItem(recorded as Recorded), item))
    throw wrong('it does not lie as it was written.');
  return recorded as Recorded<E>;
}

function parsed<E>(body: string): E | undefined {
  try {
    return JSON.parse(body) as E;
  } catch {
    return undefined;
  }
}
