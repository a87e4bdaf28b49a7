import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ofFile } from './of-file.ts';

/** What is to be written cannot be written there. Nothing was. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
  readonly exitCode = 2;
}

/**
 * Writes beside and renames: whoever looks finds the old file or the new one, never half of one. Refuses to put a file in the place of
 * what is none: a pipe, a device, a directory.
 */
export function writeWhole(file: string, text: string): void {
  const path = resolve(file);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile())
    throw new WriteRefused(`${file} is no file. Allowed: a file, or a name that there is not yet.`);
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
