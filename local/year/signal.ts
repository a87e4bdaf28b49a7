/** Something that happens now and then, for which somebody may wait. */
export class Signal {
  #happened = Promise.withResolvers<void>();

  /** Lets everybody go on who waits now. */
  give(): void {
    this.#happened.resolve();
    this.#happened = Promise.withResolvers<void>();
  }

  /** Resolves when it happens the next time. */
  next(): Promise<void> {
    return this.#happened.promise;
  }
}
