import type { errorRows } from '../../../../local/engine/conformance/error-rows.ts';
import type { Json, JsonObject } from '../../../../local/engine/json.ts';
import { asks, type Functions, task, throwing } from '../bench-top.ts';
import type { Check, ChecksOf, Gives } from './check.ts';
import { ends, goes, LONGEST, TOO_LONG, token, wrong } from './pieces.ts';

/** A function that fails with these errors one after the other, and then answers `done`. */
const failing = (...errors: readonly string[]): (() => Functions) => {
  return () => {
    const left = [...errors];
    return {
      f: () => {
        const error = left.shift();
        return error === undefined ? 'done' : throwing(error);
      },
    };
  };
};

const payload = '{% $states.result.Payload %}';
/** The events of a function that is called so many times. */
const calls = (times: number): Json[] => Array(times).fill({});

/** A Task with these retriers, which leaves what the function answers. */
const retries = (Retry: readonly JsonObject[], more: JsonObject = {}): JsonObject =>
  task({}, { Retry, Output: payload, End: true, ...more });

/** One Task whose retriers are tried on these errors: how it ends, after how many seconds and calls. */
const retried = (
  Retry: readonly JsonObject[],
  errors: readonly string[],
  seconds: number,
  times: number,
  end: { gives: Json } | { fails: readonly [string] } = { gives: 'done' },
): Check => ({
  states: { A: retries(Retry) },
  functions: failing(...errors),
  seconds,
  events: calls(times),
  ...end,
});

/** One Task whose function fails, and whose catchers lead to B when they are right, and to C when they are not. */
const catches = (Catch: readonly JsonObject[], error = 'X'): Gives => ({
  states: {
    A: task({}, { Catch, Output: '{% "not evaluated" %}', Next: 'C' }),
    B: ends('{% $states.input %}'),
    C: wrong,
  },
  functions: failing(error),
  gives: 'caught',
});

/** A Task that is caught by a name, when `error` is what its token is answered with. */
const answered = (name: string, error: string): Gives => ({
  states: {
    A: asks({ Catch: [{ ErrorEquals: [name], Next: 'B' }], End: true }),
    B: ends('caught'),
  },
  acts: (bench) => bench.engine.answer(token(bench), { error: { Error: error, Cause: 'c' } }),
  gives: 'caught',
});

/** A Task that is caught by a name, when it runs into a limit of time. */
const limited = (name: string, limit: JsonObject): Check => ({
  states: {
    A: asks({ Catch: [{ ErrorEquals: [name], Next: 'B' }], End: true, ...limit }),
    B: ends('caught'),
  },
  seconds: 60,
  gives: 'caught',
});

/** An error that is retried by its name, and by that only. */
const byName = (name: string): Check =>
  retried([{ ErrorEquals: ['Other'], IntervalSeconds: 99 }, { ErrorEquals: [name] }], [name], 1, 2);

/** The same, but that nothing catches the error. */
const notCaught = ({ gives: _caught, ...check }: Gives, error: string): Check => ({
  ...check,
  fails: [error],
});

export const errorChecks: ChecksOf<typeof errorRows> = {
  'Task.Retry': retried([{ ErrorEquals: ['X'] }], ['X'], 1, 2),
  'Retry.ErrorEquals': retried([{ ErrorEquals: ['Y', 'Z'] }], ['Z', 'X'], 1, 2, { fails: ['X'] }),
  'Retry.IntervalSeconds': retried([{ ErrorEquals: ['X'], IntervalSeconds: 9 }], ['X'], 9, 2),
  // 1 + 1.5 + 2.25 s.
  'Retry.BackoffRate': retried(
    [{ ErrorEquals: ['X'], BackoffRate: 1.5 }],
    ['X', 'X', 'X'],
    4.75,
    4,
  ),
  'Retry.MaxAttempts': retried([{ ErrorEquals: ['X'], MaxAttempts: 1 }], ['X', 'X'], 1, 2, {
    fails: ['X'],
  }),
  // 10 + 30 + 40 (not 90) s.
  'Retry.MaxDelaySeconds': retried(
    [{ ErrorEquals: ['X'], IntervalSeconds: 10, BackoffRate: 3, MaxDelaySeconds: 40 }],
    ['X', 'X', 'X'],
    80,
    4,
  ),
  'Retry.JitterStrategy': retried(
    [{ ErrorEquals: ['X'], IntervalSeconds: 100, JitterStrategy: 'NONE' }],
    ['X'],
    100,
    2,
  ),
  // Three lots of at most 100, 200 and 400 s, which this execution draws each time.
  'Retry/jitter': retried(
    [{ ErrorEquals: ['X'], IntervalSeconds: 100, JitterStrategy: 'FULL' }],
    ['X', 'X', 'X'],
    274.894,
    4,
  ),
  'Retry.Comment': retried([{ ErrorEquals: ['X'], Comment: '{% no %}' }], ['X'], 1, 2),
  // 1 + 2 + 4 s, and then the error stands.
  'Retry/defaults': retried([{ ErrorEquals: ['X'] }], ['X', 'X', 'X', 'X'], 7, 4, { fails: ['X'] }),
  'Retry/first-match': retried(
    [
      { ErrorEquals: ['Y', 'X'], IntervalSeconds: 3, MaxAttempts: 1 },
      { ErrorEquals: ['X'], IntervalSeconds: 50 },
    ],
    ['X', 'X'],
    3,
    2,
    { fails: ['X'] },
  ),
  // X after 1 s, Y after 1 s, X after 2 s, Y after 2 s.
  'Retry/own-count': retried(
    [
      { ErrorEquals: ['X'], MaxAttempts: 2 },
      { ErrorEquals: ['Y'], MaxAttempts: 2 },
    ],
    ['X', 'Y', 'X', 'Y'],
    6,
    5,
  ),
  'Retry/each-visit': {
    states: {
      A: task({}, { Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }], Output: payload, Next: 'B' }),
      B: {
        Type: 'Choice',
        Choices: [{ Condition: "{% $states.input = 'first' %}", Next: 'A' }],
        Default: 'C',
      },
      C: ends(),
    },
    functions: () => {
      const answers = ['X', 'first', 'X', 'second'];
      return {
        f: () => {
          const answer = answers.shift() ?? '';
          return answer === 'X' ? throwing('X') : answer;
        },
      };
    },
    seconds: 2,
    gives: 'second',
  },
  'Retry/zero': retried(
    [{ ErrorEquals: ['X'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
    ['X'],
    0,
    1,
    { fails: ['X'] },
  ),
  'Retry/before-Catch': {
    states: {
      A: retries([{ ErrorEquals: ['X'], MaxAttempts: 1 }], {
        Catch: [{ ErrorEquals: ['X'], Next: 'B' }],
      }),
      B: ends('caught'),
    },
    functions: failing('X', 'X'),
    events: calls(2),
    seconds: 1,
    gives: 'caught',
  },
  'Task.Catch': catches([{ ErrorEquals: ['X'], Next: 'B', Output: '{% "caught" %}' }]),
  'Catch.ErrorEquals': notCaught(catches([{ ErrorEquals: ['Y', 'Z'], Next: 'B' }]), 'X'),
  'Catch.Next': {
    ...catches([{ ErrorEquals: ['X'], Next: 'B', Output: '{% "in B" %}' }]),
    gives: 'in B',
  },
  'Catch.Output': {
    ...catches([
      { ErrorEquals: ['X'], Next: 'B', Output: { e: '{% $states.errorOutput.Error %}', n: 1 } },
    ]),
    gives: { e: 'X', n: 1 },
  },
  'Catch.Assign': {
    states: {
      A: task(
        {},
        {
          Catch: [
            { ErrorEquals: ['X'], Next: 'B', Assign: { e: '{% $states.errorOutput.Error %}' } },
          ],
          End: true,
        },
      ),
      B: ends('{% $e %}'),
    },
    functions: failing('X'),
    gives: 'X',
  },
  'Catch.Comment': catches([
    { ErrorEquals: ['X'], Next: 'B', Output: '{% "caught" %}', Comment: '{% no %}' },
  ]),
  'Catch/first-match': {
    ...catches([
      { ErrorEquals: ['Y'], Next: 'C' },
      { ErrorEquals: ['X'], Next: 'B', Output: '{% "first" %}' },
      { ErrorEquals: ['States.ALL'], Next: 'C' },
    ]),
    gives: 'first',
  },
  'Catch/error-output': {
    ...catches([{ ErrorEquals: ['X'], Next: 'B' }]),
    gives: { Error: 'X', Cause: '{"errorType":"X","errorMessage":"no","trace":[]}' },
  },
  'Catch/state-assigns-nothing': {
    states: {
      Z: goes('A', { Assign: { x: 'before' } }),
      A: task(
        {},
        {
          Catch: [{ ErrorEquals: ['X'], Next: 'B' }],
          Assign: { x: 'state' },
          Output: '{% "state" %}',
          Next: 'B',
        },
      ),
      B: ends('{% [$x, $states.input.Error] %}'),
    },
    functions: failing('X'),
    gives: ['before', 'X'],
  },
  'ErrorEquals/own-name': {
    ...catches([
      { ErrorEquals: ['x', 'X ', 'States', 'XX'], Next: 'C' },
      { ErrorEquals: ['X'], Next: 'B', Output: '{% "to the letter" %}' },
    ]),
    gives: 'to the letter',
  },
  'States.ALL': catches(
    [{ ErrorEquals: ['States.ALL'], Next: 'B', Output: '{% "caught" %}' }],
    'AnyAtAll',
  ),
  'States.ALL/not-DataLimitExceeded': {
    states: {
      A: task({}, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], End: true }),
      B: wrong,
    },
    functions: { f: () => TOO_LONG },
    fails: ['States.DataLimitExceeded'],
  },
  'States.ALL/not-Runtime': notCaught(answered('States.ALL', 'States.Runtime'), 'States.Runtime'),
  'States.TaskFailed': catches([
    { ErrorEquals: ['States.TaskFailed'], Next: 'B', Output: '{% "caught" %}' },
  ]),
  'States.TaskFailed/not-Timeout': {
    states: {
      A: asks({
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'B' }],
        HeartbeatSeconds: 60,
        End: true,
      }),
      B: asks({
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'C' }],
        TimeoutSeconds: 60,
        End: true,
      }),
      C: wrong,
    },
    seconds: 120,
    fails: ['States.Timeout'],
  },
  'States.Timeout': limited('States.Timeout', { TimeoutSeconds: 60 }),
  'States.Timeout/heartbeat': limited('States.Timeout', { HeartbeatSeconds: 60 }),
  'States.HeartbeatTimeout': limited('States.HeartbeatTimeout', { HeartbeatSeconds: 60 }),
  'States.QueryEvaluationError': {
    states: {
      A: task(
        {},
        {
          Output: '{% $states.result.Payload.nothing %}',
          Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'B' }],
          End: true,
        },
      ),
      B: ends('caught'),
    },
    events: calls(2),
    seconds: 1,
    gives: 'caught',
  },
  'States.DataLimitExceeded': {
    states: {
      A: task({}, { Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'B' }], End: true }),
      B: ends('caught'),
    },
    functions: { f: () => LONGEST },
    gives: 'caught',
  },
  'Lambda.ServiceException': byName('Lambda.ServiceException'),
  'Lambda.AWSLambdaException': byName('Lambda.AWSLambdaException'),
  'Lambda.SdkClientException': byName('Lambda.SdkClientException'),
  'Lambda.ClientExecutionTimeoutException': byName('Lambda.ClientExecutionTimeoutException'),
  'Lambda.TooManyRequestsException': byName('Lambda.TooManyRequestsException'),
  'Lambda.Unknown': byName('Lambda.Unknown'),
  'Sandbox.Timedout': byName('Sandbox.Timedout'),
};
