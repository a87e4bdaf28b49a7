import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StoredStreams, streamsOfItems } from '../../core/record/stored-item.ts';
import type { FoundStream } from '../../core/record/verify.ts';
import { Database } from '../cloud/database.ts';
import { refuseInUse } from '../cloud/records-lock.ts';
import { bytesIn } from './bytes-in.ts';
import { localClient, storedItems, theTable } from './found-streams.ts';

/** There is no record in the directory. Nothing was written. */
export class NoRecord extends Error {
  readonly exitCode = 2;
}

/** The files in which the record lies cannot be opened, or not be read to their end. Nothing was written. */
export class TableUnreadable extends Error {
  readonly exitCode = 2;
  /** What the system or the database said. */
  readonly why: string;

  constructor(error: unknown) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? `${message}: ${cause.message}` : message;
    super(
      `The record's database cannot be opened or read: ${why}\nKeep the directory as it is, and bring the record back from a copy (docs/runbook.md, "Restore the record").`,
    );
    this.why = why;
  }
}

/**
 * Everything that the record in a directory holds, and how it lies. Refuses a directory without one, one
 * that a run is using, and one whose files cannot be read.
 *
 * A database that is opened writes beside its data, so a copy of it is opened: what is read may lie on a medium that cannot be written
 * to, and is as it was afterwards.
 */
export async function storedAt(records: string): Promise<StoredStreams> {
  const table = join(records, 'table');
  if (!existsSync(table)) throw new NoRecord(`${records} holds no record: there is no ${table}.`);
  refuseInUse(records);
  const copy = mkdtempSync(join(tmpdir(), 'statsbidrag-read-'));
  try {
    copyFiles(table, copy);
    refuseInUse(records); // A run that began meanwhile may have changed what was being copied.
    return streamsOfItems(await itemsIn(copy));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Copies what lies in a folder, and not who may read or write it: that may be nobody. */
function copyFiles(from: string, to: string): void {
  for (const [name, bytes] of filesIn(from)) writeFileSync(join(to, name), bytes);
}

function filesIn(folder: string): readonly (readonly [name: string, bytes: Buffer])[] {
  try {
    return readdirSync(folder).map((name) => [name, bytesIn(join(folder, name))]);
  } catch (error) {
    throw new TableUnreadable(error);
  }
}

async function itemsIn(table: string) {
  try {
    const database = await Database.open(table, [], () => {
      throw new Error('Whoever only reads the record writes nothing.');
    });
    const client = localClient(database.endpoint);
    try {
      return await orUncaught(theTable(client).then((name) => storedItems(client, name)));
    } finally {
      client.destroy();
      await database.close();
    }
  } catch (error) {
    throw new TableUnreadable(error);
  }
}

/** What is being done, or what was thrown meanwhile where nobody could catch it: the database throws so where its files are damaged. */
async function orUncaught<T>(doing: Promise<T>): Promise<T> {
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  process.once('uncaughtException', fail);
  try {
    return await Promise.race([doing, failed]);
  } finally {
    process.off('uncaughtException', fail);
  }
}

/** The streams of the record in a directory, for whoever does not verify them. */
export const recordAt = async (records: string): Promise<readonly FoundStream[]> =>
  (await storedAt(records)).streams;
