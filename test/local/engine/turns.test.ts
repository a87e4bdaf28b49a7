import { describe, expect, it } from 'vitest';
import { BenchTop, machine, task } from './bench-top.ts';

describe('Executions', () => {
  it('take turns in the order of the instant at which they could go on, then of their start', async () => {
    const states = {
      A: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'B' },
      B: task('{% $states.context.Execution.Name %}', { Next: 'C' }),
      C: task('{% $states.context.Execution.Name %}'),
    };
    const bench = await BenchTop.open(machine(states), { f: (event) => event });
    bench.start({ s: 20 }, 'late');
    bench.start({ s: 10 }, 'first');
    bench.start({ s: 10 }, 'second');
    await bench.finish();
    const order = ['first', 'first', 'second', 'second', 'late', 'late'];
    expect(bench.calls.map(([, event]) => event)).toEqual(order);
  });
});
