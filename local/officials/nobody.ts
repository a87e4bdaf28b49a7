import type { Actor, OpenWait } from '../cloud/local-cloud.ts';
import { askedIn } from './asked.ts';

/** Thrown at the moment when something waits for a person and no local official answers for them. */
export class WaitsForPeople extends Error {
  override readonly name = 'WaitsForPeople';
  readonly waits: readonly OpenWait[];

  constructor(waits: readonly OpenWait[]) {
    super(`${waits.length} cases wait for people.`);
    this.waits = waits;
  }
}

/** With `--approve console`: the clock stands still as soon as something waits for a person. */
export const nobody: Actor = {
  nextAt: (waits) => forPeople(waits)[0]?.since,
  act: async (_now, cloud) => {
    throw new WaitsForPeople(forPeople(cloud.waits()));
  },
};

const forPeople = (waits: readonly OpenWait[]) =>
  waits.filter(({ payload }) => askedIn(payload).purpose !== 'inputs');
