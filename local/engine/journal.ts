import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ofFile } from '../record/of-file.ts';
import type { JournalLine } from './journal-line.ts';

/** The journal cannot be gone on with. Nothing has been written to it. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';
  readonly exitCode = 1;

  constructor(path: string, what: string, options?: ErrorOptions) {
    super(
      `${path}, ${what}\nMove the file away and give the command again: the year goes on from the record.`,
      options,
    );
  }
}

/**
 * What has happened, one JSON line each, only ever appended.
 *
 * A line is handed to the operating system before `append` returns, so it outlives a kill -9 of the
 * process; it is not forced to the disk, so it need not outlive a loss of power (ADR 5). A last line
 * that was cut short by a kill is cut off on opening: what it would have said has not happened.
 */
export class Journal {
  readonly path: string;
  readonly #file: number;
  readonly #lines: JournalLine[];

  private constructor(path: string, file: number, lines: JournalLine[]) {
    this.path = path;
    this.#file = file;
    this.#lines = lines;
  }

  /** Opens the journal, or begins one. A damaged line before the last is an error, with its number. */
  static open(path: string): Journal {
    mkdirSync(dirname(path), { recursive: true });
    const text = existsSync(path) ? ofFile(path, () => readFileSync(path)) : Buffer.alloc(0);
    const whole = text.subarray(0, text.lastIndexOf(10) + 1);
    const file = openSync(path, 'a');
    if (whole.length < text.length) ftruncateSync(file, whole.length);
    const lines = whole.toString('utf8').split('\n').slice(0, -1);
    return new Journal(
      path,
      file,
      lines.map((line, at) => parse(line, path, at + 1)),
    );
  }

  /** Every line so far, oldest first. */
  get lines(): readonly JournalLine[] {
    return this.#lines;
  }

  append(line: JournalLine): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    ofFile(this.path, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    });
    this.#lines.push(line);
  }

  close(): void {
    closeSync(this.#file);
  }
}

function parse(line: string, path: string, number: number): JournalLine {
  try {
    return JSON.parse(line);
  } catch {
    throw new JournalDamaged(path, `line ${number}, is no JSON: ${line.slice(0, 80)}`);
  }
}
