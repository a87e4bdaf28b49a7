import { expressionIn } from './expression.ts';
import { isObject } from './json.ts';

/** What one field of a definition may hold: undefined when it is fine, else what is allowed. */
export type FieldRule = (value: unknown) => string | undefined;
export type FieldRules = { readonly [field: string]: FieldRule };

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

/** RFC 3339 as the language asks for it: a capital T, and a capital Z or a numeric offset. */
export function isTimestamp(value: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

export const topRules: FieldRules = {
  Comment: anything,
  QueryLanguage: jsonata,
  StartAt: text,
  States: object,
  TimeoutSeconds: whole(1),
  Version: says((value) => value === '1.0', '"1.0"'),
};

const common: FieldRules = { Type: text, Comment: anything, QueryLanguage: jsonata };
const onward: FieldRules = { Next: text, End: onlyTrue };
const leaves: FieldRules = { Output: anything, Assign: object };

/** Field by field what each type of state may hold; a field that is not named here is refused. */
export const stateRules: { readonly [type: string]: FieldRules } = {
  Task: {
    ...common,
    ...onward,
    ...leaves,
    Resource: text,
    Arguments: object,
    TimeoutSeconds: secondsFrom(1),
    HeartbeatSeconds: secondsFrom(1),
    Retry: list,
    Catch: list,
  },
  Choice: { ...common, ...leaves, Choices: list, Default: text },
  Wait: { ...common, ...onward, ...leaves, Seconds: secondsFrom(0), Timestamp: instant },
  Pass: { ...common, ...onward, ...leaves },
  Succeed: { ...common, Output: anything },
  Fail: { ...common, Error: text, Cause: text },
};

export const argumentRules: FieldRules = {
  FunctionName: says(
    (value) => isText(value) && expressionIn(value) === undefined,
    'the ARN of a function, literally',
  ),
  Payload: anything,
};

export const retrierRules: FieldRules = {
  Comment: anything,
  ErrorEquals: errorNames,
  IntervalSeconds: whole(1),
  MaxAttempts: whole(0),
  BackoffRate: says((value) => typeof value === 'number' && value >= 1, 'a number of at least 1'),
  MaxDelaySeconds: whole(1, 31_622_400),
  JitterStrategy: says((value) => value === 'NONE', '"NONE"; a run must come out the same twice'),
};

export const catcherRules: FieldRules = {
  Comment: anything,
  ErrorEquals: errorNames,
  Next: text,
  ...leaves,
};

export const choiceRules: FieldRules = {
  Comment: anything,
  Condition: says(
    (value) => typeof value === 'boolean' || isExpression(value),
    'true, false or an expression {% … %}',
  ),
  Next: text,
  ...leaves,
};
