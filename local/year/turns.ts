/** One thing at a time: requests and the time line act on the same cloud, each when the one before it is done. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    // The next one comes also after one that failed.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
