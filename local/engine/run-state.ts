import type { ChoiceState, FailState, State, TaskState, WaitState } from './definition.ts';
import { isTimestamp } from './field-rules.ts';
import { later } from './instant.ts';
import { StatesError } from './states-error.ts';
import type { Step, Visit } from './visit.ts';

/** Runs a state that calls nothing. Errors here end the execution: only a Task has Catch. */
export async function runState(state: Exclude<State, TaskState>, visit: Visit): Promise<Step> {
  switch (state.Type) {
    case 'Pass':
      return await visit.leave(state, state.Next, visit.input);
    case 'Succeed':
      return await visit.leave(state, undefined, visit.input);
    case 'Wait':
      return await wait(state, visit);
    case 'Choice':
      return await choice(state, visit);
    case 'Fail':
      return await fail(state, visit);
  }
}

/** The first rule whose condition holds; its own Output and Assign, else the state's for Default. */
async function choice(state: ChoiceState, visit: Visit): Promise<Step> {
  for (const rule of state.Choices) {
    const holds = await visit.fill(rule.Condition);
    if (typeof holds !== 'boolean') {
      const given = JSON.stringify(holds);
      throw new StatesError(
        'States.QueryEvaluationError',
        `The condition ${rule.Condition} of "${visit.state}" gave ${given}, not true or false.`,
      );
    }
    if (holds) return await visit.leave(rule, rule.Next, visit.input);
  }
  if (state.Default === undefined) {
    // States.NoChoiceMatched is reserved; the service reports this by the name of a runtime error.
    throw new StatesError(
      'States.Runtime',
      `No condition of "${visit.state}" holds. The state does not point to a next state.`,
    );
  }
  return await visit.leave(state, state.Default, visit.input);
}

async function wait(state: WaitState, visit: Visit): Promise<Step> {
  const { execution, path } = visit;
  const until =
    execution.recall('deadline', path)?.until ??
    (state.Timestamp === undefined
      ? later(execution.now(), 1000 * (await seconds(state.Seconds, visit)))
      : await timestamp(state.Timestamp, visit));
  await execution.once('deadline', path, () => {
    return { kind: 'deadline', execution: execution.start.arn, path, until };
  });
  await execution.waitUntil(until);
  return await visit.leave(state, state.Next, visit.input);
}

async function seconds(given: number | string | undefined, visit: Visit): Promise<number> {
  const value = await visit.fill(given ?? null);
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 99_999_999) {
    return Number(value);
  }
  throw new StatesError(
    'States.QueryEvaluationError',
    `Seconds of "${visit.state}" is ${JSON.stringify(value)}; a whole number from 0 to 99999999 is needed.`,
  );
}

async function timestamp(given: string, visit: Visit): Promise<string> {
  const value = await visit.fill(given);
  if (typeof value === 'string' && isTimestamp(value)) return wholeSecond(value);
  throw new StatesError(
    'States.QueryEvaluationError',
    `Timestamp of "${visit.state}" is ${JSON.stringify(value)}; RFC 3339 text is needed.`,
  );
}

/** The service cuts off the milliseconds of a timestamp. */
function wholeSecond(timestamp: string): string {
  return later(timestamp, -(Date.parse(timestamp) % 1000));
}

async function fail(state: FailState, visit: Visit): Promise<never> {
  const error = state.Error === undefined ? '' : await visit.fill(state.Error);
  const cause = state.Cause === undefined ? '' : await visit.fill(state.Cause);
  throw new StatesError(String(error), String(cause));
}
