import type { OutgoingHttpHeaders } from 'node:http';

export interface CachedAnswer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/**
 * Answers of reads, kept until the next write. The store has only this one process, so the same
 * read with no write in between has the same answer, byte for byte. Most of a year's reads are the
 * opener's, which looks at the same streams every day and seldom finds anything new.
 */
export class ReadCache {
  readonly #answers = new Map<string, CachedAnswer>();
  /** Goes up when a write begins and when it ends: a read that overlaps one is not kept. */
  #generation = 0;
  #writing = 0;

  get(key: string): CachedAnswer | undefined {
    return this.#writing === 0 ? this.#answers.get(key) : undefined;
  }

  /** Call the function that comes back with the answer, or with undefined if it is an error. */
  beginRead(key: string): (answer: CachedAnswer | undefined) => void {
    const generation = this.#generation;
    return (answer) => {
      if (answer === undefined || this.#writing > 0 || generation !== this.#generation) return;
      this.#answers.set(key, answer);
    };
  }

  /** Call the function that comes back when the write is over, whether it succeeded or not. */
  beginWrite(): (answer?: CachedAnswer) => void {
    this.#generation++;
    this.#writing++;
    this.#answers.clear();
    return () => {
      this.#generation++;
      this.#writing--;
    };
  }
}
