import type { taskRows } from '../../../../local/engine/conformance/task-rows.ts';
import type { Json, JsonObject } from '../../../../local/engine/json.ts';
import { asks, type BenchTop, task, throwing } from '../bench-top.ts';
import type { ChecksOf } from './check.ts';
import { ends, refused, TOO_LONG, token } from './pieces.ts';

const never = 'AAAAKg0000000000000000000000000000000000000000000';
const answer = (result: Json) => (bench: BenchTop) => bench.engine.answer(token(bench), { result });

/** A Task that waits for its token and leaves the name of the error that it fails with. */
const caught = (name: string, more: JsonObject = {}): JsonObject => ({
  A: asks({ Catch: [{ ErrorEquals: [name], Next: 'B' }], End: true, ...more }),
  B: ends('{% $states.input.Error %}'),
});

export const taskChecks: ChecksOf<typeof taskRows> = {
  'Task.Resource': {
    states: { A: task(1, { Output: '{% $states.result.Payload %}', Next: 'B' }), B: asks() },
    acts: answer(2),
    gives: 2,
  },
  'arn:aws:states:::lambda:invoke': {
    states: { A: task({ n: 1 }, { Output: '{% $states.result.Payload.n %}', End: true }) },
    events: [{ n: 1 }],
    gives: 1,
  },
  'arn:aws:states:::lambda:invoke.waitForTaskToken': {
    states: { A: asks() },
    functions: { f: () => 'what the function answers is nobody’s result' },
    acts: async (bench, note) => {
      await bench.pass(3600);
      note(bench.engine.openTokens().length);
      bench.engine.answer(token(bench), { result: 'answered' });
    },
    notes: [1],
    gives: 'answered',
    seconds: 3600,
  },
  'Task.Arguments': {
    states: {
      A: task({ a: ['{% $states.input.n + 1 %}', 'b'] }, { Output: '{% 1 %}', End: true }),
    },
    input: { n: 1 },
    events: [{ a: [2, 'b'] }],
    gives: 1,
  },
  'Arguments.FunctionName': {
    states: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'g', Payload: 1 },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    },
    functions: { f: () => 'f', g: () => 'g' },
    gives: 'g',
  },
  'Arguments.Payload': {
    states: {
      A: task('{% $states.input %}', { Next: 'B', Output: '{% 1 %}' }),
      B: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f' },
        Output: '{% 2 %}',
        End: true,
      },
    },
    input: { a: 1 },
    events: [{ a: 1 }, {}],
    gives: 2,
  },
  'Arguments/256-KiB': {
    states: { A: asks({ End: true, Arguments: { FunctionName: 'f', Payload: TOO_LONG } }) },
    events: [],
    fails: ['States.DataLimitExceeded'],
  },
  'invoke/result': {
    states: { A: task({ a: 1 }) },
    gives: { ExecutedVersion: '$LATEST', Payload: { a: 1 }, StatusCode: 200 },
  },
  'invoke/error': {
    states: { A: task({}) },
    functions: { f: () => throwing('NoForecast', 'region 12') },
    fails: ['NoForecast', '{"errorType":"NoForecast","errorMessage":"region 12","trace":[]}'],
  },
  'invoke/256-KiB': {
    states: { A: task({}, { Output: '{% "small" %}', End: true }) },
    functions: { f: () => TOO_LONG },
    fails: ['States.DataLimitExceeded'],
  },
  'token/answer': {
    states: { A: asks({ Output: '{% $states.result.a %}', End: true }) },
    acts: answer({ a: [1] }),
    gives: [1],
  },
  'token/failure': {
    states: { A: asks() },
    acts: (bench) =>
      bench.engine.answer(token(bench), { error: { Error: 'Rejected', Cause: 'why' } }),
    fails: ['Rejected', 'why'],
  },
  'token/256-KiB': {
    states: { A: asks({ Output: '{% "small" %}', End: true }) },
    acts: answer(TOO_LONG),
    fails: ['States.DataLimitExceeded'],
  },
  'token/once': {
    states: { A: asks() },
    acts: (bench, note) => {
      const given = token(bench);
      bench.engine.answer(given, { result: 'first' });
      refused(note, () => bench.engine.answer(given, { result: 'second' }));
    },
    notes: ['TaskTimedOut'],
    gives: 'first',
  },
  'token/unknown': {
    states: { A: asks() },
    acts: (bench, note) => {
      refused(note, () => bench.engine.answer('no token', { result: 1 }));
      refused(note, () => bench.engine.answer(never, { result: 1 }));
      bench.engine.answer(token(bench), { result: 'ours' });
    },
    notes: ['InvalidToken', 'TaskDoesNotExist'],
    gives: 'ours',
  },
  'token/each-attempt': {
    states: { A: asks({ Retry: [{ ErrorEquals: ['Again'] }], End: true }) },
    acts: async (bench, note) => {
      const first = token(bench);
      bench.engine.answer(first, { error: { Error: 'Again', Cause: '' } });
      await bench.engine.runUntilBlocked();
      await bench.pass(1);
      note(token(bench) === first);
      refused(note, () => bench.engine.answer(first, { result: 1 }));
      bench.engine.answer(token(bench), { result: 2 });
    },
    notes: [false, 'TaskTimedOut'],
    gives: 2,
    seconds: 1,
  },
  'token/early': {
    states: { A: asks() },
    functions: (bench) => ({
      f: (event) => {
        bench().engine.answer((event as { token: string }).token, { result: 'early' });
        return null;
      },
    }),
    gives: 'early',
  },
  'token/function-fails': {
    states: {
      A: asks({ Catch: [{ ErrorEquals: ['X'], Next: 'B' }], End: true }),
      B: { Type: 'Wait', Seconds: 5, Output: '{% "the execution goes on" %}', End: true },
    },
    functions: { f: () => throwing('X') },
    acts: (bench, note) => {
      const [, event] = bench.calls[0] ?? [];
      const { token: given } = event as { token: string };
      note(bench.engine.openTokens().length);
      refused(note, () => bench.engine.answer(given, { result: 1 }));
    },
    notes: [0, 'TaskTimedOut'],
    gives: 'the execution goes on',
    seconds: 5,
  },
  'token/ends-with-execution': {
    states: { A: asks() },
    machine: { TimeoutSeconds: 10 },
    acts: async (bench, note) => {
      const given = token(bench);
      await bench.pass(10);
      refused(note, () => bench.engine.answer(given, { result: 1 }));
    },
    notes: ['TaskTimedOut'],
    timesOut: true,
    seconds: 10,
  },
  'token/waits': {
    states: { A: asks() },
    acts: async (bench) => {
      await bench.pass(364 * 24 * 60 * 60);
      bench.engine.answer(token(bench), { result: 'at last' });
    },
    gives: 'at last',
    seconds: 364 * 24 * 60 * 60,
  },
  'Task.TimeoutSeconds': {
    states: caught('States.Timeout', { TimeoutSeconds: '{% $states.input.s %}' }),
    input: { s: 60 },
    acts: async (bench, note) => {
      const given = token(bench);
      await bench.pass(59);
      note(bench.engine.openTokens().length);
      await bench.pass(1);
      refused(note, () => bench.engine.answer(given, { result: 1 }));
    },
    notes: [1, 'TaskTimedOut'],
    gives: 'States.Timeout',
    seconds: 60,
  },
  'timeout/despite-heartbeats': {
    states: caught('States.Timeout', { TimeoutSeconds: 60 }),
    acts: async (bench) => {
      await bench.pass(50);
      bench.engine.heartbeat(token(bench));
    },
    gives: 'States.Timeout',
    seconds: 60,
  },
  'timeout/no-number': {
    states: { A: asks({ TimeoutSeconds: '{% -1 %}', End: true }) },
    fails: ['States.QueryEvaluationError'],
  },
  'Task.HeartbeatSeconds': {
    states: caught('States.HeartbeatTimeout', { HeartbeatSeconds: 60, TimeoutSeconds: 61 }),
    gives: 'States.HeartbeatTimeout',
    seconds: 60,
  },
  'heartbeat/begins-anew': {
    states: caught('States.HeartbeatTimeout', { HeartbeatSeconds: 60 }),
    acts: async (bench, note) => {
      await bench.pass(50);
      bench.engine.heartbeat(token(bench));
      await bench.pass(59);
      note(bench.engine.openTokens().length);
    },
    notes: [1],
    gives: 'States.HeartbeatTimeout',
    seconds: 110,
  },
};
