import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { Outcome } from './journal-line.ts';
import type { Json } from './json.ts';

/** A task token that was given out, and what became of it. */
export interface GivenToken {
  readonly token: string;
  readonly execution: string;
  readonly machine: string;
  readonly name: string;
  readonly state: string;
  /** What the asking function was given. */
  readonly payload: Json;
  readonly since: string;
  answer?: { readonly at: string; readonly outcome: Outcome };
  heartbeat?: string;
  /** From this instant on an answer comes too late. */
  deadline?: string | undefined;
  closed?: boolean;
}

const FORM = /^AAAAKg[0-9A-Za-z_-]{43}$/;

/**
 * The token of one task attempt: another for each attempt, and after each loss of the journal. It need not be hard to guess here,
 * because it carries no decision and nobody else can reach this process.
 */
export function tokenOf(execution: string, path: string, loss = ''): string {
  return `AAAAKg${createHash('sha256').update(`${execution} ${path}${loss}`).digest('base64url')}`;
}

/** All tokens that were given out, in the order in which they were. */
export class Tokens {
  readonly #given = new Map<string, GivenToken>();

  add(token: GivenToken): void {
    this.#given.set(token.token, token);
  }

  find(token: string): GivenToken | undefined {
    return this.#given.get(token);
  }

  /** Those that still wait for an answer. */
  open(): GivenToken[] {
    return [...this.#given.values()].filter((token) => !isOver(token));
  }

  /** No answer is taken any more for what this execution, or one attempt of it, gave out. */
  close(execution: string): void {
    for (const token of this.#given.values()) {
      if (token.execution === execution) token.closed = true;
    }
  }

  /**
   * The token that an answer is for. Throws what the Step Functions API answers otherwise:
   * InvalidToken (no token at all), TaskDoesNotExist (none of ours), TaskTimedOut (used or expired).
   */
  forAnswer(token: string, now: string): GivenToken {
    if (!FORM.test(token)) throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
    const given = this.#given.get(token);
    if (given === undefined) {
      throw new ApiError('TaskDoesNotExist', 'No task was ever given this token.');
    }
    if (isOver(given) || (given.deadline !== undefined && given.deadline <= now)) {
      const why = 'The task was answered, has timed out, or its execution is over.';
      throw new ApiError('TaskTimedOut', `Task Timed Out: '${why}'`);
    }
    return given;
  }
}

function isOver(token: GivenToken): boolean {
  return token.closed === true || token.answer !== undefined;
}
