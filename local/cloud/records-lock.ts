import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const held = new Set<string>();

/** Another process is using the records. Nothing has been written. */
export class RecordsInUse extends Error {
  override readonly name = 'RecordsInUse';
  readonly exitCode = 2;
}

/**
 * Keeps a records directory to one process: a file with its pid. The lock of a process that is
 * dead is taken over; that of a living one is refused with RecordsInUse. Call what comes back to let go.
 */
export function lockRecords(records: string): () => void {
  mkdirSync(records, { recursive: true });
  const file = join(resolve(records), 'lock');
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = Number(readFileSync(file, 'utf8'));
    if (held.has(file) || isAlive(pid)) {
      throw new RecordsInUse(
        `${records} is in use by process ${pid}; one process at a time may use it. If no such ` +
          `process runs, remove ${file}.`,
      );
    }
    rmSync(file, { force: true });
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

/** Refuses a directory that a process is using, with RecordsInUse, for whoever only reads there: nothing is written. */
export function refuseInUse(records: string): void {
  const file = join(resolve(records), 'lock');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  if (held.has(file) || isAlive(pid))
    throw new RecordsInUse(
      `${records} is in use by process ${pid}; it is read when that has ended.`,
    );
}

function isAlive(pid: number): boolean {
  // A pid of our own that we do not hold was an earlier process's; 0 was cut off while written.
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
