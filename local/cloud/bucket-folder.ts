import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** What is written lies here until it is whole; no key can name it. */
const HALVES = '.halves';

/**
 * The objects of a bucket as files of a folder, by their keys. An object is written beside and renamed, so whoever looks finds it whole
 * or not at all, also after a crash; none is ever changed.
 */
export class BucketFolder {
  readonly directory: string;

  /** Makes the folder, and removes what a killed run left half. */
  constructor(directory: string) {
    this.directory = directory;
    rmSync(join(directory, HALVES), { recursive: true, force: true });
    mkdirSync(join(directory, HALVES), { recursive: true });
  }

  /** Whether it was free. The bytes of an object that is there stay as they are. */
  putIfFree(key: string, bytes: Uint8Array): boolean {
    const file = this.#fileOf(key);
    // Between the question and the answer nobody else writes: the records are locked, and nothing here waits.
    if (existsSync(file)) return false;
    const half = join(this.directory, HALVES, 'half');
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
