import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** Removes every folder that was made here, with what is in it. Tests do so after the last of a file. */
export function removeFolders(): void {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** An empty folder, until `removeFolders`. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'statsbidrag-'));
  made.push(path);
  return path;
}

/** A copy of a records directory that nobody uses, to go on from it more than once. */
export function copyOf(records: string): string {
  const path = folder();
  cpSync(records, path, { recursive: true });
  return path;
}
