import type { machineRows } from '../../../../local/engine/conformance/machine-rows.ts';
import { asks, task } from '../bench-top.ts';
import type { ChecksOf } from './check.ts';
import { ends, goes, LONGEST, refused, TOO_LONG, token, value } from './pieces.ts';

/** A year of 365 days, seconds. */
const YEAR = 31_536_000;

export const machineChecks: ChecksOf<typeof machineRows> = {
  'Machine.StartAt': {
    states: { A: ends('{% $states.input %}'), B: goes('A', { Output: '{% "B was first" %}' }) },
    machine: { StartAt: 'B' },
    gives: 'B was first',
  },
  'Machine.States': { states: { A: goes('B'), B: goes('C'), C: ends('C') }, gives: 'C' },
  'Machine.QueryLanguage': { states: { A: ends('{% 1 + 1 %}') }, gives: 2 },
  'Machine.Comment': { states: { A: ends('{% 1 %}') }, machine: { Comment: '{% no %}' }, gives: 1 },
  'Machine.Version': { states: { A: ends(1) }, machine: { Version: '1.0' }, gives: 1 },
  'Machine.TimeoutSeconds': {
    states: {
      A: asks({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], End: true }),
      B: ends('caught'),
    },
    machine: { TimeoutSeconds: 99 },
    timesOut: true,
    seconds: 99,
  },
  'execution/input': {
    states: {
      A: goes('B', { Output: '{% [$states.input.a] %}' }),
      B: ends('{% $states.input[0] %}'),
    },
    input: { a: 'x' },
    gives: 'x',
  },
  'execution/output': { states: { A: goes('B', { Output: '{% 1 %}' }), B: ends(2) }, gives: 2 },
  'execution/name': {
    states: { A: ends(1) },
    acts: (bench, note) => {
      bench.start({}, `${'n'.repeat(79)}.`);
      for (const name of ['', 'a b', 'a/b', 'a:b', 'a?', 'å', 'n'.repeat(81)]) {
        refused(note, () => bench.start({}, name));
      }
    },
    notes: Array(7).fill('InvalidName'),
    gives: 1,
  },
  'execution/same-again': {
    states: { A: asks() },
    input: { a: 1 },
    acts: (bench, note) => {
      bench.start({ a: 1 });
      note(bench.engine.executions().length);
      bench.engine.answer(token(bench), { result: 1 });
    },
    notes: [1],
    gives: 1,
  },
  'execution/other-input': {
    states: { A: asks() },
    input: { a: 1 },
    acts: (bench, note) => {
      refused(note, () => bench.start({ a: 2 }));
      bench.engine.answer(token(bench), { result: 1 });
    },
    notes: ['ExecutionAlreadyExists'],
    gives: 1,
  },
  'execution/used-name': {
    states: { A: ends(1) },
    acts: async (bench, note) => {
      refused(note, () => bench.start());
      refused(note, () => bench.start({ a: 2 }));
      await bench.pass(91 * 24 * 60 * 60);
      refused(note, () => bench.start());
    },
    notes: Array(3).fill('ExecutionAlreadyExists'),
    gives: 1,
  },
  'execution/one-year': {
    states: { A: { Type: 'Wait', Seconds: 99_999_999, End: true } },
    machine: { TimeoutSeconds: 99_999_999 },
    timesOut: true,
    seconds: YEAR,
  },
  'execution/25000-events': {
    // The start is event 1. A visit to A is 5: entered, scheduled, started, succeeded, left. 4 999 visits end with event 24 996,
    // the next enters, is scheduled and started (24 999), and its success would be the 25 000th.
    states: {
      A: task({}, { Catch: [{ ErrorEquals: ['X'], Next: 'B' }], Next: 'A' }),
      B: ends(),
    },
    events: Array(5_000).fill({}),
    fails: [
      'States.Runtime',
      'The execution reached the maximum number of history events (25000).',
    ],
  },
  'state/name': {
    states: { ['å'.repeat(80)]: ends('{% $states.context.State.Name %}') },
    gives: 'å'.repeat(80),
  },
  'data/256-KiB': {
    states: {
      A: goes('B', { Output: value(LONGEST) }),
      B: ends(TOO_LONG),
    },
    fails: ['States.DataLimitExceeded'],
  },
};
