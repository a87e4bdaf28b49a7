import type { OutgoingHttpHeaders } from 'node:http';
import type { JsonObject } from '../engine/json.ts';
import type { Sees } from './what-a-read-sees.ts';

export interface CachedAnswer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** More than this many answers are not kept, those that were used longest ago are left out: each write looks at all of them. */
const MOST_ANSWERS = 256;

/**
 * Answers of reads, kept until something is written that they see. The store has only this one process, so the same
 * read with no such write in between has the same answer, byte for byte. Most of a year's reads are of streams that have not
 * grown: the opener's every day, and what proposals rest on.
 */
export class ReadCache {
  /** In the order of their last use. */
  readonly #answers = new Map<string, { readonly answer: CachedAnswer; readonly sees: Sees }>();
  /** Goes up when a write begins and when it ends: a read that overlaps one is not kept. */
  #generation = 0;
  #writing = 0;

  get(key: string): CachedAnswer | undefined {
    const known = this.#writing === 0 ? this.#answers.get(key) : undefined;
    if (known === undefined) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, known);
    return known.answer;
  }

  /** Call the function that comes back with the answer, or with undefined if it is an error. */
  beginRead(key: string, sees: Sees): (answer: CachedAnswer | undefined) => void {
    const generation = this.#generation;
    return (answer) => {
      if (answer === undefined || this.#writing > 0 || generation !== this.#generation) return;
      this.#answers.set(key, { answer, sees });
      const [oldest] = this.#answers.keys();
      if (this.#answers.size > MOST_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
    };
  }

  /**
   * Forgets every read that sees the item that is put; all of them when it is not known what is written. Call the function that
   * comes back when the write is over, whether it succeeded or not.
   */
  beginWrite(item?: JsonObject): () => void {
    this.#generation++;
    this.#writing++;
    for (const [key, { sees }] of this.#answers)
      if (item === undefined || sees(item)) this.#answers.delete(key);
    return () => {
      this.#generation++;
      this.#writing--;
    };
  }
}
