import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../local/cloud/database.ts';
import type { DatabaseRequest } from '../../../local/cloud/meter.ts';
import { noGuard } from '../../../local/cloud/rights/guard.ts';
import {
  DatabaseCount,
  type DatabaseUse,
  TASK_TOKEN_BYTES,
} from '../../../local/cost/database-use.ts';
import { localClient } from '../../../local/record/found-streams.ts';
import { folder, removeFolders } from '../../helpers/folders.ts';
import { recordTable } from '../../helpers/record-table.ts';

const TableName = recordTable.name;
const told: DatabaseRequest[] = [];
let database: Database;
let client: DynamoDBClient;

/** The database itself says what a request consumes, by rules of its own making. */
let itself: number;
let counted: readonly DatabaseUse[];
const count = new DatabaseCount();

beforeAll(async () => {
  const meter = {
    ...{ begins() {}, asks() {}, ends() {}, putFromOutside() {} },
    asksDatabase: (request: DatabaseRequest) => void told.push(request),
  };
  database = await Database.open(folder(), [recordTable], () => undefined, noGuard, meter);
  client = localClient(database.endpoint);
});
beforeEach(() => {
  told.length = 0;
});
afterAll(async () => {
  client.destroy();
  await database.close();
  removeFolders();
});

const ReturnConsumedCapacity = 'TOTAL' as const;
const place = (event: string) => ({ partition: { S: 'RUN#2021' }, event: { S: event } });

/** An item of so many bytes: names and key take 56 of them, and the body is JSON. */
const item = (event: string, bytes: number) => ({
  ...place(event),
  body: {
    S: JSON.stringify('x'.repeat(bytes - 'partitionRUN#2021event'.length - event.length - 6)),
  },
});

/** Counts what a request was answered; one that was refused says nothing of itself. */
async function counting(answered: Promise<Answer>) {
  const answer: Answer = await answered.catch((error: Error) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error;
    return {};
  });
  const capacities = [answer.ConsumedCapacity ?? []].flat();
  itself = capacities.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  counted = told.flatMap((request) => count.use(request));
}
interface Answer {
  ConsumedCapacity?: Consumed | Consumed[] | undefined;
}
interface Consumed {
  CapacityUnits?: number | undefined;
}

const put = (event: string, bytes: number) =>
  counting(
    client.send(
      new PutItemCommand({
        TableName,
        Item: item(event, bytes),
        ConditionExpression: 'attribute_not_exists(#event)',
        ExpressionAttributeNames: { '#event': 'event' },
        ReturnConsumedCapacity,
      }),
    ),
  );
const reads = () => counted.reduce((sum, { readUnits }) => sum + readUnits, 0);
const writes = () => counted.reduce((sum, { writeUnits }) => sum + writeUnits, 0);

describe('Requests to the record are counted as the database counts them itself:', () => {
  it('a put of 2 049 bytes takes 3 write units and 2 149 bytes of the table', async () => {
    await put('03#000001', 2049);
    expect(counted).toEqual([{ kind: 'RUN', readUnits: 0, writeUnits: 3, addedBytes: 2149 }]);
    expect(itself).toBe(3);
  });

  it('a put that is refused because its place is taken costs as much, and adds nothing', async () => {
    await put('03#000001', 2049);
    expect(counted).toEqual([{ kind: 'RUN', readUnits: 0, writeUnits: 3, addedBytes: 0 }]);
  });

  it('a small put that is refused costs as much as the larger item that is there', async () => {
    await put('03#000001', 100);
    expect(writes()).toBe(3);
  });

  it('a consistent query of 4 097 bytes takes 2 read units, for its items count together', async () => {
    await put('04#000001', 2000);
    told.length = 0;
    await put('04#000002', 2097);
    told.length = 0;
    await query('04#', true);
    expect(reads()).toBe(2);
    expect(itself).toBe(2);
  });

  it('but a query that finds nothing takes one, as in AWS; the embedded database says none', async () => {
    await query('05#', true);
    expect(reads()).toBe(1);
    expect(itself).toBe(0);
  });

  it('a query that need not be consistent takes half', async () => {
    await query('04#', false);
    expect(reads()).toBe(1);
    expect(itself).toBe(1);
  });

  it('keys of a batch count one by one, whole though only keys are answered, and one where nothing is', async () => {
    await put('06#000001', 5000);
    told.length = 0;
    await counting(
      client.send(
        new BatchGetItemCommand({
          RequestItems: {
            [TableName]: {
              Keys: [place('06#000001'), place('04#000001'), place('06#000002')],
              ConsistentRead: true,
              ProjectionExpression: '#partition',
              ExpressionAttributeNames: { '#partition': 'partition' },
            },
          },
          ReturnConsumedCapacity,
        }),
      ),
    );
    // 5 000 bytes: 2, 2 000 bytes: 1, nothing: 1.
    expect(reads()).toBe(4);
    expect(itself).toBe(4);
  });

  it('one item that is asked for again takes what it has', async () => {
    const Key = place('06#000001');
    const asked = { TableName, Key, ConsistentRead: true, ReturnConsumedCapacity };
    await counting(client.send(new GetItemCommand(asked)));
    expect(reads()).toBe(2);
    expect(itself).toBe(2);
  });
});

const query = (prefix: string, ConsistentRead: boolean) =>
  counting(
    client.send(
      new QueryCommand({
        TableName,
        ConsistentRead,
        KeyConditionExpression: '#partition = :partition AND begins_with(#event, :prefix)',
        ExpressionAttributeNames: { '#partition': 'partition', '#event': 'event' },
        ExpressionAttributeValues: { ':partition': { S: 'RUN#2021' }, ':prefix': { S: prefix } },
        ReturnConsumedCapacity,
      }),
    ),
  );

describe('A task token', () => {
  it('counts as long as those of AWS are, which local ones are not', () => {
    const body = JSON.stringify({ token: 'short' });
    const request = { Item: { ...place('08#000001'), body: { S: body } } };
    const put = { operation: 'PutItem', status: 200, answer: '{}' };
    const bytes = 'partitionRUN#2021event08#000001body'.length + body.length;
    const [use] = new DatabaseCount().use({
      ...put,
      request: Buffer.from(JSON.stringify(request)),
    });
    expect(use?.addedBytes).toBe(100 + bytes + TASK_TOKEN_BYTES - 'short'.length);
  });
});

describe('What the record never sends', () => {
  const asked = (operation: string, request: object) => () =>
    new DatabaseCount().use({
      operation,
      request: Buffer.from(JSON.stringify(request)),
      status: 200,
      answer: '{}',
    });

  it('is refused, not left out', () => {
    expect(asked('UpdateItem', {})).toThrow('UpdateItem is not counted here');
    expect(asked('Scan', {})).toThrow('Scan is not counted here');
    expect(asked('Query', { FilterExpression: 'a = b' })).toThrow('leaves out what it reads');
  });
});
