import type { Place } from '../../core/ports.ts';

/** Ids, hashes and names of rules, for the engineer: never a person, an account, an amount or what a file said. */
export type LoggedFacts = Readonly<Record<string, string | number>>;

/** An error whose name leaves a handler. Its message may quote what was given and stays behind; `logged` goes with the name. */
export type NamedError = Error & { readonly logged: LoggedFacts };

/** An error that a state machine can route on: `name` becomes the errorType. */
export function namedError(name: string, message: string, logged: LoggedFacts = {}): NamedError {
  const error = new Error(message);
  error.name = name;
  return Object.assign(error, { logged });
}

/** Where in the record, for the log. Whose request it was is left out: that partition is named after a person. */
export const placeFacts = ({ stream: { partition, name }, number }: Place): LoggedFacts =>
  partition.startsWith('REQUEST#')
    ? { stream: 'REQUEST', event: number }
    : { stream: `${partition}/${name}`, event: number };
