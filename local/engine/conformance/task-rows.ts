import { type Rows, row, unread } from './row.ts';

const CALLBACK = 'Wait for a callback with a task token';
const ONLY_WITH_TOKEN =
  'Refused without a task token: a call takes no simulated time, so that it could never run out.';

/** What a Task may do here: call a function, or call it and wait until its task token is answered. */
export const taskRows = {
  'Task.Resource': row(
    'Resource says what the Task does.',
    'patterns',
    'Discover service integration patterns',
    'Two are run here, and every other is refused.',
  ),
  'arn:aws:states:::lambda:invoke': row(
    'lambda:invoke calls the function and goes on when it has answered.',
    'patterns',
    'Request Response',
  ),
  'arn:aws:states:::lambda:invoke.waitForTaskToken': row(
    'lambda:invoke.waitForTaskToken calls the function and goes on when the task token is answered, not before.',
    'patterns',
    CALLBACK,
  ),
  'Task.Arguments': row(
    'Arguments is what is sent, its expressions filled in.',
    'transforming',
    'Arguments',
  ),
  'Arguments.FunctionName': unread(
    'FunctionName says which function is called.',
    'lambda',
    'Supported API parameters',
    'The ARN of a function of the template, literally.',
  ),
  'Arguments.Payload': unread(
    'Payload is the event that the function gets; without the field it gets an empty object.',
    'lambda',
    'Supported API parameters',
  ),
  'Arguments/256-KiB': row(
    'Arguments that come to more than 256 KiB are States.DataLimitExceeded.',
    'errors',
    'Error names: States.DataLimitExceeded',
  ),
  'invoke/result': unread(
    "The result of lambda:invoke holds the function's answer as Payload, with StatusCode 200 and ExecutedVersion.",
    'lambda',
    'Optimized Lambda integration: Payload',
    'Without SdkHttpMetadata and SdkResponseMetadata.',
  ),
  'invoke/error': unread(
    "A function's error has its errorType as name, and as Cause a JSON text with errorType, errorMessage and trace.",
    'errors',
    'Error names; Lambda',
  ),
  'invoke/256-KiB': row(
    'A result of more than 256 KiB is States.DataLimitExceeded.',
    'errors',
    'Error names: States.DataLimitExceeded',
  ),
  'token/answer': row(
    'What SendTaskSuccess brings is the result of the Task, as it is.',
    'taskSuccess',
    'output',
  ),
  'token/failure': unread(
    'SendTaskFailure fails the Task with the error and the cause that it brings.',
    'taskFailure',
    'Request Parameters: cause, error',
  ),
  'token/256-KiB': row(
    'An answer of more than 256 KiB is States.DataLimitExceeded.',
    'errors',
    'Error names: States.DataLimitExceeded',
    'Through the API it is refused before, as InvalidOutput.',
  ),
  'token/once': unread(
    'A token is answered once; a second answer is refused: TaskTimedOut.',
    'taskSuccess',
    'Errors: TaskTimedOut',
  ),
  'token/unknown': row(
    'What is no token is refused as InvalidToken, and a token that was never given as TaskDoesNotExist.',
    'taskSuccess',
    'Errors',
  ),
  'token/each-attempt': unread(
    'Each attempt has a token of its own; that of an earlier attempt is refused: TaskTimedOut.',
    'patterns',
    CALLBACK,
  ),
  'token/early': unread(
    'An answer that comes while the function still runs is taken.',
    'patterns',
    CALLBACK,
  ),
  'token/function-fails': unread(
    'When the function that gets the token fails, the Task fails at once, and takes no answer after that.',
    'patterns',
    CALLBACK,
  ),
  'token/ends-with-execution': unread(
    'The token of an execution that is over is refused: TaskTimedOut.',
    'taskSuccess',
    'Errors: TaskTimedOut',
  ),
  'token/waits': unread(
    'Without a limit a token waits as long as its execution lasts.',
    'patterns',
    CALLBACK,
  ),
  'Task.TimeoutSeconds': unread(
    'A Task that takes longer than TimeoutSeconds fails with States.Timeout; an answer after that is refused.',
    'task',
    'TimeoutSeconds',
    ONLY_WITH_TOKEN,
  ),
  'timeout/despite-heartbeats': row(
    'TimeoutSeconds is the longest a Task may take, however many heartbeats come.',
    'heartbeat',
    'Note: the Timeout of a task',
  ),
  'timeout/no-number': unread(
    'A limit whose expression gives no positive whole number is a States.QueryEvaluationError.',
    'transforming',
    'Handling errors: value out of range',
  ),
  'Task.HeartbeatSeconds': row(
    'A Task from which no heartbeat comes for HeartbeatSeconds fails with States.HeartbeatTimeout.',
    'errors',
    'Error names: States.HeartbeatTimeout',
    `${ONLY_WITH_TOKEN} It must be less than TimeoutSeconds.`,
  ),
  'heartbeat/begins-anew': row(
    'SendTaskHeartbeat begins the time for the next heartbeat anew.',
    'heartbeat',
    'SendTaskHeartbeat',
  ),
} satisfies Rows;
