import { type Row, type Rows, row, unread } from './row.ts';

const STATES = 'Reserved variable: $states';
const context = (what: string): Row =>
  unread(`${what}.`, 'context', 'Context object fields; Accessing the Context object');

/** Where expressions stand, and what they may read. */
export const expressionRows = {
  'expression/text': row(
    'A text that does not begin with {% and end with %} is meant literally.',
    'transforming',
    'JSONata syntax',
    'A text with only one of the two, or with something around them, is refused.',
  ),
  'expression/undefined': unread(
    'An expression that gives nothing is a States.QueryEvaluationError.',
    'transforming',
    'Handling errors: undefined result',
  ),
  'expression/fails': unread(
    'An expression that cannot be worked out is a States.QueryEvaluationError.',
    'transforming',
    'Handling errors: type error',
  ),
  'expression/list-of-one': unread(
    'A list that is written as a list stays one, also with one item.',
    'jsonataConstruction',
    'Array constructors',
  ),
  'variable/read': row(
    '$name reads the variable that an Assign before it has set.',
    'variables',
    'Conceptual overview: to reference a variable',
    'A name that no Assign of the machine sets is refused.',
  ),
  'variable/not-set': unread(
    'A variable that no state has set yet is a States.QueryEvaluationError.',
    'transforming',
    'Handling errors: undefined result',
  ),
  'variable/scope': unread(
    'A variable keeps its value through all later states until another Assign sets it.',
    'variables',
    'Variable scope',
  ),
  '$states.input': row(
    '$states.input is the input of the state, also in its Output and in its catchers.',
    'variables',
    STATES,
  ),
  '$states.result': row(
    "$states.result is the result of the Task, in the Task's own Output and Assign.",
    'variables',
    STATES,
    'Refused elsewhere.',
  ),
  '$states.errorOutput': row(
    '$states.errorOutput is the error that was caught, in the Output and Assign of a catcher.',
    'variables',
    STATES,
    'Refused elsewhere.',
  ),
  '$states.context.Execution.Id': context('The ARN of the execution'),
  '$states.context.Execution.Input': context('The input of the execution, in every state'),
  '$states.context.Execution.Name': context('The name of the execution'),
  '$states.context.Execution.StartTime': context(
    'When the execution was started, ISO 8601 in UTC with milliseconds',
  ),
  '$states.context.State.Name': context('The name of the state'),
  '$states.context.State.EnteredTime': context(
    'When the state was entered, ISO 8601 in UTC with milliseconds; the same for each of its attempts',
  ),
  '$states.context.State.RetryCount': context('How many retries there have been in this visit'),
  '$states.context.StateMachine.Id': context('The ARN of the state machine'),
  '$states.context.StateMachine.Name': context('The name of the state machine'),
  '$states.context.Task.Token': unread(
    'The task token, in the Arguments of a Task that waits for one.',
    'patterns',
    'Wait for a callback with a task token',
    'Refused elsewhere.',
  ),
} satisfies Rows;
