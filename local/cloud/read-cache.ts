import type { OutgoingHttpHeaders } from 'node:http';

export interface CachedAnswer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/**
 * Answers of reads, kept until something is written where they look. The store has only this one process, so the same
 * read with no such write in between has the same answer, byte for byte. Most of a year's reads are of streams that have not
 * grown: the opener's every day, and what proposals rest on.
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

  /**
   * Forgets what the write can change. A read names the key values of the partition that it looks in, so one that mentions
   * none of the `values` of the written item, as JSON text, has the answer that it had; a scan names nothing and is forgotten
   * always, as is everything when the values are not known. Call the function that comes back when the write is over,
   * whether it succeeded or not.
   */
  beginWrite(values?: readonly string[]): (answer?: CachedAnswer) => void {
    this.#generation++;
    this.#writing++;
    for (const key of this.#answers.keys()) {
      const isTouched =
        values === undefined ||
        key.includes('.Scan ') ||
        values.some((value) => key.includes(value));
      if (isTouched) this.#answers.delete(key);
    }
    return () => {
      this.#generation++;
      this.#writing--;
    };
  }
}
