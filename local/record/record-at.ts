import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundStream } from '../../core/record/verify.ts';
import { Database } from '../cloud/database.ts';
import { lockRecords } from '../cloud/records-lock.ts';
import { foundStreams, localClient, theTable } from './found-streams.ts';

/** There is no record in the directory. Nothing was written. */
export class NoRecord extends Error {
  readonly exitCode = 2;
}

/** Everything that the record in a directory holds. Refuses a directory without one, and one that a run is using. */
export async function recordAt(records: string): Promise<readonly FoundStream[]> {
  const table = join(records, 'table');
  if (!existsSync(table)) throw new NoRecord(`${records} holds no record: there is no ${table}.`);
  const unlock = lockRecords(records);
  const database = await Database.open(table, [], () => {
    throw new Error('Whoever only reads the record writes nothing.');
  });
  const client = localClient(database.endpoint);
  try {
    return await foundStreams(client, await theTable(client));
  } finally {
    client.destroy();
    await database.close();
    unlock();
  }
}
