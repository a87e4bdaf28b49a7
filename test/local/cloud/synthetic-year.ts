import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Actor, LocalCloud } from '../../../local/cloud/local-cloud.ts';
import type { JsonObject } from '../../../local/engine/json.ts';
import { writeAssembly } from './mini-assembly.ts';

export const STEPS = 16;
export const START_AT = '2021-01-01T00:00:00.000Z';

/**
 * A template of about the real one's size: a run of some 20 states a month with 16 steps and two
 * tasks that wait for an answer, a daily opener, an hourly schedule, one table.
 *
 * @param steps fewer steps make a shorter run
 */
export async function writeSyntheticYear(directory: string, steps = STEPS): Promise<string> {
  const code = await bundle(directory);
  const numbers = Array.from({ length: steps }, (_, at) => at + 1);
  // Each bundle differs a little, as real ones do, so that none is compiled for another.
  const of = (KIND: string, more: JsonObject = {}) => {
    return { code: `${code}\n// ${KIND} ${JSON.stringify(more)}`, environment: { KIND, ...more } };
  };
  return writeAssembly(directory, {
    functions: {
      Opener: of('opener', { MACHINE: { Ref: 'Run' } }),
      Hourly: of('hourly'),
      Approve: of('approve'),
      Ask: of('ask'),
      ...Object.fromEntries(numbers.map((n) => [`Step${n}`, of('step', { STEP: String(n) })])),
    },
    machines: { Run: definition(numbers) },
    schedules: {
      Daily: {
        expression: 'cron(0 6 ? * MON-FRI *)',
        target: 'Opener',
        input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}',
      },
      EveryHour: { expression: 'rate(1 hour)', target: 'Hourly', input: '{"again":true}' },
    },
    tables: ['Records'],
  });
}

async function bundle(directory: string): Promise<string> {
  const outfile = join(directory, 'bundle.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'synthetic-functions.ts')],
    ...{ bundle: true, platform: 'node', format: 'esm', minify: true, outfile },
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
  });
  return readFileSync(outfile, 'utf8');
}

function definition(numbers: readonly number[]): JsonObject {
  const states: Record<string, JsonObject> = {};
  const half = Math.ceil(numbers.length / 2);
  for (const n of numbers) {
    const next =
      n === half ? 'Ask the first' : n === numbers.length ? 'Ask the second' : `Step ${n + 1}`;
    states[`Step ${n}`] = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: `arn:of:Step${n}`,
        Payload: {
          run: '{% $states.input.run %}',
          now: '{% $states.context.State.EnteredTime %}',
        },
      },
      Output: '{% $states.result.Payload %}',
      Retry: [{ ErrorEquals: ['Throttled'], IntervalSeconds: 2, MaxAttempts: 6 }],
      Next: next,
    };
  }
  const ask = (name: string, Next: string): JsonObject => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: {
      FunctionName: 'arn:of:Ask',
      Payload: {
        run: '{% $states.input.run %}',
        token: '{% $states.context.Task.Token %}',
        state: name,
      },
    },
    Output: '{% $states.input %}',
    Next,
  });
  states['Ask the first'] = ask('Ask the first', 'Approved?');
  states['Approved?'] = {
    Type: 'Choice',
    Choices: [{ Condition: "{% $states.input.run != 'none' %}", Next: 'Wait for the day' }],
    Default: 'Closed',
  };
  states['Wait for the day'] = { Type: 'Wait', Seconds: 86_400, Next: `Step ${half + 1}` };
  states['Ask the second'] = ask('Ask the second', 'Closed');
  states.Closed = { Type: 'Succeed' };
  return { QueryLanguage: 'JSONata', StartAt: 'Step 1', States: states };
}

/** Answers each task a day after it was asked for. */
export const approver: Actor = {
  nextAt: (waits) => waits.map((wait) => nextDay(wait.since)).sort()[0],
  async act(now: string, cloud: LocalCloud) {
    for (const wait of cloud.waits()) {
      if (nextDay(wait.since) > now) continue;
      const { run } = wait.payload as { run: string };
      await cloud.once(`approve ${run} ${wait.state}`, async () => {
        await cloud.invoke('Approve', { run, state: wait.state, now });
      });
    }
  },
};

function nextDay(instant: string): string {
  return new Date(Date.parse(instant) + 86_400_000).toISOString();
}
