import type { Engine } from '../engine/engine.ts';
import type { Journal } from '../engine/journal.ts';
import type { Actor, OpenWait } from './actor.ts';
import type { Schedules } from './schedules.ts';
import { instantOf, type SimulatedClock } from './simulated-clock.ts';
import type { Stopwatch } from './stopwatch.ts';

/** So often may everyone act at one instant; more is an actor that never comes to an end. */
const MOST_ROUNDS = 10_000;

export interface TimelineOptions<Cloud> {
  readonly cloud: Cloud;
  readonly journal: Journal;
  readonly clock: SimulatedClock;
  readonly engine: Engine;
  readonly schedules: Schedules;
  readonly stopwatch: Stopwatch;
  readonly waits: () => readonly OpenWait[];
}

/**
 * Moves the simulated clock from one thing that happens to the next. At each instant first the
 * executions run, then the schedules fire, then the actors act; after each firing and each act the
 * executions run until all of them are blocked.
 *
 * Whose turn it is, is journalled. After a kill whoever was interrupted goes first, so that a run
 * with kills calls the same functions in the same order as one without.
 */
export class Timeline<Cloud> {
  readonly #options: TimelineOptions<Cloud>;
  #interrupted: string | undefined;

  constructor(options: TimelineOptions<Cloud>) {
    this.#options = options;
    const last = options.journal.lines.findLast(({ kind }) => kind === 'turn' || kind === 'clock');
    this.#interrupted = last?.kind === 'turn' ? last.of : undefined;
  }

  /** Runs everything that happens up to and including an instant, and sets the clock to it. */
  async runUntil(
    instant: string,
    actors: readonly Actor<Cloud>[],
    progress: (now: string) => void = () => undefined,
  ): Promise<void> {
    const { clock } = this.#options;
    const until = instantOf(instant);
    if (until < clock.now()) {
      throw new RangeError(`The clock stands at ${clock.now()}, which is after ${until}.`);
    }
    await this.#resume(actors);
    for (let round = 1; ; round++) {
      await this.#round(actors);
      const next = await this.nextAt(actors);
      if (next === undefined || next > until) break;
      if (next > clock.now()) {
        clock.advanceTo(next);
        progress(next);
        round = 0;
      } else if (round >= MOST_ROUNDS) {
        throw new Error(`After ${MOST_ROUNDS} rounds at ${clock.now()} there is still more to do.`);
      }
    }
    if (until > clock.now()) {
      clock.advanceTo(until);
      progress(until);
    }
  }

  async #resume(actors: readonly Actor<Cloud>[]): Promise<void> {
    const interrupted = this.#interrupted ?? '';
    this.#interrupted = undefined;
    const [who, ...rest] = interrupted.split(' ');
    if (who === 'schedule') {
      await this.#options.stopwatch.run('schedules', () =>
        this.#options.schedules.resume(rest.join(' ')),
      );
    }
    if (who === 'actor') await this.#act(actors, Number(rest[0]));
  }

  async #round(actors: readonly Actor<Cloud>[]): Promise<void> {
    const { schedules, stopwatch } = this.#options;
    await this.#runEngine();
    await stopwatch.run('schedules', () => schedules.fireDue(() => this.#runEngine()));
    for (const index of actors.keys()) {
      if (await this.#act(actors, index)) await this.#runEngine();
    }
  }

  async #act(actors: readonly Actor<Cloud>[], index: number): Promise<boolean> {
    const { clock, cloud, journal, waits, stopwatch } = this.#options;
    const now = clock.now();
    const actor = actors[index];
    const at = actor?.nextAt(waits());
    if (actor === undefined || at === undefined || instantOf(at) > now) return false;
    journal.append({ kind: 'turn', of: `actor ${index}` });
    await stopwatch.run('actors', () => actor.act(now, cloud));
    return true;
  }

  async #runEngine(): Promise<void> {
    const { engine, stopwatch } = this.#options;
    await stopwatch.run('interpreter', () => engine.runUntilBlocked());
  }

  /** When something happens next, now or later; undefined when nothing ever will. */
  async nextAt(actors: readonly Actor<Cloud>[]): Promise<string | undefined> {
    const { engine, schedules, stopwatch, waits } = this.#options;
    const open = waits();
    const all = [
      engine.nextTimer(),
      await stopwatch.run('schedules', () => schedules.nextAt()),
      ...actors.map((actor) => actor.nextAt(open)),
    ];
    return all
      .filter((at) => at !== undefined)
      .map(instantOf)
      .sort()[0];
  }
}
