import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** What is written lies here until it is whole; no key can name it. */
export const HALVES = '.halves';
/** What is being written: one at a time. */
export const HALF = 'half';

/**
 * The objects of a bucket as files of a folder, by their keys. An object is written beside and renamed, so whoever looks finds it whole
 * or not at all, also after a crash; none is ever changed.
 */
export class BucketFolder {
  readonly directory: string;

  /** Makes the folder, and removes what a killed run left: half of a file, and the folder that it was to be put into. */
  constructor(directory: string) {
    this.directory = directory;
    rmSync(join(directory, HALVES), { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    removeEmptyIn(directory);
    mkdirSync(join(directory, HALVES));
  }

  /** Whether it was free. The bytes of an object that is there stay as they are. */
  putIfFree(key: string, bytes: Uint8Array): boolean {
    const file = this.#fileOf(key);
    // Between the question and the answer nobody else writes: the records are locked, and nothing here waits.
    if (existsSync(file)) return false;
    const half = join(this.directory, HALVES, HALF);
    writeFileSync(half, bytes);
    mkdirSync(dirname(file), { recursive: true });
    renameSync(half, file);
    return true;
  }

  read(key: string): Buffer | undefined {
    const file = this.#fileOf(key);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  }

  /** The keys of all objects, in no order. */
  keys(): readonly string[] {
    return readdirSync(this.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.directory, join(entry.parentPath, entry.name)))
      .map((file) => file.split(sep).join('/'))
      .filter((key) => !key.startsWith(`${HALVES}/`));
  }

  #fileOf(key: string): string {
    const refused = whatIsWrongWith(key);
    if (refused === undefined) return join(this.directory, ...key.split('/'));
    throw new KeyRefused(`The key ${JSON.stringify(key)} ${refused}.`);
  }
}

/** Removes the folders in which no file lies at any depth. */
function removeEmptyIn(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(directory, entry.name);
    removeEmptyIn(folder);
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}

/** The key could not be a file below the folder. S3 would take some of these; nothing here needs them. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

function whatIsWrongWith(key: string): string | undefined {
  if (/[\p{Cc}\\]/u.test(key)) return 'holds a control character or a backslash';
  if (Buffer.byteLength(key) > 1024) return 'is longer than 1024 bytes';
  for (const part of key.split('/')) {
    if (part === '') return 'has a part without a name';
    if (part.startsWith('.')) return 'has a part that begins with a dot';
    if (Buffer.byteLength(part) > 255) return 'has a part that is longer than 255 bytes';
  }
  return undefined;
}
