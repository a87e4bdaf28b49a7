import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import type { Actor, LocalCloud, OpenWait } from '../cloud/local-cloud.ts';

/** One thing that somebody does at a set time; `id` names it for good. */
export interface Act {
  readonly id: string;
  readonly at: Instant;
  readonly do: (cloud: LocalCloud, at: Instant) => Promise<unknown>;
}

/** People who answer what waits, each act once, in the order of their times. */
export class Answering implements Actor {
  readonly #cloud: LocalCloud;
  readonly #actsFor: (wait: OpenWait) => readonly Act[];

  /** @param actsFor what they do about a wait, done or not */
  constructor(cloud: LocalCloud, actsFor: (wait: OpenWait) => readonly Act[]) {
    this.#cloud = cloud;
    this.#actsFor = actsFor;
  }

  nextAt(waits: readonly OpenWait[]): Instant | undefined {
    return this.#acts(waits)[0]?.at;
  }

  async act(now: string, cloud: LocalCloud): Promise<void> {
    for (const each of this.#acts(cloud.waits()).filter(({ at }) => at <= now))
      await cloud.once(each.id, async () => void (await each.do(cloud, parseInstant(now))));
  }

  #acts(waits: readonly OpenWait[]): readonly Act[] {
    return waits
      .flatMap(this.#actsFor)
      .filter(({ id }) => !this.#cloud.done(id))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}
