import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { type StoredItem, streamsOfItems } from '../../core/record/stored-item.ts';
import type { FoundStream } from '../../core/record/verify.ts';
import { DynamoDb } from '../../functions/adapters/aws/dynamodb.ts';

/** A service on this machine; its credentials are as good as any. */
const onThisMachine = (endpoint: string) => ({
  endpoint,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

/** A client that may ask a database on this machine anything; functions' own can neither list nor scan. */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient(onThisMachine(endpoint));

/** The functions' own client, for a database on this machine. */
export const localDynamoDb = (endpoint: string): DynamoDb => new DynamoDb(onThisMachine(endpoint));

/** The name of the one table that the database holds. */
export async function theTable(client: DynamoDBClient): Promise<string> {
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}));
  const [name] = names;
  if (!name || names.length > 1)
    throw new Error(
      `The database holds ${names.length} tables (${names.join(', ')}); one is expected.`,
    );
  return name;
}

/** Everything that a table holds, as it lies: nothing is believed here. No request of anybody's scans the table. */
export async function storedItems(client: DynamoDBClient, table: string): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  const pages = paginateScan({ client }, { TableName: table, ConsistentRead: true });
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
}

/** The streams of a table, for results and for those who compare; whoever verifies looks at the items. */
export const foundStreams = async (
  client: DynamoDBClient,
  table: string,
): Promise<FoundStream[]> => [...streamsOfItems(await storedItems(client, table)).streams];
