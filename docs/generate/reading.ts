import type { Citation } from '../../core/agreement/sources.ts';
import type { SimulatedYear } from '../../core/simulate-year.ts';
import { type Case, difference, type Effect, run } from './compare-years.ts';

/** A place where the text is silent or contradicts its own example, and what was chosen there. */
export interface Reading {
  /** 'R-01' …; parameters and rules cite it. */
  readonly id: string;
  readonly question: string;
  /** The passage, in Swedish as written. */
  readonly passages: readonly (Citation & { readonly quote: string })[];
  /** The reading in force, and where it is chosen. */
  readonly inForce: string;
  readonly chosenBy: string;
  readonly why: string;
  readonly alternatives: readonly Alternative[];
}

/** Another reading, and how its effect on a year is found. */
export interface Alternative {
  readonly says: string;
  readonly effect: (base: Case, year: SimulatedYear) => Effect;
}

/** An alternative that is selected by a parameter or an input: the year is run again with it. */
export const byRunning = (says: string, change: (base: Case) => Case): Alternative => ({
  says,
  effect: (base, year) => difference(year, run(change(base))),
});
