import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../local/engine/json.ts';
import {
  asks,
  BenchTop,
  type Functions,
  machine,
  runToEnd,
  START_AT,
  task,
  throwing,
} from './bench-top.ts';

interface Row {
  readonly says: string;
  readonly states: JsonObject;
  readonly functions?: Functions;
  readonly input?: Json;
  readonly more?: JsonObject;
  readonly gives: Json;
}

const echo: Functions = { f: (event) => event };
const queryError = {
  status: 'FAILED',
  error: 'States.QueryEvaluationError',
  cause: expect.any(String),
};

/**
 * Expectations follow the AWS Step Functions Developer Guide; the page is named per group.
 */
const groups: { readonly [page: string]: readonly Row[] } = {
  '"Transforming data with JSONata"': [
    {
      says: 'Pass without Output gives its input on',
      states: { A: { Type: 'Pass', End: true } },
      input: { a: 1 },
      gives: { a: 1 },
    },
    {
      says: 'Output may mix texts and expressions',
      states: {
        A: { Type: 'Pass', Output: { a: '{% $states.input.n + 1 %}', b: ['x'] }, End: true },
      },
      input: { n: 1 },
      gives: { a: 2, b: ['x'] },
    },
    {
      says: 'an undefined result is a query evaluation error',
      states: { A: { Type: 'Pass', Output: '{% $states.input.nothing %}', End: true } },
      gives: queryError,
    },
    {
      says: 'a JSONata error is a query evaluation error',
      states: { A: { Type: 'Pass', Output: "{% 'a' + 1 %}", End: true } },
      gives: queryError,
    },
    {
      says: 'a list of one stays a list when it is written as a list',
      states: { A: { Type: 'Pass', Output: '{% [$states.input.n] %}', End: true } },
      input: { n: 7 },
      gives: [7],
    },
    {
      says: 'Assign sets variables for later states, and Output of the same state sees the old ones',
      states: {
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
        B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}' }, Output: '{% $x %}', Next: 'C' },
        C: { Type: 'Pass', Output: { before: '{% $states.input %}', now: '{% $x %}' }, End: true },
      },
      gives: { before: 1, now: 2 },
    },
    {
      says: 'the context names execution, state and machine',
      states: {
        A: {
          Type: 'Pass',
          Output:
            '{% [$states.context.Execution.Name, $states.context.Execution.StartTime, $states.context.State.Name, $states.context.State.EnteredTime, $states.context.StateMachine.Name, $string($states.context.State.RetryCount)] %}',
          End: true,
        },
      },
      gives: ['run', START_AT, 'A', START_AT, 'M', '0'],
    },
    {
      says: "the context holds the execution's input and id",
      states: {
        A: { Type: 'Pass', Output: 1, Next: 'B' },
        B: {
          Type: 'Pass',
          Output: '{% [$states.context.Execution.Input.a, $states.context.Execution.Id] %}',
          End: true,
        },
      },
      input: { a: 'x' },
      gives: ['x', 'arn:aws:states:eu-north-1:000000000000:execution:M:run'],
    },
  ],
  '"Choice workflow state"': [
    {
      says: 'the first condition that holds decides, with its own Assign and Output',
      states: {
        A: {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.n > 5 %}', Next: 'Big', Output: 'never' },
            { Condition: '{% $states.input.n > 1 %}', Next: 'B', Output: 'o', Assign: { v: 2 } },
            { Condition: '{% true %}', Next: 'Big' },
          ],
        },
        B: { Type: 'Pass', Output: '{% [$states.input, $v] %}', End: true },
        Big: { Type: 'Fail' },
      },
      input: { n: 3 },
      gives: ['o', 2],
    },
    {
      says: "Default takes the state's Output",
      states: {
        A: {
          Type: 'Choice',
          Choices: [{ Condition: '{% false %}', Next: 'B' }],
          Default: 'B',
          Output: 'd',
        },
        B: { Type: 'Succeed' },
      },
      gives: 'd',
    },
    {
      says: 'without a match and without Default it is States.Runtime',
      states: {
        A: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'B' }] },
        B: { Type: 'Succeed' },
      },
      gives: { status: 'FAILED', error: 'States.Runtime', cause: expect.any(String) },
    },
    {
      says: 'a condition that is neither true nor false is an error',
      states: {
        A: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'B' }], Default: 'B' },
        B: { Type: 'Succeed' },
      },
      gives: queryError,
    },
  ],
  '"Wait", "Succeed" and "Fail workflow state"': [
    {
      says: 'Wait lasts the seconds given',
      states: {
        A: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'B' },
        B: { Type: 'Pass', Output: '{% $states.context.State.EnteredTime %}', End: true },
      },
      input: { s: 90 },
      gives: '2021-02-01T06:01:30.000Z',
    },
    {
      says: 'Wait lasts until a timestamp with an offset',
      states: {
        A: { Type: 'Wait', Timestamp: '2021-03-01T01:00:00+01:00', Next: 'B' },
        B: { Type: 'Pass', Output: '{% $states.context.State.EnteredTime %}', End: true },
      },
      gives: '2021-03-01T00:00:00.000Z',
    },
    {
      says: 'Wait does not wait for a timestamp that has passed',
      states: {
        A: { Type: 'Wait', Timestamp: '{% $states.input.at %}', Next: 'B' },
        B: { Type: 'Pass', Output: '{% $states.context.State.EnteredTime %}', End: true },
      },
      input: { at: '2020-01-01T00:00:00Z' },
      gives: START_AT,
    },
    {
      says: 'Wait for half a second is refused at run time',
      states: { A: { Type: 'Wait', Seconds: '{% 0.5 %}', End: true } },
      gives: queryError,
    },
    {
      says: 'Succeed may shape the output',
      states: { A: { Type: 'Succeed', Output: { r: '{% $states.input.a %}' } } },
      input: { a: 1 },
      gives: { r: 1 },
    },
    {
      says: 'Fail names error and cause, also by expression',
      states: { A: { Type: 'Fail', Error: 'NotPaid', Cause: "{% 'for ' & $states.input.run %}" } },
      input: { run: '2021-03' },
      gives: { status: 'FAILED', error: 'NotPaid', cause: 'for 2021-03' },
    },
  ],
  '"Invoke a Lambda function with Step Functions"': [
    {
      says: "a task's result is the function's payload with status and version",
      states: { A: task({ a: '{% $states.input.n %}' }) },
      functions: echo,
      input: { n: 2 },
      gives: { ExecutedVersion: '$LATEST', Payload: { a: 2 }, StatusCode: 200 },
    },
    {
      says: 'Output and Assign of a task read $states.result',
      states: {
        A: task(
          { a: 1 },
          {
            Output: '{% $states.result.Payload.a %}',
            Assign: { code: '{% $states.result.StatusCode %}' },
            Next: 'B',
          },
        ),
        B: { Type: 'Pass', Output: '{% [$states.input, $code] %}', End: true },
      },
      functions: echo,
      gives: [1, 200],
    },
    {
      says: "a function's error ends the execution with its type and a JSON cause",
      states: { A: task({}) },
      functions: { f: () => throwing('NoForecast', 'region 12') },
      gives: {
        status: 'FAILED',
        error: 'NoForecast',
        cause: '{"errorType":"NoForecast","errorMessage":"region 12","trace":[]}',
      },
    },
    {
      says: 'more than 256 KiB from a function is States.DataLimitExceeded, which States.ALL does not catch',
      states: {
        A: task({}, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], End: true }),
        B: { Type: 'Succeed' },
      },
      functions: { f: () => 'x'.repeat(262_144) },
      gives: { status: 'FAILED', error: 'States.DataLimitExceeded', cause: expect.any(String) },
    },
  ],
  '"Handling errors in Step Functions workflows"': [
    {
      says: 'Catch by name goes on with the error as its output',
      states: {
        A: task(
          {},
          {
            Catch: [
              { ErrorEquals: ['Other'], Next: 'C' },
              { ErrorEquals: ['X'], Next: 'B' },
            ],
            End: true,
          },
        ),
        B: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
        C: { Type: 'Fail' },
      },
      functions: { f: () => throwing('X') },
      gives: 'X',
    },
    {
      says: 'Output and Assign of a catcher read $states.errorOutput and the input',
      states: {
        A: task(
          {},
          {
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Next: 'B',
                Output: { run: '{% $states.input.run %}', why: '{% $parseMessage %}' },
                Assign: { last: '{% $states.errorOutput.Error %}' },
              },
            ],
            Next: 'B',
          },
        ),
        B: { Type: 'Pass', Output: '{% [$states.input.run, $last] %}', End: true },
      },
      functions: { f: () => throwing('X') },
      input: { run: 'r' },
      gives: ['r', 'X'],
    },
    {
      says: 'States.TaskFailed catches a function’s error',
      states: {
        A: task({}, { Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'B' }], End: true }),
        B: { Type: 'Pass', Output: 'caught', End: true },
      },
      functions: { f: () => throwing('X') },
      gives: 'caught',
    },
    {
      says: 'an error in the Output of a task is caught too',
      states: {
        A: task(
          {},
          {
            Output: '{% $states.result.Payload.nothing %}',
            Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'B' }],
            End: true,
          },
        ),
        B: { Type: 'Pass', Output: 'caught', End: true },
      },
      functions: echo,
      gives: 'caught',
    },
    {
      says: 'an execution that takes longer than the TimeoutSeconds of the machine times out',
      states: { A: { Type: 'Wait', Seconds: 100, End: true } },
      more: { TimeoutSeconds: 99 },
      gives: { status: 'TIMED_OUT', error: 'States.Timeout', cause: '' },
    },
  ],
};

describe.each(Object.entries(groups))('As in the Developer Guide, %s:', (_page, rows) => {
  it.each(rows)('$says', async ({ states, functions, input, more, gives }) => {
    const text = JSON.stringify(states).replace(
      '{% $parseMessage %}',
      '{% $states.errorOutput.Error %}',
    );
    const definition = machine(JSON.parse(text), more);
    expect(await runToEnd(definition, functions, input)).toEqual(gives);
  });
});

describe('A retrier', () => {
  const failsUntil = (times: number) => {
    const state = { calls: 0 };
    return { f: () => (++state.calls <= times ? throwing('X') : state.calls) };
  };
  const entered = async (retry: JsonObject, times: number) => {
    const states = {
      A: task({ n: '{% $states.context.State.RetryCount %}' }, { Retry: [retry], Next: 'B' }),
      B: { Type: 'Pass', Output: '{% $states.context.State.EnteredTime %}', End: true },
    };
    return await runToEnd(machine(states), failsUntil(times));
  };

  it('waits 1 s, then twice as long each time, unless it says otherwise', async () => {
    // 1 + 2 + 4 s after 06:00:00.
    expect(await entered({ ErrorEquals: ['X'] }, 3)).toBe('2021-02-01T06:00:07.000Z');
  });

  it('waits its interval times the rate, at most its longest delay', async () => {
    // 10 + 30 + 40 (not 90) s.
    const retry = { ErrorEquals: ['X'], IntervalSeconds: 10, BackoffRate: 3, MaxDelaySeconds: 40 };
    expect(await entered(retry, 3)).toBe('2021-02-01T06:01:20.000Z');
  });

  it('gives up after its attempts, and the error stands', async () => {
    const end = await entered({ ErrorEquals: ['X'], MaxAttempts: 2 }, 3);
    expect(end).toMatchObject({ status: 'FAILED', error: 'X' });
  });

  it('does not retry an error it does not name', async () => {
    expect(await entered({ ErrorEquals: ['Y'] }, 1)).toMatchObject({ error: 'X' });
  });

  it('is counted by itself, and the context tells the number of retries', async () => {
    const seen: Json[] = [];
    const errors = ['X', 'Y', 'X'];
    const f = (event: Json): Json => {
      seen.push(event);
      const error = errors.shift();
      return error === undefined ? 'done' : throwing(error);
    };
    const Retry = [
      { ErrorEquals: ['X'], MaxAttempts: 2 },
      { ErrorEquals: ['Y'], MaxAttempts: 1 },
    ];
    const state = task('{% $states.context.State.RetryCount %}', { Retry, End: true });
    expect(await runToEnd(machine({ A: state }), { f })).toMatchObject({ Payload: 'done' });
    expect(seen).toEqual([0, 1, 2, 3]);
  });
});

describe('A task that waits for its token', () => {
  const token = (bench: BenchTop) => bench.engine.openTokens()[0]?.token ?? '';
  const open = async (more: JsonObject = { End: true }, f: Functions['x'] = () => null) => {
    const caught = { Type: 'Pass', Output: '{% $states.input.Error %}', End: true };
    const states = 'Catch' in more ? { A: asks(more), Caught: caught } : { A: asks(more) };
    const bench = await BenchTop.open(machine(states), { f });
    bench.start();
    await bench.engine.runUntilBlocked();
    return bench;
  };
  const catches = (name: string) => ({
    Catch: [{ ErrorEquals: [name], Next: 'Caught' }],
    End: true,
  });

  it('gives the answer as its result', async () => {
    const bench = await open();
    expect(bench.calls).toEqual([['f', { token: token(bench) }]]);
    bench.engine.answer(token(bench), { result: { a: 1 } });
    expect(await bench.finish()).toEqual({ a: 1 });
  });

  it('fails with the error that it is answered', async () => {
    const bench = await open(catches('Rejected'));
    bench.engine.answer(token(bench), { error: { Error: 'Rejected', Cause: 'c' } });
    expect(await bench.finish()).toBe('Rejected');
  });

  it('fails when the function that gets the token fails, and takes no answer after that', async () => {
    const bench = await open(catches('X'), () => throwing('X'));
    expect(await bench.finish()).toBe('X');
    expect(bench.engine.openTokens()).toEqual([]);
  });

  it('takes an answer that comes while the function still runs', async () => {
    const answered: { bench?: BenchTop } = {};
    const bench = await BenchTop.open(machine({ A: asks() }), {
      f: (event) => {
        const { token: given } = event as { token: string };
        answered.bench?.engine.answer(given, { result: 'early' });
        return null;
      },
    });
    answered.bench = bench;
    bench.start();
    expect(await bench.finish()).toBe('early');
  });

  it('times out after TimeoutSeconds, which States.TaskFailed does not catch', async () => {
    const bench = await open({ ...catches('States.TaskFailed'), TimeoutSeconds: 60 });
    await bench.pass(59);
    expect(bench.engine.openTokens()).toHaveLength(1);
    const given = token(bench);
    await bench.pass(1);
    expect(await bench.finish()).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(() => bench.engine.answer(given, { result: 1 })).toThrow('Timed Out');
  });

  it('times out without a heartbeat, which States.Timeout catches', async () => {
    const bench = await open({ ...catches('States.Timeout'), HeartbeatSeconds: 60 });
    await bench.pass(50);
    bench.engine.heartbeat(token(bench));
    await bench.pass(59);
    expect(bench.engine.openTokens()).toHaveLength(1);
    await bench.pass(1);
    expect(await bench.finish()).toBe('States.HeartbeatTimeout');
  });
});

describe('Executions', () => {
  it('take turns in the order of the instant at which they could go on, then of their start', async () => {
    const states = {
      A: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'B' },
      B: task('{% $states.context.Execution.Name %}', { Next: 'C' }),
      C: task('{% $states.context.Execution.Name %}'),
    };
    const bench = await BenchTop.open(machine(states), echo);
    bench.start({ s: 20 }, 'late');
    bench.start({ s: 10 }, 'first');
    bench.start({ s: 10 }, 'second');
    await bench.finish();
    const order = ['first', 'first', 'second', 'second', 'late', 'late'];
    expect(bench.calls.map(([, event]) => event)).toEqual(order);
  });
});
