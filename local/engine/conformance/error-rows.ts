import { type Row, type Rows, row, unread } from './row.ts';

const RETRY = 'Retrying after an error';
const CATCH = 'Fallback states';
const lambda = (name: string): Row =>
  unread(
    `${name}, an error of the Lambda service, is named in ErrorEquals by its name.`,
    'practices',
    'Handle transient Lambda service exceptions',
  );

/** What becomes of an error: Retry, then Catch, and which names match it. */
export const errorRows = {
  'Task.Retry': row(
    'A Task with Retry is tried again after an error that one of its retriers names.',
    'errors',
    RETRY,
  ),
  'Retry.ErrorEquals': row(
    'ErrorEquals is a list of at least one name; an error that is not among them is not retried.',
    'errors',
    RETRY,
  ),
  'Retry.IntervalSeconds': row(
    'IntervalSeconds is the delay before the first retry.',
    'errors',
    RETRY,
  ),
  'Retry.BackoffRate': row(
    'BackoffRate multiplies the delay with each retry; it is at least 1.',
    'errors',
    RETRY,
  ),
  'Retry.MaxAttempts': row(
    'MaxAttempts is how many retries there are; when they are used up the error stands.',
    'errors',
    RETRY,
  ),
  'Retry.MaxDelaySeconds': unread(
    'MaxDelaySeconds is the longest delay, however many retries; more than 0 and less than 31 622 400.',
    'errors',
    RETRY,
  ),
  'Retry.JitterStrategy': unread(
    'JitterStrategy NONE, the default, leaves the delays as they are.',
    'errors',
    RETRY,
  ),
  'Retry/jitter': unread(
    'JitterStrategy FULL draws lots for each delay, from 0 to what it would have been.',
    'errors',
    RETRY,
    'The same attempt of the same execution draws the same lot each time: a run must come out the same twice.',
  ),
  'Retry.Comment': unread('A comment changes nothing.', 'spec', 'Retrying after error'),
  'Retry/defaults': row(
    'Left out, the interval is 1 s, the rate 2 and the number of retries 3.',
    'errors',
    RETRY,
  ),
  'Retry/first-match': row(
    'Retriers are tried in their order, and the first that names the error decides, also when its retries are used up.',
    'errors',
    RETRY,
  ),
  'Retry/own-count': row(
    'Each retrier counts its own retries, and its delays grow by them alone.',
    'errors',
    'Complex retry scenarios',
  ),
  'Retry/each-visit': row(
    'The counts begin anew when the state is visited again.',
    'errors',
    'Complex retry scenarios: in the context of a single-state execution',
  ),
  'Retry/zero': row('MaxAttempts 0: the error is never retried.', 'errors', RETRY),
  'Retry/before-Catch': row(
    'Retriers come first; a catcher is only asked when they have not helped.',
    'errors',
    CATCH,
  ),
  'Task.Catch': row(
    'A Task with Catch goes on in the state of the catcher that names the error.',
    'errors',
    CATCH,
  ),
  'Catch.ErrorEquals': row(
    'ErrorEquals is a list of at least one name, as in a retrier; an error that no catcher names fails the execution.',
    'errors',
    CATCH,
  ),
  'Catch.Next': row('Next says which state follows the error.', 'errors', CATCH),
  'Catch.Output': unread(
    'Output replaces the error as what the state leaves.',
    'errors',
    'Fallback states; JSONata',
  ),
  'Catch.Assign': unread(
    'The catcher assigns by its own Assign.',
    'variables',
    'Assign in a Catch',
  ),
  'Catch.Comment': unread('A comment changes nothing.', 'spec', 'Fallback states'),
  'Catch/first-match': row(
    'Catchers are tried in their order, and the first that names the error decides.',
    'errors',
    CATCH,
  ),
  'Catch/error-output': row(
    'Without Output the state leaves the error, an object of Error and Cause.',
    'errors',
    'Error output',
  ),
  'Catch/state-assigns-nothing': unread(
    "When an error is caught, the state's own Output and Assign are not evaluated.",
    'variables',
    'Assign in a Catch',
  ),
  'ErrorEquals/own-name': row(
    'Every other name matches that error only, to the letter.',
    'errors',
    'Error names: case-sensitive strings',
  ),
  'States.ALL': row(
    'States.ALL matches every error but the two terminal ones; it stands alone, in the last entry.',
    'errors',
    'Error names: States.ALL',
  ),
  'States.ALL/not-DataLimitExceeded': row(
    'States.ALL does not match States.DataLimitExceeded.',
    'errors',
    'Error names: States.DataLimitExceeded',
  ),
  'States.ALL/not-Runtime': row(
    'States.ALL does not match States.Runtime.',
    'errors',
    'Error names: States.ALL',
  ),
  'States.TaskFailed': row(
    'States.TaskFailed matches what a function throws.',
    'errors',
    'Error names: States.TaskFailed',
  ),
  'States.TaskFailed/not-Timeout': unread(
    'States.TaskFailed matches every error of a Task but States.Timeout.',
    'errors',
    'Error names: States.TaskFailed acts as a wildcard except for States.Timeout',
  ),
  'States.Timeout': row(
    'States.Timeout matches a Task that took longer than its TimeoutSeconds.',
    'errors',
    'Error names: States.Timeout',
  ),
  'States.Timeout/heartbeat': row(
    'States.Timeout matches a heartbeat that did not come as well.',
    'errors',
    'Error names: States.Timeout, or failed to send a heartbeat',
  ),
  'States.HeartbeatTimeout': row(
    'States.HeartbeatTimeout matches a heartbeat that did not come.',
    'errors',
    'Error names: States.HeartbeatTimeout',
  ),
  'States.QueryEvaluationError': unread(
    'States.QueryEvaluationError matches an expression of the Task that fails, that of its Output too.',
    'errors',
    'Error names: States.QueryEvaluationError',
  ),
  'States.DataLimitExceeded': unread(
    'States.DataLimitExceeded matches data above 256 KiB, when it is named.',
    'errors',
    'Error names: States.DataLimitExceeded',
  ),
  'Lambda.ServiceException': lambda('Lambda.ServiceException'),
  'Lambda.AWSLambdaException': lambda('Lambda.AWSLambdaException'),
  'Lambda.SdkClientException': lambda('Lambda.SdkClientException'),
  'Lambda.ClientExecutionTimeoutException': lambda('Lambda.ClientExecutionTimeoutException'),
  'Lambda.TooManyRequestsException': unread(
    'Lambda.TooManyRequestsException, a throttled call, is named in ErrorEquals by its name.',
    'practices',
    'Handle transient Lambda service exceptions',
  ),
  'Lambda.Unknown': row(
    'Lambda.Unknown, an error of Lambda that has no better name, is named in ErrorEquals by its name.',
    'errors',
    'Error names: unhandled errors in Lambda',
  ),
  'Sandbox.Timedout': unread(
    'Sandbox.Timedout, a function that took longer than its own limit, is named in ErrorEquals by its name.',
    'lambda',
    'Errors of the function',
  ),
} satisfies Rows;
