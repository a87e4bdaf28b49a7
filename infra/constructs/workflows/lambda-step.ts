import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

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
 * What may go better the next time. Handlers find their earlier work, so calling one twice does no harm. The names in
 * functions/contract/errors.ts are not here: the same call would fail in the same way again.
 */
const transient = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  // A handler that ran out of time or was killed; which of the names it gets depends on the runtime.
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'States.Timeout',
  // DynamoDB's own names, after the SDK's attempts.
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'InternalServerError',
  // S3's, after the SDK's attempts; the last is a put that met another of the same file.
  'InternalError',
  'ServiceUnavailable',
  'SlowDown',
  'RequestTimeout',
  'ConditionalRequestConflict',
];

/** Somebody else appended first; the handler reads again and decides again. */
const collided = ['NumberTaken'];

/**
 * Adds the two retries of every step: an outage is given about five minutes, a collision about half of one. Of a step that has a
 * limit of its own, running out of it is no outage.
 */
export function retryTransient(step: tasks.LambdaInvoke, { timeouts = true } = {}): void {
  step.addRetry({
    errors: timeouts ? transient : transient.filter((error) => error !== sfn.Errors.TIMEOUT),
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 8,
    maxDelay: Duration.seconds(60),
  });
  step.addRetry({
    errors: collided,
    interval: Duration.seconds(1),
    backoffRate: 2,
    maxAttempts: 5,
  });
}
