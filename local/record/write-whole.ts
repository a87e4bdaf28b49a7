import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ofFile } from './of-file.ts';

/** Writes beside and renames: whoever looks finds the old file or the new one, never half of one. */
export function writeWhole(file: string, text: string): void {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}.half`;
  try {
    ofFile(path, () => writeFileSync(half, text));
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true }); // Nothing half is left behind, such as where the disk is full.
    throw error;
  }
}
