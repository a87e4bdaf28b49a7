import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../local/engine/json.ts';
import { asks, BenchTop, type Functions, machine, task, throwing } from './bench-top.ts';

const now = '{% $states.context.State.EnteredTime %}';
const definition = machine({
  Prepare: task(
    { at: now, n: '{% $states.context.State.RetryCount %}' },
    {
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5 }],
      Assign: { first: '{% $states.result.Payload.n %}' },
      Next: 'Ask',
    },
  ),
  Ask: asks({
    Output: { answer: '{% $states.result %}' },
    Next: 'Wait for the day',
    TimeoutSeconds: 9_999,
  }),
  'Wait for the day': { Type: 'Wait', Seconds: 3_600, Next: 'Again?' },
  'Again?': {
    Type: 'Choice',
    Choices: [{ Condition: "{% $states.input.answer = 'no' %}", Next: 'Ask' }],
    Default: 'Release',
  },
  Release: task(
    { at: now, answer: '{% $states.input.answer %}', first: '{% $first %}' },
    {
      Catch: [{ ErrorEquals: ['NotApproved'], Next: 'Prepare' }],
      End: true,
    },
  ),
});

/** The functions of the run. What they do depends only on their event, as with idempotent ones. */
const functions: Functions = {
  f: (event) => {
    const { n, answer, at } = event as { n?: number; answer?: string; at?: string };
    if (n === 0) throwing('Busy');
    if (answer !== undefined && String(at) < '2021-02-01T09') throwing('NotApproved');
    return event;
  },
};

/** Runs two executions; the first answer to each is no, the later ones are yes. */
async function run(file: string): Promise<{ ends: Json; calls: [string, Json][] }> {
  const bench = await BenchTop.open(definition, functions, file);
  const starts = bench.engine.executions().length;
  if (starts < 1) bench.start({}, 'run');
  if (starts < 2) bench.start({}, 'other');
  for (;;) {
    await bench.engine.runUntilBlocked();
    const [wait] = bench.engine.openTokens();
    const next = bench.engine.nextTimer();
    if (wait !== undefined) {
      bench.engine.answer(wait.token, { result: bench.now < '2021-02-01T07' ? 'no' : 'yes' });
    } else if (next === undefined) break;
    else bench.moveTo(next);
  }
  const ends = bench.engine.executions().map((each) => ({ ...each.end }));
  bench.journal.close();
  return { ends: ends as Json, calls: bench.calls };
}

const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-replay-'));

describe('A run that is cut off after any line of its journal', () => {
  it('ends as it would have ended, and calls only what it had not finished, in the same order', async () => {
    const whole = join(directory, 'whole.jsonl');
    const full = await run(whole);
    expect(full.calls.length).toBeGreaterThan(11);
    expect(full.ends).toMatchObject([{ status: 'SUCCEEDED' }, { status: 'SUCCEEDED' }]);
    const text = readFileSync(whole, 'utf8');
    const lines = text.trimEnd().split('\n');
    for (let cut = 1; cut < lines.length; cut++) {
      const file = join(directory, `${cut}.jsonl`);
      writeFileSync(file, `${lines.slice(0, cut).join('\n')}\n`);
      const rest = await run(file);
      expect(rest.ends, `cut after line ${cut}`).toEqual(full.ends);
      const tail = full.calls.slice(full.calls.length - rest.calls.length);
      expect(rest.calls, `cut after line ${cut}`).toEqual(tail);
      expect(readFileSync(file, 'utf8'), `cut after line ${cut}`).toBe(text);
    }
  });

  it('ends the same when the last line is torn', async () => {
    const whole = join(directory, 'torn-whole.jsonl');
    const full = await run(whole);
    const text = readFileSync(whole, 'utf8');
    for (const part of [0.3, 0.5, 0.77]) {
      const file = join(directory, `torn-${part}.jsonl`);
      writeFileSync(file, text.slice(0, Math.floor(text.length * part)));
      expect((await run(file)).ends).toEqual(full.ends);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });
});

/**
 * Three executions that meet at one instant: "asks" (started first) waits for an answer, "answers"
 * and "waits" for the same timer. "answers" goes first, wakes "asks" in the middle of its own turn,
 * and goes on; then "asks" comes before "waits", because it was started before.
 */
async function meet(file: string): Promise<[string, Json][]> {
  const bed: { bench?: BenchTop } = {};
  const payload = { name: '{% $states.context.Execution.Name %}', step: '1' };
  const meeting = machine({
    Who: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.context.Execution.Name = 'asks' %}", Next: 'Ask' }],
      Default: 'Wait',
    },
    Ask: asks({ Next: 'First' }),
    Wait: { Type: 'Wait', Seconds: 10, Next: 'First' },
    First: task(payload, { Next: 'Second' }),
    Second: task({ ...payload, step: '2' }),
  });
  const bench = await BenchTop.open(
    meeting,
    {
      f: (event) => {
        const { name, step } = event as { name?: string; step?: string };
        const [open] = bed.bench?.engine.openTokens() ?? [];
        const answers = name === 'answers' && step === '1' && open !== undefined;
        if (answers) bed.bench?.engine.answer(open.token, { result: {} });
        return event;
      },
    },
    file,
  );
  bed.bench = bench;
  const known = bench.engine.executions().length;
  for (const name of ['asks', 'answers', 'waits'].slice(known)) bench.start({}, name);
  await bench.engine.runUntilBlocked();
  while (bench.engine.nextTimer() !== undefined) {
    bench.moveTo(bench.engine.nextTimer() ?? '');
    await bench.engine.runUntilBlocked();
  }
  bench.journal.close();
  return bench.calls;
}

describe('Executions that meet at one instant', () => {
  it('are called in the same order wherever their journal is cut', async () => {
    const whole = join(directory, 'meet.jsonl');
    const full = await meet(whole);
    const order = full.slice(1).map(([, event]) => (event as { name: string }).name);
    expect(order).toEqual(['answers', 'answers', 'asks', 'asks', 'waits', 'waits']);
    const text = readFileSync(whole, 'utf8');
    const lines = text.trimEnd().split('\n');
    for (let cut = 4; cut < lines.length; cut++) {
      const file = join(directory, `meet-${cut}.jsonl`);
      writeFileSync(file, `${lines.slice(0, cut).join('\n')}\n`);
      const rest = await meet(file);
      expect(rest, `cut after line ${cut}`).toEqual(full.slice(full.length - rest.length));
    }
  });
});

describe('A journal', () => {
  it('that is damaged before its last line is refused with the line', async () => {
    const file = join(directory, 'damaged.jsonl');
    writeFileSync(
      file,
      '{"kind":"clock","now":"2021-02-01T06:00:00.000Z"}\n{"kin\n{"kind":"wrote"}\n',
    );
    await expect(BenchTop.open(definition, functions, file)).rejects.toThrow('line 2, is no JSON');
  });

  it('keeps the definition that an execution started with', async () => {
    const file = join(directory, 'definition.jsonl');
    const first = await BenchTop.open(
      machine({ A: asks({ Next: 'B' }), B: { Type: 'Pass', Output: 'old', End: true } }),
      functions,
      file,
    );
    first.start();
    await first.engine.runUntilBlocked();
    const token = first.engine.openTokens()[0]?.token ?? '';
    first.journal.close();
    const second = await BenchTop.open(
      machine({ A: { Type: 'Pass', Output: 'new', End: true } }),
      functions,
      file,
    );
    second.engine.answer(token, { result: 1 });
    expect(await second.finish()).toBe('old');
    second.start({}, 'later');
    expect(await second.finish('later')).toBe('new');
    expect(second.journal.lines.filter((line) => line.kind === 'definition')).toHaveLength(2);
  });
});
