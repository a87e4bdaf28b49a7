import { canonical, type Json } from '../../core/canonical.ts';
import {
  NumberTaken,
  type Place,
  type Recorded,
  type Records,
  type StreamId,
} from '../../core/ports.ts';
import { beginning, chainText, nextInChain } from '../../core/record/chain.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import { namedError, placeFacts } from '../shared/errors.ts';
import type { DynamoDb, Item } from './aws/dynamodb.ts';
import { sha256 } from './sha256.ts';

/** No item of the record is larger, so that every stream can be read in pages of ten and more. */
const largestItem = 100_000;

/** DynamoDB answers for this many keys at a time. */
const mostKeys = 100;

/**
 * The record in one DynamoDB table: partition key `partition`, sort key `event` (`02#000004`).
 *
 * Every append is one PutItem on the condition that its place is free; every read is consistent, and checks numbers and
 * hashes as it goes. There is no other write in this file and none elsewhere.
 */
export class DynamoDbRecords implements Records {
  readonly #client: DynamoDb;
  readonly #table: string;

  constructor(client: DynamoDb, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]> {
    const streams = await this.#query<E>(stream.partition, `${stream.name}#`);
    return streams.get(stream.name) ?? [];
  }

  async readPartition<E extends Json>(
    partition: string,
    prefix = '',
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>> {
    return this.#query<E>(partition, prefix);
  }

  async has(places: readonly Place[]): Promise<readonly boolean[]> {
    const wanted = places.map(({ stream, number }) => keyAt(stream, number));
    const found = new Set<string>();
    let keys = [...new Map(wanted.map((key) => [textOf(key), key])).values()];
    while (keys.length > 0) {
      const later = keys.slice(mostKeys);
      const { Responses = {}, UnprocessedKeys = {} } = await this.#client.call('BatchGetItem', {
        RequestItems: {
          [this.#table]: {
            Keys: keys.slice(0, mostKeys),
            ConsistentRead: true,
            ProjectionExpression: '#partition, #event',
            ExpressionAttributeNames: { '#partition': 'partition', '#event': 'event' },
          },
        },
      });
      for (const item of Responses[this.#table] ?? []) found.add(textOf(item));
      keys = [...(UnprocessedKeys[this.#table]?.Keys ?? []), ...later];
    }
    return wanted.map((key) => found.has(textOf(key)));
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

  async #query<E extends Json>(
    partition: string,
    prefix: string,
  ): Promise<Map<string, Recorded<E>[]>> {
    const streams = new Map<string, Recorded<E>[]>();
    let from: Item | undefined;
    do {
      const page = await this.#client.call('Query', {
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression:
          prefix === ''
            ? '#partition = :partition'
            : '#partition = :partition AND begins_with(#event, :prefix)',
        ExpressionAttributeNames: {
          '#partition': 'partition',
          ...(prefix !== '' && { '#event': 'event' }),
        },
        ExpressionAttributeValues: {
          ':partition': { S: partition },
          ...(prefix !== '' && { ':prefix': { S: prefix } }),
        },
        ...(from && { ExclusiveStartKey: from }),
      });
      for (const item of page.Items ?? []) {
        const [name] = keyOf(item);
        const before = streams.get(name) ?? [];
        before.push(fromItem<E>(item, before.at(-1)));
        streams.set(name, before);
      }
      from = page.LastEvaluatedKey;
    } while (from);
    return streams;
  }
}

const keyAt = ({ partition, name }: StreamId, number: number): Item => ({
  partition: { S: partition },
  event: { S: sortKey(name, number) },
});

const textOf = ({ partition, event }: Item): string => `${partition?.S}/${event?.S}`;

/** Six digits keep text order equal to number order for the first 999 999 events of a stream. */
const sortKey = (name: string, number: number) => `${name}#${String(number).padStart(6, '0')}`;

function toItem({ stream, number, event, previous, hash }: Recorded): Item {
  return {
    ...keyAt(stream, number),
    body: { S: canonical(event) },
    previous: { S: previous },
    hash: { S: hash },
  };
}

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

function keyOf(item: Item): [name: string, number: number] {
  const key = item.event?.S ?? '';
  const at = key.lastIndexOf('#');
  return [key.slice(0, at), Number(key.slice(at + 1))];
}

function fromItem<E extends Json>(item: Item, before: Recorded<E> | undefined): Recorded<E> {
  const [name, number] = keyOf(item);
  const partition = item.partition?.S ?? '';
  const stream = { partition, name };
  const body = item.body?.S ?? '';
  const previous = item.previous?.S ?? '';
  const hash = item.hash?.S ?? '';
  const wrong = (what: string) =>
    namedError(
      RECORD_CONTRADICTS,
      `${partition}/${name} event ${number}: ${what}`,
      placeFacts({ stream, number }),
    );
  if (number !== (before?.number ?? 0) + 1) throw wrong('an event before it is missing.');
  if (previous !== (before?.hash ?? beginning)) throw wrong('it does not follow the event before.');
  if (hash !== sha256(chainText(stream, number, previous, body)))
    throw wrong('its content is not what its hash was made of.');
  return { stream, number, event: JSON.parse(body) as E, previous, hash };
}
