import { hash } from 'node:crypto';
import { withinDataLimit } from './data-limit.ts';
import { INVOKE_AND_WAIT, type Retrier, type TaskState } from './definition.ts';
import { later } from './instant.ts';
import type { Json } from './json.ts';
import { type Arguments, outcomeOf, resultOf } from './outcome.ts';
import { StatesError, takes } from './states-error.ts';
import { askAndWait } from './task-token.ts';
import type { Step, Visit } from './visit.ts';

/** Runs a Task: attempts, the delays between them, and what Catch makes of the last error. */
export async function runTask(state: TaskState, visit: Visit): Promise<Step> {
  const retriers = state.Retry ?? [];
  const used = retriers.map(() => 0);
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await runAttempt(state, visit, attempt);
      visit.execution.happened(1); // It succeeded.
      return await visit.leave(state, state.Next, result, { result }, attempt);
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      visit.execution.happened(1); // It failed.
      const at = retriers.findIndex((retrier) => takes(retrier.ErrorEquals, error.error));
      const retrier = retriers[at];
      const count = used[at] ?? 0;
      if (retrier === undefined || count >= (retrier.MaxAttempts ?? 3)) {
        return await caught(state, visit, error, attempt);
      }
      used[at] = count + 1;
      const path = `${visit.path}/${attempt}`;
      const fullMs = delayMs(retrier, count);
      const { arn } = visit.execution.start;
      const drawn = retrier.JitterStrategy === 'FULL';
      await delay(visit, path, drawn ? Math.round(fullMs * lot(`${arn} ${path}`)) : fullMs);
    }
  }
}

/** IntervalSeconds × BackoffRate once for each earlier retry, at most MaxDelaySeconds. */
function delayMs(retrier: Retrier, earlier: number): number {
  const seconds = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** earlier;
  return Math.round(1000 * Math.min(seconds, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY));
}

/** A lot from 0 to 1 for an attempt. The service draws a new one each time; here the same attempt draws the same, so that a run does. */
const lot = (attempt: string): number =>
  hash('sha256', attempt, 'buffer').readUIntBE(0, 6) / (2 ** 48 - 1);

async function delay(visit: Visit, path: string, ms: number): Promise<void> {
  const { execution } = visit;
  const line = await execution.once('deadline', path, () => ({
    kind: 'deadline',
    execution: execution.start.arn,
    path,
    until: later(execution.now(), ms),
  }));
  await execution.waitUntil(line.until);
}

async function caught(
  state: TaskState,
  visit: Visit,
  error: StatesError,
  attempt: number,
): Promise<Step> {
  const catcher = (state.Catch ?? []).find((each) => takes(each.ErrorEquals, error.error));
  if (catcher === undefined) throw error;
  const more = { errorOutput: error.output };
  return await visit.leave(catcher, catcher.Next, error.output, more, attempt);
}

async function runAttempt(state: TaskState, visit: Visit, attempt: number): Promise<Json> {
  const path = `${visit.path}/${attempt}`;
  if (state.Resource === INVOKE_AND_WAIT) {
    return withinDataLimit(await askAndWait(state, visit, path, attempt), 'The answer');
  }
  const { execution } = visit;
  // Filled in again at a replay, so that an error here comes out again; it is never journalled.
  const call = (await visit.fill(state.Arguments, {}, { retries: attempt })) as Arguments;
  withinDataLimit(call, `The arguments of "${visit.state}"`);
  execution.happened(2); // Scheduled and started.
  let outcome = execution.recall('attempt', path)?.outcome;
  if (outcome === undefined) {
    await execution.turn();
    const made = await outcomeOf(execution.invoke(call.FunctionName, call.Payload ?? {}));
    const line = await execution.once('attempt', path, () => ({
      kind: 'attempt',
      execution: execution.start.arn,
      path,
      at: execution.now(),
      outcome: made,
    }));
    outcome = line.outcome;
  }
  const payload = resultOf(outcome);
  // What the service integration answers (Developer Guide, "Invoke a Lambda function").
  const result = { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };
  return withinDataLimit(result, `The result of "${visit.state}"`);
}
