import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../core/canonical.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { costOfYear, isCounted } from '../../local/cost/cost-of-year.ts';
import { TASK_TOKEN_BYTES } from '../../local/cost/database-use.ts';
import { goalsOf, MOST_TRANSITIONS } from '../../local/cost/goals.ts';
import { storedBytes, writeUnits } from '../../local/cost/request-units.ts';
import { type Transition, transitionsIn } from '../../local/cost/transitions.ts';
import { USAGE_FILE, type UsageLine } from '../../local/cost/usage.ts';
import { UsageMeter } from '../../local/cost/usage-meter.ts';
import type { JournalLine } from '../../local/engine/journal-line.ts';
import { COST_PAGE, explanation } from '../../local/report/cost-page.ts';
import { costText } from '../../local/report/cost-text.ts';
import { folder } from '../helpers/folders.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

const linesOf = <Line>(file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** An environment for every call takes its time on a busy machine. */
const COUNTING_MS = 300_000;

describe('The state transitions of the grant year', () => {
  let year: RanYear;
  let transitions: readonly Transition[];
  beforeAll(async () => {
    year = await ranYear({ timed: true });
    transitions = transitionsIn(linesOf<JournalLine>(join(year.records, 'engine.jsonl')));
  }, COUNTING_MS);

  it('are no more than they may be, from the opening to May’s settlement', () => {
    expect(transitions.length).toBeGreaterThan(200);
    expect(transitions.length).toBeLessThanOrEqual(MOST_TRANSITIONS);
  });

  it('are those of the engine, for nothing is tried again in a calm year', () => {
    expect(transitions).toHaveLength(year.timings.transitions ?? Number.NaN);
    expect(transitions.filter(({ retry }) => retry)).toEqual([]);
  });

  it('are one for each state that a calm month goes through, and as many in every month', () => {
    const april = transitions.filter(({ execution }) => execution === 'payout-2021-04');
    const { States: states } = JSON.parse(readFileSync('test/golden/monthly-payout.asl', 'utf8'));
    expect(april.map(({ state }) => state)).toEqual([...new Set(april.map(({ state }) => state))]);
    for (const { state } of april) expect(Object.keys(states)).toContain(state);
    const named = april.map(({ state }) => state);
    expect(named).toEqual(expect.arrayContaining(['Prepare payment', 'Release', 'Close the run']));
    const byExecution = Map.groupBy(transitions, ({ execution }) => execution);
    for (const [execution, each] of byExecution)
      if (execution.startsWith('payout-')) expect(each).toHaveLength(april.length);
  });

  it('are what docs/cost.md says (otherwise run: npm run cost -- --write)', () => {
    const page = readFileSync(COST_PAGE, 'utf8');
    expect(page).toContain(`State transitions by workflow: ${transitions.length}\n`);
    expect(page).toContain(explanation);
  });
});

describe('What two months of a counted year used', () => {
  const records = folder();
  const meter = new UsageMeter(join(records, USAGE_FILE));
  let year: RanYear;
  let usage: readonly UsageLine[];
  beforeAll(async () => {
    year = await ranYear({ records, until: '2021-03', cloud: { meter } });
    usage = linesOf<UsageLine>(join(records, USAGE_FILE));
  }, COUNTING_MS);

  const calls = () => usage.filter((line) => line.kind === 'call');
  const unitsOf = (name: string) =>
    calls()
      .filter(({ functionName }) => functionName === name)
      .map(({ database }) => database);
  const sum = (field: 'writes' | 'addedBytes') =>
    calls()
      .flatMap(({ database }) => Object.values(database))
      .reduce((all, units) => all + units[field], 0);
  const events = () =>
    year.found.flatMap(({ partition, stream, events: each }) =>
      each.map(({ number, event, previous, hash }) => {
        const body = canonical(event);
        const key = `${stream}#${String(number).padStart(6, '0')}`;
        const text = ['partition', partition, 'event', key, 'body', body, 'previous', previous];
        const token = (event as { token?: string }).token;
        const longer = token === undefined ? 0 : TASK_TOKEN_BYTES - token.length;
        return Buffer.byteLength([...text, 'hash', hash].join('')) + longer;
      }),
    );

  it('wrote as many units as the items have that lie in the record, each written once', () => {
    expect(events().length).toBeGreaterThan(50);
    expect(sum('writes')).toBe(events().reduce((all, bytes) => all + writeUnits(bytes), 0));
  });

  it('takes as much of the table as those items take', () => {
    expect(sum('addedBytes')).toBe(events().reduce((all, bytes) => all + storedBytes(bytes), 0));
  });

  it('opens a run by reading its empty stream and writing one event', () => {
    const opened = unitsOf('open-case').at(-1);
    expect(opened).toMatchObject({ RUN: { reads: 1, writes: 1 } });
  });

  it('looks for answers without touching the record, except for cases that run', () => {
    const looks = unitsOf('redeliver-answers');
    expect(looks.length).toBeGreaterThan(5);
    expect(looks).toContainEqual({});
    for (const database of looks) {
      const kinds = Object.keys(database);
      expect(kinds.filter((kind) => kind === 'TOKEN')).toEqual(kinds.length > 0 ? ['TOKEN'] : []);
      expect(database.TOKEN?.writes ?? 0).toBe(0);
    }
  });

  it('is priced when it was counted to its end, with the code that it was counted with, and never else', async () => {
    const { assembly } = await synthesize();
    expect(isCounted(records)).toBe(false);
    expect(() => costOfYear(records, assembly, assembly)).toThrow('was not counted to its end');
    meter.close(basename(assembly));
    expect(isCounted(records)).toBe(true);
    expect(() => costOfYear(records, join(assembly, '../other'), assembly)).toThrow(
      'was counted with other code',
    );
    const cost = costOfYear(records, assembly, assembly);
    const { byCase, byClock, variable } = cost;
    expect(byCase.usd.plus(byClock.usd).toFixed(12)).toBe(variable.usd.toFixed(12));
    // February and March have 59 days, one of which lacks an hour; midnight on the first of April is counted too.
    const looks = cost.calls.filter(({ functionName }) => functionName === 'redeliver-answers');
    expect(looks).toHaveLength(59 * 24);
    const text = costText(cost, goalsOf(cost));
    expect(text).toContain(`State transitions by workflow: ${cost.transitions.length}\n`);
    expect(text).toMatch(/✓ state transitions of the grant year: \d+ of 400\n/);
  });

  it('was measured in each function’s own environment, as if nothing were compiled', () => {
    for (const { importCpuUs, callCpuUs, memoryMb } of calls()) {
      expect(importCpuUs).toBeGreaterThan(1000);
      expect(callCpuUs).toBeGreaterThan(0);
      expect(memoryMb).toBeGreaterThanOrEqual(128);
    }
  });
});
