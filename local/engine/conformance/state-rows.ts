import { perType, type Rows, row, unread } from './row.ts';

const ALL = ['Task', 'Choice', 'Wait', 'Pass', 'Succeed', 'Fail'] as const;
const ONWARD = ['Task', 'Wait', 'Pass'] as const;

/** The types of states but for Task's own fields, and the fields of each. */
export const stateRows = {
  Task: unread('A Task does work by its Resource.', 'task', 'Task state fields'),
  Choice: row(
    'A Choice goes on where one of its rules leads; it never ends an execution.',
    'choice',
    'Choices (Required); Important',
  ),
  Wait: row(
    'A Wait delays the execution by seconds or until a timestamp; it has exactly one of the two.',
    'wait',
    'Wait workflow state',
  ),
  Pass: unread('A Pass gives its input on and does nothing else.', 'pass', 'Pass workflow state'),
  Succeed: unread(
    'A Succeed ends the execution as succeeded.',
    'succeed',
    'Succeed workflow state',
  ),
  Fail: unread(
    'A Fail ends the execution as failed, and nothing catches it.',
    'fail',
    'Fail workflow state',
  ),
  ...perType(
    ALL,
    'Comment',
    unread('A comment changes nothing.', 'structure', 'Common state fields: Comment'),
  ),
  ...perType(
    ALL,
    'QueryLanguage',
    row(
      'A state may name the query language too; in a JSONata machine it can be JSONata only.',
      'structure',
      'QueryLanguage',
    ),
  ),
  ...perType(
    ONWARD,
    'Next',
    row('Next names the state that follows.', 'structure', 'Common state fields: Next'),
  ),
  ...perType(
    ONWARD,
    'End',
    row(
      'End: true ends the execution here; a state has exactly one of Next and End.',
      'structure',
      'Common state fields: End',
      'Only true; false is to be left out.',
    ),
  ),
  ...perType(
    ['Task', 'Choice', 'Wait', 'Pass', 'Succeed'],
    'Output',
    row(
      'Output replaces what the state leaves; its expressions may stand anywhere in it.',
      'transforming',
      'Output',
    ),
  ),
  ...perType(
    ['Task', 'Choice', 'Wait', 'Pass'],
    'Assign',
    row(
      'Assign gives variables their values for all later states.',
      'variables',
      'States that support variables',
    ),
  ),
  'Output/left-out': unread(
    'Without Output a Task leaves its result and every other state its input.',
    'transforming',
    'Output; if not provided',
  ),
  'Assign/in-parallel': unread(
    'The expressions of Assign and Output all read the values from before the state, so two variables can be swapped.',
    'variables',
    'Evaluation order in an Assign field',
  ),
  'Assign/name': unread(
    'A variable has a name of at most 80 characters that is an identifier, and is not "states".',
    'variables',
    'Reserved variable; Variable name syntax; Variable limits',
  ),
  'Assign/256-KiB': row(
    'What one Assign sets is at most 256 KiB together.',
    'variables',
    'Conceptual overview of variables; Variable limits',
  ),
  'Choice.Choices': row('Choices is a list of at least one rule.', 'choice', 'Choices (Required)'),
  'Choice.Default': row(
    'Default is where it goes on when no rule holds.',
    'choice',
    'Default (Optional, Recommended)',
  ),
  'Choices.Condition': row(
    'A rule holds when its Condition is true.',
    'choice',
    'Choice Rules (JSONata)',
  ),
  'Choices.Next': row(
    'The rule that holds says which state follows.',
    'choice',
    'Choice Rules (JSONata)',
  ),
  'Choices.Comment': unread('A comment changes nothing.', 'spec', 'Choice State: Choice Rules'),
  'Choices.Output': unread(
    'The Output of the rule that holds is what the state leaves.',
    'spec',
    'Choice State: Choice Rules',
  ),
  'Choices.Assign': row(
    'The rule that holds assigns by its own Assign, and that of the state is left alone.',
    'choice',
    'Choice Rules (JSONata): Assign',
  ),
  'Choices/first': unread(
    'Rules are tried in their order, and the first that holds decides.',
    'spec',
    'Choice State',
  ),
  'Choices/boolean': unread(
    'A Condition that gives neither true nor false is a States.QueryEvaluationError.',
    'choice',
    'Choice Rules (JSONata): Condition evaluates to true/false',
  ),
  'Choices/none-holds': row(
    'When no rule holds and there is no Default, the execution fails with States.Runtime.',
    'errors',
    'Error names: States.NoChoiceMatched (reserved; reported as States.Runtime)',
  ),
  'Choice/own-fields-for-Default': unread(
    "The state's own Output and Assign are for Default.",
    'choice',
    'Choice Rules (JSONata): Assign',
  ),
  'Wait.Seconds': row(
    'Seconds is how long it waits: a whole number from 0 to 99 999 999, or an expression that gives one.',
    'wait',
    'Seconds',
  ),
  'Wait.Timestamp': row(
    'Timestamp is until when it waits: RFC 3339 with capital T, and Z or an offset, or an expression that gives it.',
    'wait',
    'Timestamp',
  ),
  'Wait/whole-seconds': row(
    'Milliseconds of a timestamp are cut off.',
    'wait',
    'Note: truncates milliseconds',
  ),
  'Wait/past': unread('It does not wait for a timestamp that has passed.', 'spec', 'Wait State'),
  'Wait/no-number': unread(
    'Seconds whose expression gives no whole number in that range is a States.QueryEvaluationError.',
    'transforming',
    'Handling errors: value out of range',
  ),
  'Wait/no-timestamp': unread(
    'A Timestamp whose expression gives no such text is a States.QueryEvaluationError.',
    'transforming',
    'Handling errors: type incompatibility',
  ),
  'Fail.Error': unread(
    'Error is the name of the error, or an expression that gives it.',
    'fail',
    'Error',
  ),
  'Fail.Cause': unread('Cause says why, or an expression that gives it.', 'fail', 'Cause'),
} satisfies Rows;
