import type { YearCost } from './cost-of-year.ts';

/** What a grant year may cost at most. */
export const MOST_TRANSITIONS = 400;
/** US dollars, for what its cases cause. */
export const MOST_USD = '0.02';

export interface Goal {
  readonly what: string;
  readonly most: string;
  readonly is: string;
  readonly held: boolean;
}

/** Whether a year stays within both. */
export function goalsOf({ transitions, byCase }: YearCost): Goal[] {
  return [
    {
      what: 'state transitions of the grant year',
      most: String(MOST_TRANSITIONS),
      is: String(transitions.length),
      held: transitions.length <= MOST_TRANSITIONS,
    },
    {
      what: "US dollars for the grant year's cases",
      most: MOST_USD,
      is: byCase.usd.toFixed(4),
      held: byCase.usd.lessThanOrEqualTo(MOST_USD),
    },
  ];
}
