/**
 * An error by its name, as Retry and Catch see it: `{ Error, Cause }`.
 *
 * Source: AWS Step Functions Developer Guide, "Handling errors in Step Functions workflows".
 */
export class StatesError extends Error {
  /** The case-sensitive error name, for example `States.Timeout` or a Lambda's errorType. */
  readonly error: string;
  /** For a Lambda's error this is JSON text with errorType, errorMessage and trace. */
  readonly why: string;

  constructor(error: string, why: string) {
    super(`${error}: ${why}`);
    this.name = 'StatesError';
    this.error = error;
    this.why = why;
  }

  /** The value of `$states.errorOutput`. */
  get output(): { Error: string; Cause: string } {
    return { Error: this.error, Cause: this.why };
  }
}

/** `States.Runtime` is never caught; the other is not caught by the wildcards, only by its name. */
const NEVER_CAUGHT = 'States.Runtime';
const ONLY_BY_NAME = 'States.DataLimitExceeded';

/**
 * Whether a retrier or catcher with these names takes the error.
 *
 * `States.ALL` takes every error except the two terminal ones. `States.TaskFailed` takes the same
 * except `States.Timeout`. `States.Timeout` takes a missed heartbeat as well.
 */
export function takes(names: readonly string[], error: string): boolean {
  if (error === NEVER_CAUGHT) return false;
  if (names.includes(error)) return true;
  if (error === ONLY_BY_NAME) return false;
  if (names.includes('States.ALL')) return true;
  if (error === 'States.HeartbeatTimeout' && names.includes('States.Timeout')) return true;
  return names.includes('States.TaskFailed') && error !== 'States.Timeout';
}
