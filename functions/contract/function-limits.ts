import type { FunctionName } from './functions.ts';

/** What a function may take of its machine, and how many of it may run at a time. */
export interface FunctionLimits {
  /** MB; the processor grows with it, to a whole one at 1769. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** How many run at a time at most, out of the account's pool. */
  readonly concurrency: number;
}

/**
 * Measured by `npm run bench:cold` on two busy cores (Node 24, whole cores, the sample year): a process has 46 MB with nothing in it and
 * 58 to 71 MB with a function; a call adds at most 13 MB (compute-settlement, take-bank-report); 99 calls of 100 end within 0.36 s,
 * and so does the longest of all, its cold start apart.
 *
 * So 256 MB hold every step, with a seventh of a core: the longest call then ends within 3 s, and nobody waits for it. Starting has a
 * whole core at any size, so half the memory is half the price of a start, and nearly every call is one (docs/cost.md). The time
 * allowed leaves room for four attempts at DynamoDB of 5 s each.
 */
const step: FunctionLimits = { memory: 256, timeout: 30, concurrency: 5 };

/**
 * What schedules call, and what takes in the bank's files: one at a time. Two of them would do the same work twice and collide at every
 * append; who comes while one runs is called again later. They may look through years of streams.
 */
const alone: FunctionLimits = { memory: 256, timeout: 60, concurrency: 1 };

/** The API's gateway waits for 29 s; what would answer later is ended before the caller is told that nobody answered. */
const api: FunctionLimits = { memory: 512, timeout: 28, concurrency: 20 };

/** What people wait for and reads or sets most: the whole record is verified, a year is shown, pages are set. */
const large: FunctionLimits = { memory: 1024, timeout: 28, concurrency: 20 };

/** A page asks for five things at once, and thirty people may open one; the gateway lets in 100 at once and no more. */
const read: FunctionLimits = { ...large, concurrency: 100 };

/** What reads the whole record and verifies it, in ten years perhaps ten times of what one year holds. */
const whole: FunctionLimits = { memory: 1024, timeout: 120, concurrency: 2 };

/** What knows nothing but its event. */
const small: FunctionLimits = { memory: 256, timeout: 5, concurrency: 5 };

/**
 * Memory, time and concurrency of every function. The reserved ones add up to less than 900: an account must keep 100 for what reserves
 * none, of the 1000 that it usually has. A new account may have 10; then nothing can be reserved and the deployment fails, until the
 * quota "Concurrent executions" has been raised.
 */
export const functionLimits: Readonly<Record<FunctionName, FunctionLimits>> = {
  'open-due': alone,
  'send-reminders': alone,
  'redeliver-answers': alone,
  'verify-events': alone,
  'verify-record': whole,

  'open-case': step,
  ask: step,
  'read-decision': step,
  'release-payment': step,
  'anchor-record': whole,
  'settle-payment': step,
  'conclude-case': step,
  'close-case': step,

  'compute-allocation': step,
  'prepare-payment': step,
  'validate-requisition': step,
  'prepare-requisition': step,
  'record-requisition': step,
  'prepare-reissue': step,
  'collect-finals': step,
  'compute-settlement': step,

  'take-bank-report': alone,

  'api-description': small,
  'api-read': read,
  'api-audit': large,
  'api-runs': api,
  'api-bank': api,
  'api-documents': large,
  'api-prints': large,
  'api-inputs': large,
  'api-requisitions': api,
  'api-switch': api,

  // The user pool waits for 5 s.
  'name-in-token': small,
};
