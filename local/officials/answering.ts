import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import { doorProblems } from '../../functions/contract/api/door-problems.ts';
import { refusalProblems } from '../../functions/contract/api/refusal-problems.ts';
import type { Actor, LocalCloud, OpenWait } from '../cloud/local-cloud.ts';
import { ApiRefused } from './call-api.ts';

/** One thing that somebody does at a set time; `id` names it for good. */
export interface Act {
  readonly id: string;
  readonly at: Instant;
  readonly do: (cloud: LocalCloud, at: Instant) => Promise<unknown>;
}

/**
 * Does what somebody wants, and lets them take a no: what a rule refuses is an answer, and the year goes on without it. What is
 * wrong with the request itself, or with whoever sends it, is a mistake here and thrown.
 */
export async function takingNo(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    if (!(error instanceof ApiRefused) || !isByRule(error.name)) throw error;
  }
}

const isByRule = (problem: string): boolean =>
  [refusalProblems, doorProblems].some((problems) => Object.hasOwn(problems, problem));

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
      await cloud.once(each.id, () => takingNo(() => each.do(cloud, parseInstant(now))));
  }

  #acts(waits: readonly OpenWait[]): readonly Act[] {
    return waits
      .flatMap(this.#actsFor)
      .filter(({ id }) => !this.#cloud.done(id))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}
