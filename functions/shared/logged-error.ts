import { type LoggedFacts, namedError } from './errors.ts';

/** What leaves of an error: to the log, to Lambda's own line about it and to the execution's history. */
export interface LoggedError {
  readonly name: string;
  /** Of a refusal: which, as in docs/errors. */
  readonly code?: string;
  /** What the error was made with for this purpose. */
  readonly facts?: LoggedFacts;
  /** Of an AWS service's answer: which service, its HTTP status, and the id by which AWS finds the request. */
  readonly service?: string;
  readonly status?: number;
  readonly request?: string;
  /** Where in the code, innermost first. */
  readonly at: readonly string[];
  /** What was behind it. */
  readonly because?: readonly LoggedError[];
}

/** What an error may carry; each is believed only in its own shape. */
interface Carried {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly code?: unknown;
  readonly logged?: LoggedFacts;
  readonly $service?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown; readonly requestId?: unknown };
}

/** How far behind an error its causes are logged, and how many beside each other. */
const most = 3;

/**
 * What may be logged of an error. Its message stays behind: messages quote what was given, and that is somebody's name, account or
 * amount as often as not. An engineer is told which rule, where in the code, about which case, file or event; what it said is in
 * the record, for those who may read that.
 */
export function loggedError(error: unknown, depth = 1): LoggedError {
  if (typeof error !== 'object' || error === null) return { name: typeof error, at: [] };
  const { name, code, logged, cause, errors, $service, $metadata }: Carried = error;
  const behind = [cause, ...(Array.isArray(errors) ? errors : [])]
    .filter((each) => each !== undefined)
    .slice(0, depth < most ? most : 0)
    .map((each) => loggedError(each, depth + 1));
  const status = $metadata?.httpStatusCode;
  return {
    name: word(name) ?? 'Error',
    ...present('code', word(code)),
    ...present('facts', logged && Object.keys(logged).length > 0 ? logged : undefined),
    ...present('service', word($service)),
    ...present('status', typeof status === 'number' ? status : undefined),
    ...present('request', word($metadata?.requestId)),
    at: frames(error),
    ...present('because', behind.length > 0 ? behind : undefined),
  };
}

/**
 * The error that a handler ends with: the same name, by which state machines route, and only what may be logged. Lambda writes what a
 * handler throws into the log by itself, and Step Functions keeps it in the execution's history.
 */
export function leavingError(error: unknown): Error {
  const { name, code, facts, at } = loggedError(error);
  const told = Object.entries({ ...present('code', code), ...facts });
  const message = told.map((each) => each.join(' ')).join(', ') || 'Nothing may be said of it here';
  const leaving = namedError(name, message);
  leaving.stack = [`${name}: ${message}`, ...at.map((frame) => `    at ${frame}`)].join('\n');
  return leaving;
}

const present = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [Key in K]?: V };

/** A name, a code or an id: one word. Anything else is text that somebody wrote, and is not repeated. */
const word = (given: unknown): string | undefined =>
  typeof given === 'string' && /^[\w.$-]{1,100}$/.test(given) ? given : undefined;

const frame = /^ {4}at (.*:\d+:\d+\)?)$/;

/**
 * The places in the code, of a stack that begins with the message as it was when the error was made. One that does not begin so
 * may have more of a message in it, so nothing of it is taken.
 */
function frames({ message, stack }: Carried): readonly string[] {
  if (typeof stack !== 'string' || typeof message !== 'string') return [];
  const [before, ...after] = message === '' ? stack.split(/(?=\n)/) : stack.split(message);
  if (before === undefined || !/^[\w.$]*(: )?$/.test(before)) return [];
  return after
    .join(message)
    .split('\n')
    .flatMap((line) => frame.exec(line)?.[1] ?? []);
}
