import { type Rows, row, unread } from './row.ts';

const NAMES_HERE =
  "Letters and digits of ASCII, '.', '-' and '_' only, which is what CloudWatch can show.";

/** A state machine as a whole, and its executions. */
export const machineRows = {
  'Machine.StartAt': row(
    'An execution begins in the state that StartAt names.',
    'structure',
    'StartAt (Required)',
  ),
  'Machine.States': row(
    'States holds the states by their names; every one that is gone to is there.',
    'structure',
    'States (Required)',
    'A state that nothing leads to is refused.',
  ),
  'Machine.QueryLanguage': row(
    'QueryLanguage JSONata makes every state read JSONata.',
    'structure',
    'QueryLanguage',
    'It must be there and be JSONata; JSONPath, the default of the service, is refused.',
  ),
  'Machine.Comment': row('A comment changes nothing.', 'structure', 'Comment (Optional)'),
  'Machine.Version': row(
    'Version is "1.0", as it is without the field.',
    'structure',
    'Version (Optional)',
  ),
  'Machine.TimeoutSeconds': row(
    'An execution that runs longer than TimeoutSeconds ends as timed out, with States.Timeout; nothing catches it.',
    'structure',
    'TimeoutSeconds (Optional)',
  ),
  'execution/input': unread(
    'The input of the execution is the input of its first state, and what a state leaves is the input of the next.',
    'spec',
    'Data',
  ),
  'execution/output': unread(
    'What the last state leaves is the output of the execution.',
    'spec',
    'Data',
  ),
  'execution/name': row(
    'An execution has a name of 1 to 80 characters without white space, brackets, wildcards and special characters.',
    'quotas',
    'General quotas',
    NAMES_HERE,
  ),
  'execution/same-again': row(
    'Starting a running execution again with its name and input succeeds and starts nothing.',
    'start',
    'StartExecution is idempotent',
  ),
  'execution/other-input': row(
    'Starting the name of a running execution with another input is refused: ExecutionAlreadyExists.',
    'start',
    'StartExecution is idempotent',
  ),
  'execution/used-name': row(
    'The name of an execution that is over is refused, whatever its input: ExecutionAlreadyExists.',
    'start',
    'StartExecution is idempotent',
    'The service frees a name after 90 days; here it is never free again.',
  ),
  'execution/one-year': unread(
    'An execution lasts at most one year, here 365 days; then it ends as timed out.',
    'quotas',
    'Quotas related to state machine executions: maximum execution time',
  ),
  'execution/25000-events': unread(
    'A history holds at most 25 000 events, the one that ends the execution counted; then it fails with States.Runtime.',
    'quotas',
    'Quotas related to state machine executions: maximum execution history size',
  ),
  'state/name': unread(
    'The name of a state has 1 to 80 characters.',
    'spec',
    'States: state names',
    'A longer name is refused when the definition is loaded.',
  ),
  'data/256-KiB': row(
    'The output of a state is at most 262 144 bytes of UTF-8; a larger one is States.DataLimitExceeded.',
    'stateExited',
    'output: maximum length of 262144',
  ),
} satisfies Rows;
