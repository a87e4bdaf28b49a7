/**
 * Adds up wall time by part. A part that runs inside another counts for itself only, so that the
 * parts add up to the whole.
 */
export class Stopwatch {
  readonly #ms = new Map<string, number>();
  readonly #open: string[] = [];
  #since = performance.now();

  async run<T>(part: string, work: () => T | Promise<T>): Promise<T> {
    this.#count();
    this.#open.push(part);
    try {
      return await work();
    } finally {
      this.#count();
      this.#open.splice(this.#open.lastIndexOf(part), 1);
    }
  }

  /** Milliseconds so far, by part. */
  parts(): Record<string, number> {
    return Object.fromEntries(this.#ms);
  }

  #count(): void {
    const now = performance.now();
    const part = this.#open.at(-1);
    if (part !== undefined) this.#ms.set(part, (this.#ms.get(part) ?? 0) + now - this.#since);
    this.#since = now;
  }
}
