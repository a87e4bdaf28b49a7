import type { Json } from './json.ts';

/** How a task ended: with a result, or with an error that Retry and Catch see. */
export type Outcome =
  | { readonly result: Json }
  | { readonly error: { readonly Error: string; readonly Cause: string } };

export type EndStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * One line of the journal. Instants are simulated, ISO 8601 in UTC with milliseconds. `execution`
 * is an execution's ARN; `path` says where in it: "visit state/attempt", the same at each replay.
 */
export type JournalLine =
  /** The simulated clock stands at this instant from here on. */
  | { readonly kind: 'clock'; readonly now: string }
  /** Who acts from here on: an execution, a schedule's firing or an actor from outside. */
  | { readonly kind: 'turn'; readonly of: string }
  /** A definition, once per content; executions name it by its SHA-256. */
  | { readonly kind: 'definition'; readonly hash: string; readonly definition: Json }
  | {
      readonly kind: 'start';
      readonly execution: string;
      readonly machine: string;
      readonly name: string;
      readonly definition: string;
      readonly input: Json;
      readonly at: string;
    }
  | { readonly kind: 'entered'; readonly execution: string; readonly path: string; at: string }
  /** A task attempt that is over; a replay takes this instead of calling again. */
  | {
      readonly kind: 'attempt';
      readonly execution: string;
      readonly path: string;
      readonly at: string;
      readonly outcome: Outcome;
    }
  /** A task token, written before the function that gets it is called. */
  | {
      readonly kind: 'token';
      readonly execution: string;
      readonly path: string;
      readonly at: string;
      readonly token: string;
    }
  /** The function that got the token has returned. */
  | { readonly kind: 'asked'; readonly execution: string; readonly path: string }
  | {
      readonly kind: 'answer';
      readonly token: string;
      readonly at: string;
      readonly outcome: Outcome;
    }
  | { readonly kind: 'heartbeat'; readonly token: string; readonly at: string }
  /** Until when a wait or the delay before a retry lasts. */
  | {
      readonly kind: 'deadline';
      readonly execution: string;
      readonly path: string;
      readonly until: string;
    }
  | {
      readonly kind: 'end';
      readonly execution: string;
      readonly at: string;
      readonly status: EndStatus;
      readonly output?: Json;
      readonly error?: string;
      readonly cause?: string;
    }
  /** Lines that were here before are gone: whatever waits from here on has another token than it might have had. */
  | { readonly kind: 'loss'; readonly id: string }
  /** A write to the database is about to be done. */
  | { readonly kind: 'wrote' }
  /** A schedule's firing was delivered and answered. */
  | { readonly kind: 'fired'; readonly schedule: string; readonly at: string }
  /** A firing was due and was not delivered, because it would have been the same call again. */
  | { readonly kind: 'skipped'; readonly schedule: string; readonly at: string }
  /** An act from outside that is finished and is never done again. */
  | { readonly kind: 'once'; readonly id: string };
