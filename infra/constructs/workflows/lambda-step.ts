import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import * as handlerErrors from '../../../functions/contract/errors.ts';

/** What every step is told: its case, and the time, which handlers take from nowhere else. */
export const caseAndTime = {
  case: '{% $states.input.case %}',
  now: '{% $states.context.State.EnteredTime %}',
} as const;

/** Texts by name; expressions among them. */
type Texts = Readonly<Record<string, string>>;

/** The function's answer, ids, hashes and names. */
const answer = '{% $states.result.Payload %}';
/** The same, beside what the state was given. */
export const answerBeside = '{% $merge([$states.input, $states.result.Payload]) %}';

/**
 * A state that calls a function. The function's answer becomes the state's output.
 *
 * @param name what an operator reads
 * @param more what the function is told besides case and time, variables set for the states after it, and another output
 */
export function lambdaStep(
  scope: Construct,
  name: string,
  lambdaFunction: lambda.IFunction,
  {
    tell,
    assign,
    outputs = answer,
  }: { readonly tell?: Texts; readonly assign?: Texts; readonly outputs?: string } = {},
): tasks.LambdaInvoke {
  const step = tasks.LambdaInvoke.jsonata(scope, name, {
    stateName: name,
    lambdaFunction,
    payload: sfn.TaskInput.fromObject({ ...caseAndTime, ...tell }),
    ...(assign === undefined ? {} : { assign }),
    outputs,
    retryOnServiceExceptions: false, // Ours name the same errors, and more.
  });
  retryTransient(step);
  return step;
}

/**
 * What would fail in the same way again: what a handler refuses by name (functions/contract/errors.ts), and an expression that cannot
 * be worked out. Named first, with no retry, so that a catcher or an alarm has them at once.
 */
const never = [...Object.values(handlerErrors).sort(), 'States.QueryEvaluationError'];

/** Somebody else appended first; the handler reads again and decides again. */
const collided = ['NumberTaken'];

/**
 * Everything else may go better the next time: a closed port, a connection that is reset or silent, a name that is not found, a
 * throttled service, a handler that ran out of time or was killed. They leave a function by many names (`Error`, `TimeoutError`,
 * `AggregateError`, `Runtime.ExitError` …), so none is listed. `States.TaskFailed` is all of them but `States.Timeout`. Handlers find
 * their earlier work, so calling one twice does no harm.
 */
const outage = ['States.TaskFailed', 'States.Timeout'];

/**
 * Adds the retries of every step. A collision is given half a minute. An outage is given nearly seven hours on average and never as
 * much as fourteen: a payment that begins to be released at six in the morning, the hour of every pay day, is released on that day or
 * not at all. Lots are drawn for every delay, so that what one outage stopped does not come back all at once. Of a step that has a
 * limit of its own, running out of it is no outage.
 */
export function retryTransient(step: tasks.LambdaInvoke, { timeouts = true } = {}): void {
  step.addRetry({ errors: never, maxAttempts: 0 });
  step.addRetry({
    errors: collided,
    interval: Duration.seconds(1),
    backoffRate: 2,
    maxAttempts: 8,
    maxDelay: Duration.seconds(15),
    jitterStrategy: sfn.JitterType.FULL,
  });
  step.addRetry({
    errors: timeouts ? outage : outage.filter((error) => error !== sfn.Errors.TIMEOUT),
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 90,
    maxDelay: Duration.minutes(10),
    jitterStrategy: sfn.JitterType.FULL,
  });
}
