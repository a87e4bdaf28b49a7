import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../../local/cloud/database.ts';
import type { LocalCloudOptions } from '../../../local/cloud/local-cloud.ts';
import { Journal } from '../../../local/engine/journal.ts';
import { asked } from './asked.ts';
import { writeSyntheticYear } from './synthetic-year.ts';

const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-year-'));
const QUARTER = '2021-03-31T00:00:00Z';
const MONTH = '2021-02-01T00:00:00Z';
let assembly: string;

/** What a run left behind: items, how executions ended, and which calls were made in which order. */
interface Left {
  readonly items: string;
  readonly ends: readonly string[];
  readonly calls: readonly string[];
  readonly kills: number;
}

afterAll(() => rmSync(directory, { recursive: true }));

/** Each month 4 steps, two answers and a wait, from January to March. */
beforeAll(async () => {
  assembly = await writeSyntheticYear(join(directory, 'cdk.out'), 4);
});

function begin(name: string, until: string, more: Partial<LocalCloudOptions>): ChildProcess {
  const script = join(import.meta.dirname, 'run-synthetic-year.ts');
  const places = [
    join(directory, name),
    join(directory, `${name}.calls`),
    join(directory, 'cache'),
  ];
  const args = [script, assembly, ...places, until, JSON.stringify(more)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Runs a process to its end, or kills it after some ms; gives false when it was killed. */
async function ends(child: ChildProcess, killAfterMs: number): Promise<boolean> {
  const errors: string[] = [];
  child.stderr?.on('data', (part) => errors.push(String(part)));
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (exit, by) => resolve([exit, by]));
  });
  clearTimeout(timer);
  if (signal === 'SIGKILL') return false;
  expect(errors.join('')).toBe('');
  expect(code).toBe(0);
  return true;
}

/** Runs until the end, killed after each of the given ms first. */
async function run(
  name: string,
  until: string,
  killsMs: readonly number[] = [],
  more: Partial<LocalCloudOptions> = {},
): Promise<Left> {
  let kills = 0;
  for (const ms of [...killsMs, 60_000]) {
    if (await ends(begin(name, until, more), ms)) break;
    kills++;
  }
  const records = join(directory, name);
  const journal = Journal.open(join(records, 'engine.jsonl'));
  const ended = journal.lines.filter((line) => line.kind === 'end');
  journal.close();
  const database = await Database.open(join(records, 'table'), []);
  const answer = await asked(database.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.Scan',
      'x-amz-date': 'x',
      authorization: 'AWS4-HMAC-SHA256 Credential=c, SignedHeaders=s, Signature=s',
    },
    body: JSON.stringify({ TableName: 'Records' }),
  });
  const { Items } = JSON.parse(answer.text) as { Items: object[] };
  await database.close();
  const calls = readFileSync(join(directory, `${name}.calls`), 'utf8')
    .trimEnd()
    .split('\n');
  return {
    items: Items.map((item) => JSON.stringify(item))
      .sort()
      .join('\n'),
    ends: ended.map((line) => JSON.stringify(line)),
    calls,
    kills,
  };
}

/** A call that was in flight at a kill is made again at once: next to each other it counts once. */
function withoutRepeats(calls: readonly string[]): string[] {
  return calls.filter((call, at) => call !== calls[at - 1]);
}

/** Not quite at random, so that a failure can be seen again: a seed, and its numbers after it. */
function* randoms(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

describe('The same months, with the same actors,', () => {
  it('end the same when the process is killed at any moment, and call the same in the same order', async () => {
    const begun = performance.now();
    const whole = await run('whole', QUARTER);
    const wholeMs = performance.now() - begun;
    // Three months: each four steps and two approvals of two items each (token and answer).
    expect(whole.ends).toHaveLength(3);
    expect(whole.items.split('\n')).toHaveLength(3 * (4 + 2 * 2));
    for (const seed of [1, 2, 3]) {
      const random = randoms(seed);
      // From before the journal exists to about the middle of a run.
      const kills = Array.from(
        { length: 6 },
        () => 60 + (random.next().value ?? 0) * 0.6 * wholeMs,
      );
      const killed = await run(`killed-${seed}`, QUARTER, kills);
      expect(killed.kills).toBeGreaterThan(0);
      expect(killed.items).toBe(whole.items);
      expect(killed.ends).toEqual(whole.ends);
      expect(withoutRepeats(killed.calls)).toEqual(withoutRepeats(whole.calls));
    }
  });

  it('write the same when no firing is left out', async () => {
    const whole = await run('some', MONTH);
    const all = await run('all', MONTH, [], { skipIdenticalFirings: false });
    expect(all.calls.length).toBeGreaterThan(whole.calls.length + 500);
    expect([all.items, all.ends]).toEqual([whole.items, whole.ends]);
  });

  it('write the same when schedules fire twice and every function is called twice', async () => {
    const whole = await run('once', MONTH);
    const twice = await run('twice', MONTH, [], { fireSchedulesTwice: true, invokeTwice: true });
    expect(twice.calls.length).toBeGreaterThan(whole.calls.length * 2);
    expect([keys(twice.items), twice.ends.length]).toEqual([keys(whole.items), whole.ends.length]);
  });
});

/** The synthetic steps note what they saw, which a second call sees otherwise; their keys stay. */
function keys(items: string): string[] {
  return items.split('\n').map((item) => {
    const { pk, sk } = JSON.parse(item) as { pk: object; sk: object };
    return JSON.stringify([pk, sk]);
  });
}
