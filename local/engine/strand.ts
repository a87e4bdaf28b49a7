/** What an execution waits for: an instant, an answer to a token, or whichever comes first. */
export interface Block {
  readonly until?: string | undefined;
  readonly token?: string | undefined;
}

/**
 * Lets executions take turns: one runs until it parks, and goes on when it is given its next turn.
 *
 * `since` is the simulated instant at which it became able to run; with the order of the starts it
 * decides who runs next, so that the same year always runs in the same order.
 */
export class Strand {
  since: string;
  block: Block | undefined;
  hasTurn = false;
  begun = false;
  #wake: (() => void) | undefined;
  #parked: (() => void) | undefined;

  constructor(since: string) {
    this.since = since;
  }

  /**
   * Begins the work without a turn: it runs as far as the journal knows it, and parks. The work
   * must not throw; it keeps what went wrong for whoever gives the turns.
   */
  async begin(work: () => Promise<void>): Promise<void> {
    this.begun = true;
    const parked = new Promise<void>((resolve) => {
      this.#parked = resolve;
    });
    void work().then(() => this.#over());
    await parked;
  }

  /** Gives the turn, and comes back when the strand has parked again or is over. */
  async step(): Promise<void> {
    const parked = new Promise<void>((resolve) => {
      this.#parked = resolve;
    });
    this.block = undefined;
    this.hasTurn = true;
    this.#wake?.();
    await parked;
  }

  /** Called from inside: goes on only with a turn. Nothing new may be done before this. */
  async turn(): Promise<void> {
    if (!this.hasTurn) await this.park(undefined);
  }

  /** Called from inside: gives the turn back. With no block it only waits for its next turn. */
  async park(block: Block | undefined): Promise<void> {
    this.block = block;
    this.hasTurn = false;
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#parked?.();
    await woken;
  }

  /** Called from outside at the simulated instant at which what it waited for has come. */
  release(at: string): void {
    this.block = undefined;
    this.since = at;
  }

  #over(): void {
    this.hasTurn = false;
    this.#parked?.();
  }
}
