import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Database } from '../cloud/database.ts';
import { lockRecords } from '../cloud/records-lock.ts';
import type { TableResource } from '../cloud/template.ts';
import { localClient } from '../record/found-streams.ts';

/** Does something with the table of a records directory that nobody else uses; the tables named are made if they are not there. */
export async function withTable<T>(
  records: string,
  tables: readonly TableResource[],
  act: (client: DynamoDBClient) => Promise<T>,
): Promise<T> {
  const unlock = lockRecords(records);
  const database = await Database.open(join(records, 'table'), tables);
  const client = localClient(database.endpoint);
  try {
    return await act(client);
  } finally {
    client.destroy();
    await database.close();
    unlock();
  }
}
