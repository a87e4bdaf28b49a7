import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Something lies among the records, or in their place, that is neither file nor directory. Nothing has been read or written. */
export class OddEntry extends Error {
  override readonly name = 'OddEntry';
  readonly exitCode = 2;
}

/**
 * Refuses records that could not be read to their end: a pipe waits for whoever writes into it, a device has none. What lies deeper is
 * looked at where it is read.
 */
export function refuseOdd(records: string): void {
  const given = statSync(records);
  const entries = given.isDirectory()
    ? readable(records).map((name) => join(records, name))
    : [records];
  for (const path of entries) {
    // What was named may be a link, and is what it leads to.
    const entry = path === records ? given : lstatSync(path);
    if (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) continue;
    const what = entry.isFIFO() ? 'a pipe' : 'neither a file nor a directory';
    throw new OddEntry(
      `${path} is ${what}. Allowed: files and directories; take it away, or bring it back from a copy.`,
    );
  }
}

/** That a directory cannot be read is said by whoever reads it. */
function readable(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
