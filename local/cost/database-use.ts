import type { DatabaseRequest } from '../cloud/meter.ts';
import { type Item, itemBytes, readUnits, storedBytes, writeUnits } from './request-units.ts';

/** What one request took of the database, by kind of stream: the first part of the partition, such as `RUN`. */
export interface DatabaseUse {
  readonly kind: string;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Bytes that it added to the table. */
  readonly addedBytes: number;
}

/**
 * A task token of Step Functions has more characters than one of this machine: 664 to 812 in those that people have published, up to
 * 2 048 by the API reference. Items that hold one are counted with this many.
 */
export const TASK_TOKEN_BYTES = 800;

/** Counts requests by DynamoDB's rules. It has to see every write from the first on, for some reads do not show what they looked at. */
export class DatabaseCount {
  /** Of every item that was put, by partition and sort key. */
  readonly #bytes = new Map<string, number>();

  /** Refuses an operation that the record's adapter does not send. */
  use({ operation, request, status, answer }: DatabaseRequest): DatabaseUse[] {
    const asked = JSON.parse(request.toString());
    const answered = JSON.parse(answer);
    switch (operation) {
      case 'PutItem':
        return [this.#put(asked, status)];
      case 'GetItem':
        return [this.#got(asked.Key, asked.ConsistentRead === true)];
      case 'Query':
        return [queried(asked, answered)];
      case 'BatchGetItem':
        return this.#gotMany(asked);
      default:
        throw new RangeError(
          `${operation} is not counted here; PutItem, GetItem, BatchGetItem and Query are.`,
        );
    }
  }

  /** A put that was refused because its place is taken costs as much as one that succeeds. */
  #put({ Item: item }: { Item: Item }, status: number): DatabaseUse {
    const bytes = bytesInAws(item);
    const known = this.#bytes.get(placeOf(item)) ?? 0;
    if (status === 200) this.#bytes.set(placeOf(item), bytes);
    return {
      kind: kindOf(item.partition),
      readUnits: 0,
      // Of the item that is there and the one that was to be put, the larger counts.
      writeUnits: writeUnits(Math.max(bytes, known)),
      addedBytes: status === 200 ? storedBytes(bytes) : 0,
    };
  }

  /** What is asked for counts whole, however little of it is answered. */
  #got(key: Item, consistent: boolean): DatabaseUse {
    const units = readUnits(this.#bytes.get(placeOf(key)) ?? 0, consistent);
    return { kind: kindOf(key.partition), readUnits: units, writeUnits: 0, addedBytes: 0 };
  }

  #gotMany({ RequestItems: tables }: { RequestItems: Readonly<Record<string, Batch>> }) {
    return Object.values(tables).flatMap(({ Keys: keys, ConsistentRead: consistent }) =>
      keys.map((key) => this.#got(key, consistent === true)),
    );
  }
}

interface Batch {
  readonly Keys: readonly Item[];
  readonly ConsistentRead?: boolean;
}

interface Query {
  readonly ExpressionAttributeValues: Item;
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
  readonly FilterExpression?: string;
}

function queried(asked: Query, { Items: items = [] }: { Items?: readonly Item[] }): DatabaseUse {
  if (asked.ProjectionExpression !== undefined || asked.FilterExpression !== undefined)
    throw new RangeError('A query that leaves out what it reads is not counted here.');
  const bytes = items.reduce((sum, item) => sum + bytesInAws(item), 0);
  return {
    kind: kindOf(asked.ExpressionAttributeValues[':partition']),
    readUnits: readUnits(bytes, asked.ConsistentRead === true),
    writeUnits: 0,
    addedBytes: 0,
  };
}

function bytesInAws(item: Item): number {
  const { token } = JSON.parse(String(item.body?.S)) as { token?: unknown };
  const longer = typeof token === 'string' ? Math.max(0, TASK_TOKEN_BYTES - token.length) : 0;
  return itemBytes(item) + longer;
}

const placeOf = ({ partition, event }: Item): string => `${partition?.S}/${event?.S}`;

function kindOf(partition: Item[string] | undefined): string {
  const [kind] = String(partition?.S).split('#');
  return String(kind);
}
