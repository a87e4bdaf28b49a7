import { perType } from '../../../../local/engine/conformance/row.ts';
import type { stateRows } from '../../../../local/engine/conformance/state-rows.ts';
import type { JsonObject } from '../../../../local/engine/json.ts';
import { task } from '../bench-top.ts';
import type { Check, ChecksOf } from './check.ts';
import { ends, goes, wrong } from './pieces.ts';

const QUERY_ERROR = 'States.QueryEvaluationError';
const entered = '{% $states.context.State.EnteredTime %}';

/** A state of each type that ends well, or in the way of its type. */
const plain = {
  Task: [
    { A: task(1, { End: true }) },
    { ExecutedVersion: '$LATEST', Payload: 1, StatusCode: 200 },
  ],
  Choice: [
    { A: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }] }, B: ends(1) },
    1,
  ],
  Wait: [{ A: { Type: 'Wait', Seconds: 0, End: true } }, {}],
  Pass: [{ A: ends(1) }, 1],
  Succeed: [{ A: { Type: 'Succeed' } }, {}],
} as const satisfies Readonly<Record<string, readonly [JsonObject, unknown]>>;
type Plain = keyof typeof plain;

/** The plain state of a type with something more in it. */
function withMore(type: Plain, more: JsonObject): JsonObject {
  const { A, ...others } = plain[type][0] as JsonObject;
  return { A: { ...(A as JsonObject), ...more }, ...others };
}

/** A check of each type that a field may be added to without changing what comes of it. */
function changesNothing<const Field extends string>(field: Field, value: string) {
  const of = (type: Plain): Check => ({
    states: withMore(type, { [field]: value }),
    gives: plain[type][1],
  });
  return {
    ...perType(['Task'], field, of('Task')),
    ...perType(['Choice'], field, of('Choice')),
    ...perType(['Wait'], field, of('Wait')),
    ...perType(['Pass'], field, of('Pass')),
    ...perType(['Succeed'], field, of('Succeed')),
    ...perType(['Fail'], field, {
      states: { A: { Type: 'Fail', Error: 'E', [field]: value } },
      fails: ['E', ''],
    } as Check),
  };
}

/** Output of a state that does not end with its result. */
const output = (type: Plain, gives: number): Check => ({
  states: withMore(type, { Output: { a: ['{% $states.input.n + 1 %}'], b: 'c' } }),
  input: { n: gives - 1 },
  gives: { a: [gives], b: 'c' },
});

/** A state that assigns and goes on to one that reads. */
const assigns = (state: JsonObject): Check => ({
  states: {
    A: { ...state, Assign: { x: '{% $states.input.n %}' }, Next: 'B' },
    B: goes('C', { Output: '{% "lost" %}' }),
    C: ends('{% $x %}'),
  },
  input: { n: 7 },
  gives: 7,
});

const choice = (choices: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  Type: 'Choice',
  Choices: choices,
  ...more,
});

export const stateChecks: ChecksOf<typeof stateRows> = {
  Task: { states: plain.Task[0], gives: plain.Task[1], events: [1] },
  Choice: { states: plain.Choice[0], gives: 1 },
  Wait: { states: { A: { Type: 'Wait', Seconds: 1, End: true } }, gives: {}, seconds: 1 },
  Pass: { states: { A: goes('B'), B: ends() }, input: { a: 1 }, gives: { a: 1 } },
  Succeed: { states: { A: { Type: 'Succeed' } }, input: { a: 1 }, gives: { a: 1 } },
  Fail: { states: { A: { Type: 'Fail', Error: 'E', Cause: 'c' } }, fails: ['E', 'c'] },
  ...changesNothing('Comment', '{% $now( %}'),
  ...changesNothing('QueryLanguage', 'JSONata'),
  'Task.Next': { states: { A: task({}, { Next: 'C' }), C: goes('B'), B: ends(1) }, gives: 1 },
  'Wait.Next': {
    states: { A: { Type: 'Wait', Seconds: 0, Next: 'C' }, C: goes('B'), B: ends(1) },
    gives: 1,
  },
  'Pass.Next': { states: { A: goes('C'), C: goes('B'), B: ends(1) }, gives: 1 },
  'Task.End': { states: { A: task({}, { Output: '{% 1 %}', End: true }) }, gives: 1 },
  'Wait.End': { states: { A: { Type: 'Wait', Seconds: 0, End: true } }, input: 1, gives: 1 },
  'Pass.End': { states: { A: { Type: 'Pass', End: true } }, input: 1, gives: 1 },
  'Task.Output': output('Task', 2),
  'Wait.Output': output('Wait', 3),
  'Pass.Output': output('Pass', 4),
  'Succeed.Output': output('Succeed', 5),
  'Choice.Output': {
    states: {
      A: choice([{ Condition: '{% false %}', Next: 'B' }], { Default: 'B', Output: '{% "d" %}' }),
      B: ends(),
    },
    gives: 'd',
  },
  'Task.Assign': assigns(task({}, {})),
  'Wait.Assign': assigns({ Type: 'Wait', Seconds: 0 }),
  'Pass.Assign': assigns({ Type: 'Pass' }),
  'Choice.Assign': {
    states: {
      A: choice([{ Condition: '{% false %}', Next: 'B' }], { Default: 'B', Assign: { x: 3 } }),
      B: ends('{% $x %}'),
    },
    gives: 3,
  },
  'Output/left-out': {
    states: {
      A: { Type: 'Wait', Seconds: 0, Next: 'B' },
      B: choice([{ Condition: '{% true %}', Next: 'C' }]),
      C: goes('D'),
      D: task('{% $states.input.a %}', { Next: 'E' }),
      E: { Type: 'Succeed' },
    },
    input: { a: 1 },
    events: [1],
    gives: { ExecutedVersion: '$LATEST', Payload: 1, StatusCode: 200 },
  },
  'Assign/in-parallel': {
    states: {
      A: goes('B', { Assign: { x: 1, y: 2 } }),
      B: goes('C', { Assign: { x: '{% $y %}', y: '{% $x %}' }, Output: '{% [$x, $y] %}' }),
      C: ends('{% [$states.input, $x, $y] %}'),
    },
    gives: [1, 2, 2, 1],
  },
  'Assign/name': {
    states: {
      A: goes('B', { Assign: { ['å'.repeat(80)]: 1 } }),
      B: ends(`{% $${'å'.repeat(80)} %}`),
    },
    gives: 1,
  },
  'Assign/256-KiB': {
    states: {
      A: goes('B', { Assign: { a: 'x'.repeat(131_072), b: 'x'.repeat(131_072) } }),
      B: ends(1),
    },
    fails: ['States.DataLimitExceeded'],
  },
  'Choice.Choices': {
    states: {
      A: choice([
        { Condition: '{% $states.input.n > 5 %}', Next: 'B' },
        { Condition: '{% $states.input.n > 1 %}', Next: 'C' },
      ]),
      B: wrong,
      C: ends('C'),
    },
    input: { n: 3 },
    gives: 'C',
  },
  'Choice.Default': {
    states: {
      A: choice([{ Condition: '{% false %}', Next: 'B' }], { Default: 'C' }),
      B: wrong,
      C: ends(1),
    },
    gives: 1,
  },
  'Choices.Condition': {
    states: {
      A: choice([
        { Condition: '{% false %}', Next: 'B' },
        { Condition: "{% $states.input.a = 'y' %}", Next: 'B' },
        { Condition: '{% true %}', Next: 'C' },
      ]),
      B: wrong,
      C: ends(1),
    },
    input: { a: 'x' },
    gives: 1,
  },
  'Choices.Next': {
    states: {
      A: choice([{ Condition: '{% true %}', Next: 'C' }], { Default: 'B' }),
      B: wrong,
      C: ends(1),
    },
    gives: 1,
  },
  'Choices.Comment': {
    states: {
      A: choice([{ Condition: '{% true %}', Next: 'B', Comment: '{% no %}' }]),
      B: ends(1),
    },
    gives: 1,
  },
  'Choices.Output': {
    states: {
      A: choice([{ Condition: '{% true %}', Next: 'B', Output: '{% $states.input.a %}' }]),
      B: ends(),
    },
    input: { a: 1 },
    gives: 1,
  },
  'Choices.Assign': {
    states: {
      Z: goes('A', { Assign: { x: 'before', y: 'before' } }),
      A: choice([{ Condition: '{% true %}', Next: 'B', Assign: { x: 'rule' } }], {
        Default: 'B',
        Assign: { x: 'state', y: 'state' },
      }),
      B: ends('{% [$x, $y] %}'),
    },
    gives: ['rule', 'before'],
  },
  'Choices/first': {
    states: {
      A: choice([
        { Condition: '{% false %}', Next: 'B' },
        { Condition: '{% true %}', Next: 'C' },
        { Condition: '{% true %}', Next: 'B' },
      ]),
      B: wrong,
      C: ends(1),
    },
    gives: 1,
  },
  'Choices/boolean': {
    states: { A: choice([{ Condition: '{% 1 %}', Next: 'B' }], { Default: 'B' }), B: ends(1) },
    fails: [QUERY_ERROR],
  },
  'Choices/none-holds': {
    states: { A: choice([{ Condition: '{% false %}', Next: 'B' }]), B: ends(1) },
    fails: ['States.Runtime'],
  },
  'Choice/own-fields-for-Default': {
    states: {
      Z: goes('A', { Assign: { x: 'before' }, Output: '{% "input" %}' }),
      A: choice([{ Condition: '{% true %}', Next: 'B' }], {
        Default: 'B',
        Assign: { x: 'state' },
        Output: '{% "state" %}',
      }),
      B: ends('{% [$x, $states.input] %}'),
    },
    gives: ['before', 'input'],
  },
  'Wait.Seconds': {
    states: {
      A: { Type: 'Wait', Seconds: 30, Next: 'B' },
      B: { Type: 'Wait', Seconds: '{% $states.input.s %}', End: true },
    },
    input: { s: 90 },
    gives: { s: 90 },
    seconds: 120,
  },
  'Wait.Timestamp': {
    // The execution is started on 1 February 2021 at 06:00 UTC.
    states: {
      A: { Type: 'Wait', Timestamp: '2021-02-01T08:00:30+02:00', Next: 'B' },
      B: { Type: 'Wait', Timestamp: '{% $states.input.at %}', Next: 'C' },
      C: ends(entered),
    },
    input: { at: '2021-02-01T06:01:00Z' },
    gives: '2021-02-01T06:01:00.000Z',
    seconds: 60,
  },
  'Wait/whole-seconds': {
    states: { A: { Type: 'Wait', Timestamp: '2021-02-01T06:00:01.999Z', End: true } },
    gives: {},
    seconds: 1,
  },
  'Wait/past': {
    states: { A: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true } },
    gives: {},
    seconds: 0,
  },
  'Wait/no-number': {
    states: { A: { Type: 'Wait', Seconds: '{% 0.5 %}', End: true } },
    fails: [QUERY_ERROR],
  },
  'Wait/no-timestamp': {
    states: { A: { Type: 'Wait', Timestamp: "{% '2021-03-01' %}", End: true } },
    fails: [QUERY_ERROR],
  },
  'Fail.Error': {
    states: { A: { Type: 'Fail', Error: '{% $states.input.e %}' } },
    input: { e: 'NotPaid' },
    fails: ['NotPaid', ''],
  },
  'Fail.Cause': {
    states: { A: { Type: 'Fail', Error: 'E', Cause: "{% 'for ' & $states.input.run %}" } },
    input: { run: '2021-03' },
    fails: ['E', 'for 2021-03'],
  },
};
