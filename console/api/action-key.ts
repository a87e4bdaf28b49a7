import type { Problem } from './problem.ts';

/**
 * The Idempotency-Key of one action of the user. While it is uncertain whether the server took the request, sending the same
 * content again carries the same key, so it is done once; other content, or a new action after a decided answer, has a new key.
 */
export class ActionKey {
  #key: string | undefined;
  #body: string | undefined;
  readonly #make: () => string;

  /** @param make makes a key that nobody has had; `crypto.randomUUID` in the browser. */
  constructor(make: () => string = () => crypto.randomUUID()) {
    this.#make = make;
  }

  /** The key to send with this content. */
  for(body: string): string {
    if (this.#key === undefined || body !== this.#body) this.#key = this.#make();
    this.#body = body;
    return this.#key;
  }

  /** Tells what came of it: nothing when it was done. */
  ended(problem?: Problem): void {
    if (!problem?.undecided) this.#key = undefined;
  }
}
