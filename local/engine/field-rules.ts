import { perType } from './conformance/row.ts';
import type { RowId } from './conformance/table.ts';
import { expressionIn } from './expression.ts';
import { isObject } from './json.ts';

/** What one field of a definition may hold: undefined when it is fine, else what is allowed. */
export type FieldRule = (value: unknown) => string | undefined;

/** What holds fields: a machine, a state of some type, or a part of one. */
export type Holder =
  | 'Machine'
  | 'Task'
  | 'Choice'
  | 'Wait'
  | 'Pass'
  | 'Succeed'
  | 'Fail'
  | 'Arguments'
  | 'Retry'
  | 'Catch'
  | 'Choices';

/** The rows of the table that are fields: `Holder.Field`. */
export type FieldId = Extract<RowId, `${Holder}.${string}`>;

const says = (holds: (value: unknown) => boolean, allowed: string): FieldRule => {
  return (value) => (holds(value) ? undefined : allowed);
};
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isExpression = (value: unknown) => isText(value) && expressionIn(value) !== undefined;
const isWhole = (from: number, to: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;

const text = says(isText, 'a text that is not empty');
const anything = says(() => true, '');
const object = says(isObject, 'an object');
const list = says((value) => Array.isArray(value) && value.length > 0, 'a list that is not empty');
const onlyTrue = says((value) => value === true, 'true; leave the field out otherwise');
const jsonata = says((value) => value === 'JSONata', '"JSONata"');
const errorNames = says(
  (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  'a list of error names that is not empty',
);
/** The longest wait and timeout that the language knows: 99 999 999 seconds. */
const whole = (from: number, to = 99_999_999) =>
  says(isWhole(from, to), `a whole number from ${from} to ${to}`);
const secondsFrom = (from: number) =>
  says(
    (value) => isExpression(value) || isWhole(from, 99_999_999)(value),
    `a whole number from ${from} to 99999999, or an expression`,
  );
const instant = says(
  (value) => isExpression(value) || (isText(value) && isTimestamp(value)),
  'an RFC 3339 timestamp with capital T and Z or an offset, or an expression',
);
/** An identifier of Unicode; JSONata reads a shorter one than was meant where something else stands in it. */
const isVariableName = (name: string) =>
  /^\p{ID_Start}\p{ID_Continue}*$/u.test(name) && [...name].length <= 80 && name !== 'states';
const assign = says(
  (value) => isObject(value) && Object.keys(value).every(isVariableName),
  'an object whose names are identifiers of at most 80 characters, and not "states"',
);

/** RFC 3339 as the language asks for it: a capital T, and a capital Z or a numeric offset. */
export function isTimestamp(value: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

const STATES = ['Task', 'Choice', 'Wait', 'Pass', 'Succeed', 'Fail'] as const;
const ONWARD = ['Task', 'Wait', 'Pass'] as const;
const ASSIGNS = ['Task', 'Choice', 'Wait', 'Pass', 'Choices', 'Catch'] as const;
const PUTS_OUT = [...ASSIGNS, 'Succeed'] as const;

/** What each field may hold. The fields themselves are the rows of the table: no other is accepted, and none of them lacks a rule. */
export const fieldRules: { readonly [Id in FieldId]: FieldRule } = {
  ...perType([...STATES, 'Machine', 'Retry', 'Catch', 'Choices'], 'Comment', anything),
  ...perType([...STATES, 'Machine'], 'QueryLanguage', jsonata),
  ...perType([...ONWARD, 'Choices', 'Catch'], 'Next', text),
  ...perType(ONWARD, 'End', onlyTrue),
  ...perType(PUTS_OUT, 'Output', anything),
  ...perType(ASSIGNS, 'Assign', assign),
  ...perType(['Retry', 'Catch'], 'ErrorEquals', errorNames),
  'Machine.StartAt': text,
  'Machine.States': object,
  'Machine.TimeoutSeconds': whole(1),
  'Machine.Version': says((value) => value === '1.0', '"1.0"'),
  'Task.Resource': text,
  'Task.Arguments': object,
  'Task.TimeoutSeconds': secondsFrom(1),
  'Task.HeartbeatSeconds': secondsFrom(1),
  'Task.Retry': list,
  'Task.Catch': list,
  'Choice.Choices': list,
  'Choice.Default': text,
  'Wait.Seconds': secondsFrom(0),
  'Wait.Timestamp': instant,
  'Fail.Error': text,
  'Fail.Cause': text,
  'Arguments.FunctionName': says(
    (value) => isText(value) && expressionIn(value) === undefined,
    'the ARN of a function, literally',
  ),
  'Arguments.Payload': anything,
  'Retry.IntervalSeconds': whole(1),
  'Retry.MaxAttempts': whole(0),
  'Retry.BackoffRate': says(
    (value) => typeof value === 'number' && value >= 1,
    'a number of at least 1',
  ),
  'Retry.MaxDelaySeconds': whole(1, 31_622_399),
  'Retry.JitterStrategy': says((value) => value === 'NONE' || value === 'FULL', '"NONE" or "FULL"'),
  'Choices.Condition': says(isExpression, 'an expression {% … %}'),
};
