import type { expressionRows } from '../../../../local/engine/conformance/expression-rows.ts';
import { asks, START_AT, task, throwing } from '../bench-top.ts';
import type { Check, ChecksOf } from './check.ts';
import { ends, goes, token } from './pieces.ts';

const QUERY_ERROR = 'States.QueryEvaluationError';
const MACHINE = 'arn:aws:states:eu-north-1:000000000000:stateMachine:M';

/** A part of the context, read in the second state, a minute after the start. */
const context = (part: string, gives: string): Check => ({
  states: {
    A: { Type: 'Wait', Seconds: 60, Output: '{% "lost" %}', Next: 'B' },
    B: ends(`{% $states.context.${part} %}`),
  },
  input: { a: 'x' },
  seconds: 60,
  gives,
});

export const expressionChecks: ChecksOf<typeof expressionRows> = {
  'expression/text': {
    states: { A: ends({ a: ['$states.input', ' % ', '{}', '{% 1 + 1 %}'] }) },
    gives: { a: ['$states.input', ' % ', '{}', 2] },
  },
  'expression/undefined': {
    states: { A: ends('{% $states.input.nothing %}') },
    fails: [QUERY_ERROR],
  },
  'expression/fails': { states: { A: ends("{% 'a' + 1 %}") }, fails: [QUERY_ERROR] },
  'expression/list-of-one': {
    states: { A: ends({ a: '{% [$states.input.n] %}', b: '{% [[1]] %}' }) },
    input: { n: 7 },
    gives: { a: [7], b: [[1]] },
  },
  'variable/read': {
    states: { A: goes('B', { Assign: { x: { y: 1 } } }), B: ends('{% $x.y + 1 %}') },
    gives: 2,
  },
  'variable/not-set': {
    states: { A: goes('B', { Output: '{% $x %}' }), B: { ...ends(1), Assign: { x: 1 } } },
    fails: [QUERY_ERROR],
  },
  'variable/scope': {
    states: {
      A: goes('B', { Assign: { x: 1, y: 1 } }),
      B: task('{% $x %}', { Assign: { y: 2 }, Output: '{% "lost" %}', Next: 'C' }),
      C: goes('D'),
      D: ends('{% [$x, $y] %}'),
    },
    events: [1],
    gives: [1, 2],
  },
  '$states.input': {
    states: {
      A: task(1, { Output: '{% $states.input %}', Next: 'B' }),
      B: task(2, {
        Catch: [{ ErrorEquals: ['X'], Output: '{% $states.input.a %}', Next: 'C' }],
        End: true,
      }),
      C: ends(),
    },
    functions: { f: (event) => (event === 2 ? throwing('X') : event) },
    input: { a: 'x' },
    gives: 'x',
  },
  '$states.result': {
    states: {
      A: task(7, {
        Assign: { n: '{% $states.result.Payload %}' },
        Output: '{% $states.result.StatusCode %}',
        Next: 'B',
      }),
      B: ends('{% [$states.input, $n] %}'),
    },
    gives: [200, 7],
  },
  '$states.errorOutput': {
    states: {
      A: asks({
        Catch: [
          {
            ErrorEquals: ['X'],
            Output: '{% $states.errorOutput.Cause %}',
            Assign: { e: '{% $states.errorOutput.Error %}' },
            Next: 'B',
          },
        ],
        End: true,
      }),
      B: ends('{% [$e, $states.input] %}'),
    },
    acts: (bench) => bench.engine.answer(token(bench), { error: { Error: 'X', Cause: 'why' } }),
    gives: ['X', 'why'],
  },
  '$states.context.Execution.Id': context(
    'Execution.Id',
    `${MACHINE.replace('stateMachine', 'execution')}:run`,
  ),
  '$states.context.Execution.Input': context('Execution.Input.a', 'x'),
  '$states.context.Execution.Name': context('Execution.Name', 'run'),
  '$states.context.Execution.StartTime': context('Execution.StartTime', START_AT),
  '$states.context.State.Name': context('State.Name', 'B'),
  '$states.context.State.EnteredTime': {
    states: {
      A: { Type: 'Wait', Seconds: 60, Next: 'B' },
      B: task('{% $states.context.State.EnteredTime %}', {
        Retry: [{ ErrorEquals: ['X'] }],
        Output: '{% 1 %}',
        End: true,
      }),
    },
    functions: () => {
      let calls = 0;
      return { f: () => (++calls === 1 ? throwing('X') : null) };
    },
    events: ['2021-02-01T06:01:00.000Z', '2021-02-01T06:01:00.000Z'],
    seconds: 61,
    gives: 1,
  },
  '$states.context.State.RetryCount': {
    states: {
      A: task('{% $states.context.State.RetryCount %}', {
        Retry: [{ ErrorEquals: ['X'] }, { ErrorEquals: ['Y'] }],
        Output: '{% $states.context.State.RetryCount %}',
        End: true,
      }),
    },
    functions: () => {
      const errors = ['X', 'Y'];
      return {
        f: () => {
          const error = errors.shift();
          return error === undefined ? null : throwing(error);
        },
      };
    },
    events: [0, 1, 2],
    seconds: 2,
    gives: 2,
  },
  '$states.context.StateMachine.Id': context('StateMachine.Id', MACHINE),
  '$states.context.StateMachine.Name': context('StateMachine.Name', 'M'),
  '$states.context.Task.Token': {
    states: { A: asks() },
    acts: (bench, note) => {
      const [, event] = bench.calls[0] ?? [];
      note((event as { token: string }).token === token(bench));
      bench.engine.answer(token(bench), { result: 1 });
    },
    notes: [true],
    gives: 1,
  },
};
