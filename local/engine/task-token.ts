import { withinDataLimit } from './data-limit.ts';
import type { TaskState } from './definition.ts';
import { later } from './instant.ts';
import type { Outcome } from './journal-line.ts';
import type { Json } from './json.ts';
import { type Arguments, outcomeOf, resultOf } from './outcome.ts';
import type { Run } from './run.ts';
import { StatesError } from './states-error.ts';
import type { GivenToken } from './tokens.ts';
import type { Visit } from './visit.ts';

/** Events of an attempt before its answer: scheduled, started and submitted. */
const SUBMITTED = 3;

/**
 * Calls a function with a task token and waits for its answer.
 *
 * The token is journalled before the function is called, and the function's return after it: a
 * process that dies between the two calls the function again with the same token.
 */
export async function askAndWait(
  state: TaskState,
  visit: Visit,
  path: string,
  attempt: number,
): Promise<Json> {
  const { execution } = visit;
  const { arn, machine, name } = execution.start;
  const over = execution.recall('attempt', path);
  if (over !== undefined) {
    execution.happened(SUBMITTED);
    return resultOf(over.outcome);
  }

  const token = execution.recall('token', path)?.token ?? execution.tokenFor(path);
  const task = { retries: attempt, token };
  const call = (await visit.fill(state.Arguments, {}, task)) as Arguments;
  withinDataLimit(call, `The arguments of "${visit.state}"`);
  const limits = {
    timeout: await limitMs(state, 'TimeoutSeconds', visit, attempt),
    heartbeat: await limitMs(state, 'HeartbeatSeconds', visit, attempt),
  };
  const issued = await execution.once('token', path, () => {
    return { kind: 'token', execution: arn, path, at: execution.now(), token };
  });
  const known = execution.findToken(token);
  const given: GivenToken = {
    ...{ token, execution: arn, machine, name, state: visit.state },
    ...{ payload: call.Payload ?? {}, since: issued.at },
    ...(known?.answer === undefined ? {} : { answer: known.answer }),
    ...(known?.heartbeat === undefined ? {} : { heartbeat: known.heartbeat }),
  };
  execution.giveToken(given);
  execution.happened(SUBMITTED);
  await ask(execution, path, call, given);
  return resultOf(await answered(execution, path, given, limits));
}

/** Calls the function, unless an earlier process saw it return. Its error fails the attempt. */
async function ask(execution: Run, path: string, call: Arguments, given: GivenToken) {
  if (execution.recall('asked', path) !== undefined) return;
  await execution.turn();
  const outcome = await outcomeOf(execution.invoke(call.FunctionName, call.Payload ?? {}));
  // An answer that came before the error stands: the first word about a task is the last.
  if ('error' in outcome && given.answer === undefined) {
    await close(execution, path, given, outcome);
    resultOf(outcome);
  }
  await execution.once('asked', path, () => {
    return { kind: 'asked', execution: execution.start.arn, path };
  });
}

async function answered(
  execution: Run,
  path: string,
  given: GivenToken,
  limits: { timeout: number | undefined; heartbeat: number | undefined },
): Promise<Outcome> {
  for (;;) {
    if (given.answer !== undefined) {
      execution.cameAt(given.answer.at);
      return given.answer.outcome;
    }
    const timeout = limits.timeout === undefined ? undefined : later(given.since, limits.timeout);
    const heartbeat =
      limits.heartbeat === undefined
        ? undefined
        : later(given.heartbeat ?? given.since, limits.heartbeat);
    const missedHeartbeat =
      heartbeat !== undefined && (timeout === undefined || heartbeat < timeout);
    const until = missedHeartbeat ? heartbeat : timeout;
    given.deadline = until;
    if (until !== undefined && until <= execution.now()) {
      execution.cameAt(until);
      const name = missedHeartbeat ? 'States.HeartbeatTimeout' : 'States.Timeout';
      return await close(execution, path, given, {
        error: { Error: name, Cause: `No answer came before ${until}.` },
      });
    }
    await execution.park({ token: given.token, until });
  }
}

/** Ends the attempt without an answer; from here on an answer comes too late. */
async function close(execution: Run, path: string, given: GivenToken, outcome: Outcome) {
  given.closed = true;
  const line = await execution.once('attempt', path, () => ({
    kind: 'attempt',
    execution: execution.start.arn,
    path,
    at: execution.now(),
    outcome,
  }));
  return line.outcome;
}

async function limitMs(
  state: TaskState,
  field: 'TimeoutSeconds' | 'HeartbeatSeconds',
  visit: Visit,
  attempt: number,
): Promise<number | undefined> {
  const given = state[field];
  if (given === undefined) return undefined;
  const value = await visit.fill(given, {}, { retries: attempt });
  if (Number.isInteger(value) && Number(value) > 0) return 1000 * Number(value);
  throw new StatesError(
    'States.QueryEvaluationError',
    `${field} of "${visit.state}" is ${JSON.stringify(value)}; a positive whole number is needed.`,
  );
}
