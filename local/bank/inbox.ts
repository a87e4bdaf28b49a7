import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../core/calendar/stockholm.ts';
import { writeWhole } from '../record/write-whole.ts';

/** A payment file as the bank received it. */
export interface ReceivedFile {
  /** Its name among the customer's payment files. */
  readonly name: string;
  readonly receivedAt: Instant;
  readonly text: string;
}

/**
 * What the local bank remembers: the files that it has received, each once, in a directory of its own. The whole of what it will
 * still say follows from them, so a bank that was killed goes on where it was.
 */
export class Inbox {
  readonly #directory: string;
  readonly #received = new Map<string, ReceivedFile>();

  constructor(directory: string) {
    this.#directory = directory;
    const names = existsSync(directory) ? readdirSync(directory) : [];
    for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
      const received = JSON.parse(readFileSync(join(directory, name), 'utf8')) as ReceivedFile;
      this.#received.set(received.name, received);
    }
  }

  /** In the order in which they came. */
  all(): readonly ReceivedFile[] {
    return [...this.#received.values()].toSorted(
      (a, b) => Number(a.receivedAt > b.receivedAt) - Number(a.receivedAt < b.receivedAt),
    );
  }

  has(name: string): boolean {
    return this.#received.has(name);
  }

  /** Keeps a file; one of a name that it has keeps its place. */
  keep(received: ReceivedFile): void {
    if (this.has(received.name)) return;
    const file = join(this.#directory, `${encodeURIComponent(received.name)}.json`);
    writeWhole(file, JSON.stringify(received));
    this.#received.set(received.name, received);
  }
}
