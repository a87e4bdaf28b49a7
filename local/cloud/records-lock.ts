import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { refuseOdd } from '../record/odd-entries.ts';

/** What this process holds. A lock that nobody kept would be let go when memory is tidied up. */
const held = new Map<string, DatabaseSync>();

/** So long those who come at the same moment stand in each other's way, in milliseconds; one of them gets it meanwhile. */
const PATIENCE_MS = 500;

/** SQLite's code for: somebody else holds it. */
const BUSY = 5;

/** Another process is using the records. Nothing has been written. */
export class RecordsInUse extends Error {
  override readonly name = 'RecordsInUse';
  readonly exitCode = 2;
}

/** The lock cannot be taken for another reason than that somebody holds it. Nothing has been written. */
export class LockRefused extends Error {
  override readonly name = 'LockRefused';
  readonly exitCode = 2;
}

/**
 * Keeps a records directory to one process, by a transaction of SQLite on a file in it: the system itself lets go of it when the
 * process dies, also of one whose end nobody has fetched yet. Call what comes back to let go.
 *
 * Refused with RecordsInUse while another holds it, naming it; with LockRefused where the file cannot be locked at all.
 */
export function lockRecords(records: string): () => void {
  mkdirSync(records, { recursive: true });
  const directory = realpathSync(records);
  refuseOdd(directory);
  // Who holds it is only said there; nobody may open the lock's own file by other means: closing it would let go of the lock.
  const note = join(directory, 'lock');
  if (held.has(directory)) throw inUse(records, note);
  const lock = locked(records, join(directory, 'lock.sqlite'), note);
  held.set(directory, lock);
  writeFileSync(note, `${process.pid}\n`);
  return () => {
    rmSync(note, { force: true });
    held.delete(directory);
    lock.close();
  };
}

function locked(records: string, file: string, note: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: PATIENCE_MS });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const { errcode = 0, message } = error as Error & { readonly errcode?: number };
    if ((errcode & 0xff) === BUSY) throw inUse(records, note);
    throw new LockRefused(
      `${file} cannot be locked: ${message}. Allowed: a directory that this user may write to; a lock.sqlite that is damaged holds nothing and can be removed.`,
    );
  }
}

/**
 * Refuses a directory that a process is using, with RecordsInUse, for whoever only reads there: the lock is asked and not taken, and
 * nothing is written, so the directory may lie where nothing can be.
 */
export function refuseInUse(records: string): void {
  const directory = realpathSync(records);
  const [file, note] = [join(directory, 'lock.sqlite'), join(directory, 'lock')];
  // Whoever holds it here must not open the file again: closing it would let go of the lock.
  if (held.has(directory)) throw inUse(records, note);
  if (!existsSync(file)) return;
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { readOnly: true, timeout: 0 });
    lock.exec('BEGIN; SELECT * FROM sqlite_master; ROLLBACK');
  } catch (error) {
    const { errcode = 0, message } = error as Error & { readonly errcode?: number };
    if ((errcode & 0xff) === BUSY) throw inUse(records, note);
    if (!lock)
      throw new LockRefused(
        `${file} cannot be read, so nobody can say whether a run is using ${records}: ${message}. Allowed: a lock.sqlite that this user may read; in a copy of the directory it can be left out.`,
      );
    // A lock that is damaged holds nothing.
  } finally {
    lock?.close();
  }
}

function inUse(records: string, note: string): RecordsInUse {
  const process = /^\d+$/.exec(noted(note))?.[0];
  const by = process === undefined ? 'another process' : `process ${process}`;
  return new RecordsInUse(`${records} is in use by ${by}; one process at a time may use it.`);
}

function noted(note: string): string {
  try {
    return readFileSync(note, 'utf8').trim();
  } catch {
    return ''; // It has not said who it is yet, or has just let go.
  }
}
