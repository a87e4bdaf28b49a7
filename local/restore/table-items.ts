import {
  BatchWriteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type ExportedItem, ExportRefused } from './export-format.ts';

/** DynamoDB takes so many at a time. */
const atOnce = 25;

/** Every item of a table as it lies there, in the order of its keys. */
export async function itemsIn(client: DynamoDBClient, table: string): Promise<ExportedItem[]> {
  const items: ExportedItem[] = [];
  const pages = paginateScan({ client }, { TableName: table, ConsistentRead: true });
  for await (const { Items = [] } of pages) items.push(...Items);
  return items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Puts items into a new table. Refuses one that holds something: what is there would be overwritten. */
export async function importItems(
  client: DynamoDBClient,
  table: string,
  items: readonly ExportedItem[],
): Promise<void> {
  const there = await itemsIn(client, table);
  if (there.length > 0)
    throw new ExportRefused(`The table ${table} holds ${there.length} items; allowed is none.`);
  for (let from = 0; from < items.length; from += atOnce) {
    let left: WriteRequest[] = items
      .slice(from, from + atOnce)
      .map((item) => ({ PutRequest: { Item: { ...item } } }));
    while (left.length > 0) {
      const { UnprocessedItems = {} } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
      );
      left = UnprocessedItems[table] ?? [];
    }
  }
}

/** Deletes the table and waits until it is gone. */
export async function loseTable(client: DynamoDBClient, table: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: table }));
  for (;;) {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    if (!TableNames.includes(table)) return;
  }
}

export async function tableArnOf(client: DynamoDBClient, table: string): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  return Table?.TableArn ?? '';
}

/** The items that differ between two states of a table, by their keys. */
export function differingItems(
  before: readonly ExportedItem[],
  after: readonly ExportedItem[],
): readonly string[] {
  const texts = (items: readonly ExportedItem[]) =>
    new Map(items.map((item) => [keyOf(item), textOf(item)]));
  const [one, other] = [texts(before), texts(after)];
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].filter((key) => one.get(key) !== other.get(key)).sort();
}

const keyOf = ({ partition, event }: ExportedItem): string => `${partition?.S}/${event?.S}`;

const textOf = (item: ExportedItem): string =>
  JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
