import type { Journal } from '../engine/journal.ts';

/** An instant as everything here writes it: ISO 8601, UTC, with milliseconds. */
export function instantOf(text: string): string {
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || !/(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new RangeError(
      `"${text}" is no instant; an ISO 8601 time with Z or an offset is needed.`,
    );
  }
  return new Date(ms).toISOString();
}

/**
 * The only clock of the local cloud. It stands still until it is moved, never goes back, and goes
 * on where the journal left it.
 */
export class SimulatedClock {
  readonly #journal: Journal;
  readonly startedAt: string;
  #now: string;

  /** @param startAt where the clock begins; a journal that knows a time knows better */
  constructor(journal: Journal, startAt: string) {
    this.#journal = journal;
    const known = journal.lines.filter((line) => line.kind === 'clock');
    const first = known.at(0)?.now;
    if (first === undefined) journal.append({ kind: 'clock', now: instantOf(startAt) });
    this.startedAt = first ?? instantOf(startAt);
    this.#now = known.at(-1)?.now ?? this.startedAt;
  }

  now(): string {
    return this.#now;
  }

  /** Moves to a later instant, journalled first. */
  advanceTo(instant: string): void {
    if (instant <= this.#now) {
      throw new RangeError(`The clock stands at ${this.#now} and cannot move to ${instant}.`);
    }
    this.#journal.append({ kind: 'clock', now: instant });
    this.#now = instant;
  }
}
