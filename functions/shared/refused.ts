import type { Refusal } from '../../core/payment/approval.ts';
import type { SwitchRefusal } from '../../core/payment/stop-switch.ts';
import type { EntryError } from '../contract/api/problem-type.ts';
import { type ProblemName, problems } from '../contract/api/problems.ts';
import { INPUT_REJECTED } from '../contract/errors.ts';
import { filled } from './filled.ts';

type Facts = Readonly<Record<string, string>>;

/** What goes with a refusal besides its facts. */
interface More {
  /** What stands in the log; the problem's English text with its facts when left out. */
  readonly message?: string;
  readonly errors?: readonly EntryError[];
  readonly headers?: Facts;
}

/**
 * What was given cannot be accepted, for a reason with a stable code: the API answers with the problem of that name in the
 * caller's language, state machines see `InputRejected`. Nothing was written.
 */
export class Refused extends Error {
  override readonly name = INPUT_REJECTED;
  readonly code: ProblemName;
  /** What the problem's text is filled with, by name. */
  readonly facts: Facts;
  readonly errors: readonly EntryError[];
  readonly headers: Facts;

  constructor(code: ProblemName, facts: Facts = {}, more: More = {}) {
    super(`${code}: ${more.message ?? filled(problems[code].detail.en, facts)}`);
    this.code = code;
    this.facts = facts;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }

  static of({ code, message, facts }: Refusal | SwitchRefusal): Refused {
    return new Refused(code, facts, { message });
  }
}
