import {
  type AttributeValue,
  DynamoDBClient,
  ListTablesCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import type { Json } from '../../core/canonical.ts';
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

/**
 * Everything that a table holds, stream by stream, as it is: nothing is checked here. For auditors and for results; no request
 * of anybody's scans the table.
 */
export async function foundStreams(client: DynamoDBClient, table: string): Promise<FoundStream[]> {
  const items: Item[] = [];
  const pages = paginateScan({ client }, { TableName: table, ConsistentRead: true });
  for await (const page of pages) items.push(...(page.Items ?? []));
  return streamsOfItems(items);
}

type Item = Readonly<Record<string, AttributeValue>>;

/** The streams that items of the table make, as they are. */
export function streamsOfItems(items: readonly Item[]): FoundStream[] {
  const streams = new Map<string, { partition: string; stream: string; events: Event[] }>();
  for (const item of items) {
    const { partition, stream, event } = fromItem(item);
    const key = `${partition}/${stream}`;
    const known = streams.get(key) ?? { partition, stream, events: [] };
    known.events.push(event);
    streams.set(key, known);
  }
  for (const { events } of streams.values()) events.sort((a, b) => a.number - b.number);
  return [...streams.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

type Event = FoundStream['events'][number];

const nameOf = ({ partition, stream }: { partition: string; stream: string }) =>
  `${partition}/${stream}`;

function fromItem(item: Item) {
  const text = (name: string) => item[name]?.S ?? '';
  const key = text('event');
  const at = key.lastIndexOf('#');
  const event: Event = {
    number: Number(key.slice(at + 1)),
    event: JSON.parse(text('body')) as Json,
    previous: text('previous'),
    hash: text('hash'),
  };
  return { partition: text('partition'), stream: key.slice(0, at), event };
}
