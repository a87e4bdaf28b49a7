import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Actor,
  type LocalCloud,
  type LocalCloudOptions,
  openLocalCloud,
} from '../../../local/cloud/local-cloud.ts';
import { asks, machine, task } from '../engine/bench-top.ts';
import { importAsked } from './asked.ts';
import { type MiniTemplate, writeAssembly } from './mini-assembly.ts';

const START_AT = '2021-02-01T00:00:00.000Z';
const compileCache = mkdtempSync(join(tmpdir(), 'statsbidrag-compile-'));
const open = new Set<LocalCloud>();

/** A cloud in a directory of its own; `calls` gives what its functions were called with. */
class Place {
  readonly directory = mkdtempSync(join(tmpdir(), 'statsbidrag-cloud-'));
  readonly #mini: MiniTemplate;

  constructor(mini: MiniTemplate) {
    this.#mini = mini;
  }

  async open(more: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
    const cloud = await openLocalCloud({
      assembly: writeAssembly(join(this.directory, 'cdk.out'), this.#mini),
      records: join(this.directory, 'records'),
      startAt: START_AT,
      compileCache,
      env: { CALLS: join(this.directory, 'calls') },
      ...more,
    });
    open.add(cloud);
    return cloud;
  }

  get calls(): string[] {
    const file = join(this.directory, 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  }

  file(name: string): string {
    return join(this.directory, 'records', name);
  }
}

async function close(cloud: LocalCloud): Promise<void> {
  open.delete(cloud);
  await cloud.close();
}

afterEach(async () => {
  for (const cloud of open) await close(cloud);
});

/** A handler that notes its event and gives what the expression gives. */
const handler = (gives: string) => `
  ${importAsked}
  import { appendFileSync } from 'node:fs';
  export const handler = async (event, context) => {
    appendFileSync(process.env.CALLS, process.env.AWS_LAMBDA_FUNCTION_NAME + ' ' + JSON.stringify(event) + '\\n');
    return ${gives};
  };`;

/** Writes an item whose key is the event's `key`, if the event has one; with the bare protocol. */
const writer = handler(`event.key === undefined ? null : JSON.parse((await asked(
  process.env.AWS_ENDPOINT_URL_DYNAMODB, { method: 'POST', headers: {
    'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.PutItem',
    'x-amz-date': 'x', authorization: 'AWS4-HMAC-SHA256 Credential=c, SignedHeaders=s, Signature=s' },
    body: JSON.stringify({ TableName: 'Records', Item: { pk: { S: event.key }, sk: { S: 'x' } } }) })).text)`);

describe('A function', () => {
  it('answers JSON, is told who it is, and finds no credentials of the developer', async () => {
    const code = handler(
      '[event.a, context.functionName, process.env.AWS_ACCESS_KEY_ID, process.env.HOME ?? null, process.env.OWN]',
    );
    const cloud = await new Place({ functions: { F: { code, environment: { OWN: 'o' } } } }).open();
    expect(await cloud.invoke('F', { a: 1 })).toEqual([1, 'F', 'FUNCTION', null, 'o']);
  });

  it('has its own environment, though all of them share a thread', async () => {
    const code = `const at = process.env.WHO; export const handler = () => [at, process.env.WHO];`;
    const functions = {
      A: { code, environment: { WHO: 'a' } },
      B: { code, environment: { WHO: 'b' } },
    };
    const cloud = await new Place({ functions }).open();
    expect(await cloud.invoke('B', {})).toEqual(['b', 'b']);
    expect(await cloud.invoke('A', {})).toEqual(['a', 'a']);
  });

  it('that throws comes back as an error of that name', async () => {
    const code = `export const handler = () => { const e = new Error('why'); e.name = 'NoForecast'; throw e; };`;
    const cloud = await new Place({ functions: { F: { code } } }).open();
    await expect(cloud.invoke('F', {})).rejects.toMatchObject({
      name: 'NoForecast',
      message: 'why',
    });
  });

  it('that takes too long, or ends its thread, is ended alone: the next call works', async () => {
    const functions = {
      Slow: {
        code: 'export const handler = () => new Promise(() => setInterval(() => 1, 1000));',
        timeoutSeconds: 1,
      },
      Exits: { code: 'export const handler = () => process.exit(3);' },
      Fine: { code: handler('1') },
    };
    const cloud = await new Place({ functions }).open();
    await expect(cloud.invoke('Slow', {})).rejects.toThrow('Task timed out after 1.00 seconds');
    await expect(cloud.invoke('Exits', {})).rejects.toMatchObject({ name: 'Runtime.ExitError' });
    expect(await cloud.invoke('Fine', {})).toBe(1);
  });

  it('that leaves something running fails nobody else with it, and keeps its own environment in it', async () => {
    const later = 'await new Promise((resolve) => setTimeout(resolve, 20));';
    const code = `import { appendFileSync } from 'node:fs';
      const left = async () => {
        ${later}
        appendFileSync(process.env.CALLS, 'left by ' + process.env.WHO);
        throw new RangeError('not to be read');
      };
      export const handler = async () => { left(); return 'answered'; };`;
    const place = new Place({
      functions: {
        Leaves: { code, environment: { WHO: 'it' } },
        Fine: {
          code: `export const handler = async () => { ${later} ${later} return process.env.WHO; };`,
          environment: { WHO: 'another' },
        },
      },
    });
    const cloud = await place.open();
    for (let time = 1; time <= 5; time++) {
      expect(await cloud.invoke('Leaves', {})).toBe('answered');
      expect(await cloud.invoke('Fine', {})).toBe('another');
    }
    expect(place.calls).toEqual([Array(5).fill('left by it').join('')]);
    const log = readFileSync(place.file('functions.log'), 'utf8');
    expect(log).toContain('Leaves: what call 1 left running failed after its answer: RangeError');
    expect(log).not.toContain('not to be read');
  });

  it('that fails beside its handler while it is called is ended, as in Lambda', async () => {
    const code = `export const handler = async () => {
      Promise.reject(new Error('beside'));
      await new Promise((resolve) => setTimeout(resolve, 2000));
    };`;
    const cloud = await new Place({
      functions: { F: { code }, Fine: { code: handler('1') } },
    }).open();
    await expect(cloud.invoke('F', {})).rejects.toMatchObject({ name: 'Runtime.ExitError' });
    expect(await cloud.invoke('Fine', {})).toBe(1);
  });

  it('that cannot be imported, or exports no handler, says so when it is called', async () => {
    const functions = {
      Bad: { code: "import 'no-such-package';" },
      None: { code: 'export const x = 1;' },
    };
    const cloud = await new Place({ functions }).open();
    await expect(cloud.invoke('Bad', {})).rejects.toMatchObject({
      name: 'Runtime.ImportModuleError',
    });
    await expect(cloud.invoke('None', {})).rejects.toMatchObject({
      name: 'Runtime.HandlerNotFound',
    });
  });

  it('prints into functions.log', async () => {
    const place = new Place({
      functions: { F: { code: "export const handler = () => { console.log('line'); };" } },
    });
    const cloud = await place.open();
    expect(await cloud.invoke('F', {})).toBeNull();
    expect(readFileSync(place.file('functions.log'), 'utf8')).toBe('line\n');
  });

  it('that is not in the template is refused with those that are', async () => {
    const cloud = await new Place({ functions: { F: { code: handler('1') } } }).open();
    await expect(cloud.invoke('G', {})).rejects.toThrow('"G" is no function; there are: F (F).');
  });
});

const hourly = { expression: 'rate(1 hour)', target: 'F', input: '{"same":true}' };
const daily = {
  expression: 'cron(0 6 * * ? *)',
  target: 'F',
  input: '{"at":"<aws.scheduler.scheduled-time>"}',
};

describe('A schedule', () => {
  const functions = { F: { code: writer } };

  it('gives its firing the time for which it was planned', async () => {
    const place = new Place({ functions, schedules: { Daily: daily }, tables: ['Records'] });
    const cloud = await place.open();
    await cloud.runUntil('2021-02-03T00:00:00Z', []);
    expect(place.calls).toEqual([
      'F {"at":"2021-02-01T05:00:00Z"}',
      'F {"at":"2021-02-02T05:00:00Z"}',
    ]);
    expect(cloud.now()).toBe('2021-02-03T00:00:00.000Z');
  });

  it('fires twice when that is asked for', async () => {
    const place = new Place({ functions, schedules: { Daily: daily }, tables: ['Records'] });
    const cloud = await place.open({ fireSchedulesTwice: true });
    await cloud.runUntil('2021-02-02T00:00:00Z', []);
    expect(place.calls).toEqual(Array(2).fill('F {"at":"2021-02-01T05:00:00Z"}'));
  });

  it('is not delivered again when nothing has changed since, and is counted', async () => {
    const place = new Place({ functions, schedules: { Hourly: hourly }, tables: ['Records'] });
    const cloud = await place.open();
    await cloud.runUntil('2021-02-02T00:30:00Z', []);
    expect(place.calls).toEqual(['F {"same":true}']);
    expect(cloud.timings()).toMatchObject({ deliveredFirings: 1, skippedFirings: 24 });
  });

  it('is delivered again after something was written, once', async () => {
    const place = new Place({ functions, schedules: { Hourly: hourly }, tables: ['Records'] });
    const cloud = await place.open();
    await cloud.runUntil('2021-02-01T05:30:00Z', []);
    await cloud.invoke('F', { key: 'new' });
    await cloud.runUntil('2021-02-01T12:30:00Z', []);
    const same = 'F {"same":true}';
    expect(place.calls).toEqual([same, 'F {"key":"new"}', same]);
  });

  it('is delivered every time when that is asked for', async () => {
    const place = new Place({ functions, schedules: { Hourly: hourly }, tables: ['Records'] });
    const cloud = await place.open({ skipIdenticalFirings: false });
    await cloud.runUntil('2021-02-01T23:30:00Z', []);
    expect(place.calls).toHaveLength(24);
  });

  it('goes on after a restart where it was, also with what it skips', async () => {
    const schedules = { Daily: daily, Hourly: hourly };
    const once = new Place({ functions, schedules, tables: ['Records'] });
    await (await once.open()).runUntil('2021-02-06T00:00:00Z', []);
    const often = new Place({ functions, schedules, tables: ['Records'] });
    for (let day = 2; day <= 6; day++) {
      const cloud = await often.open();
      await cloud.runUntil(`2021-02-0${day}T00:00:00Z`, []);
      await close(cloud);
    }
    expect(once.calls).toHaveLength(6);
    expect(often.calls).toEqual(once.calls);
  });

  it('whose function fails three times stops the run with its name and time', async () => {
    const code = "export const handler = () => { throw new Error('no'); };";
    const cloud = await new Place({
      functions: { F: { code } },
      schedules: { Daily: daily },
    }).open();
    await expect(cloud.runUntil('2021-02-02T00:00:00Z', [])).rejects.toThrow(
      'Schedule "Daily" failed 3 times at 2021-02-01T05:00:00.000Z: Error: no',
    );
  });

  it.each([
    ['"<aws.scheduler.execution-id>"', 'uses <aws.scheduler.execution-id>'],
    ['{', 'is no JSON'],
  ])('with the input %s is refused', async (input, why) => {
    const place = new Place({
      functions,
      schedules: { S: { ...daily, input } },
      tables: ['Records'],
    });
    await expect(place.open()).rejects.toThrow(why);
  });
});

describe('An act from outside', () => {
  const mini = { functions: { F: { code: handler('1') } } };

  it('that finished is never done again, also after a restart', async () => {
    const place = new Place(mini);
    const first = await place.open();
    await expect(first.once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(first.done('a')).toBe(false);
    const acts: string[] = [];
    const act = async () => {
      acts.push('done');
    };
    await first.once('a', act);
    await first.once('a', act);
    await close(first);
    const second = await place.open();
    await second.once('a', act);
    expect([acts, second.done('a')]).toEqual([['done'], true]);
  });

  it('happens at its instant, after the schedules of that instant', async () => {
    const place = new Place({ ...mini, schedules: { Daily: daily } });
    const cloud = await place.open();
    const file = join(place.directory, 'calls');
    const actor: Actor = {
      nextAt: () => (cloud.done('x') ? undefined : '2021-02-01T06:00:00+01:00'),
      act: (now, given) => given.once('x', async () => appendFileSync(file, `actor ${now}\n`)),
    };
    await cloud.runUntil('2021-02-02T00:00:00Z', [actor]);
    expect(place.calls).toEqual([
      'F {"at":"2021-02-01T05:00:00Z"}',
      'actor 2021-02-01T05:00:00.000Z',
    ]);
  });

  it('that never comes to an end is an error', async () => {
    const cloud = await new Place(mini).open();
    const actor: Actor = { nextAt: () => cloud.now(), act: async () => undefined };
    await expect(cloud.runUntil('2021-02-02T00:00:00Z', [actor])).rejects.toThrow(
      'still more to do',
    );
  });
});

describe('A task that waits', () => {
  const start = `
    ${importAsked}
    export const handler = async () => JSON.parse((await asked(process.env.AWS_ENDPOINT_URL_SFN, {
      method: 'POST', headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution' },
      body: JSON.stringify({ stateMachineArn: process.env.MACHINE, name: 'run', input: '{"n":1}' }) })).text);`;
  const arn = (state: object) => JSON.parse(JSON.stringify(state).replaceAll('"f"', '"arn:of:F"'));
  const mini: MiniTemplate = {
    functions: {
      F: { code: handler('event.n') },
      Start: { code: start, environment: { MACHINE: { Ref: 'Run' } } },
    },
    machines: {
      Run: machine({
        A: arn(
          task(
            { n: '{% $states.input.n %}' },
            { Output: '{% $states.result.Payload %}', Next: 'B' },
          ),
        ),
        B: arn(asks()),
      }),
    },
  };

  it('is shown with what was asked, and two calls of each function change nothing', async () => {
    const place = new Place(mini);
    const cloud = await place.open({ invokeTwice: true });
    await cloud.invoke('Start', {});
    await cloud.runUntil('2021-02-01T01:00:00Z', []);
    const [wait, ...others] = cloud.waits();
    expect(others).toEqual([]);
    expect(wait).toMatchObject({
      execution: 'run',
      stateMachine: 'Run',
      state: 'B',
      since: START_AT,
    });
    expect(wait?.payload).toEqual({ token: wait?.token });
    expect(place.calls).toEqual(
      ['F {"n":1}', 'F {"n":1}'].concat(Array(2).fill(`F {"token":"${wait?.token}"}`)),
    );
    expect(cloud.executions()).toEqual([
      { name: 'run', stateMachine: 'Run', status: 'RUNNING', startedAt: START_AT },
    ]);
    await close(cloud);
    const again = await place.open();
    expect(again.waits()).toEqual([wait]);
    expect(place.calls).toHaveLength(4);
  });
});

describe('What was interrupted goes first after a restart, before what it had set going:', () => {
  const start = `
    ${importAsked}
    import { appendFileSync, existsSync } from 'node:fs';
    export const handler = async () => {
      appendFileSync(process.env.CALLS, 'Start\\n');
      await asked(process.env.AWS_ENDPOINT_URL_SFN, {
        method: 'POST', headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution' },
        body: JSON.stringify({ stateMachineArn: process.env.MACHINE, name: 'run' }) });
      if (!existsSync(process.env.CALLS + '.whole')) throw new Error('cut off');
    };`;
  const call = JSON.parse(JSON.stringify(task({})).replace('"f"', '"arn:of:F"'));
  const mini: MiniTemplate = {
    functions: {
      F: { code: handler('1') },
      Start: { code: start, environment: { MACHINE: { Ref: 'Run' } } },
    },
    machines: { Run: machine({ A: call }) },
  };

  it("an actor's act", async () => {
    const place = new Place(mini);
    const actorOf = (cloud: LocalCloud): Actor => ({
      nextAt: () => (cloud.done('x') ? undefined : cloud.now()),
      act: () => cloud.once('x', async () => void (await cloud.invoke('Start', {}))),
    });
    const first = await place.open();
    await expect(first.runUntil('2021-02-02T00:00:00Z', [actorOf(first)])).rejects.toThrow(
      'cut off',
    );
    await close(first);
    writeFileSync(join(place.directory, 'calls.whole'), '');
    const second = await place.open();
    await second.runUntil('2021-02-02T00:00:00Z', [actorOf(second)]);
    expect(place.calls).toEqual(['Start', 'Start', 'F {}']);
  });

  it("a schedule's firing", async () => {
    const schedules = { Daily: { ...daily, target: 'Start' } };
    const place = new Place({ ...mini, schedules });
    const first = await place.open();
    await expect(first.runUntil('2021-02-02T00:00:00Z', [])).rejects.toThrow('cut off');
    await close(first);
    writeFileSync(join(place.directory, 'calls.whole'), '');
    const second = await place.open();
    await second.runUntil('2021-02-02T00:00:00Z', []);
    expect(place.calls).toEqual(['Start', 'Start', 'Start', 'Start', 'F {}']);
  });
});

describe('A records directory', () => {
  const mini = { functions: { F: { code: handler('1') } } };

  it('is used by one at a time', async () => {
    const place = new Place(mini);
    const cloud = await place.open();
    await expect(place.open()).rejects.toThrow(`is in use by process ${process.pid}`);
    await close(cloud);
    expect(await (await place.open()).invoke('F', {})).toBe(1);
  });

  it('keeps the time at which it was left, and time never goes back', async () => {
    const place = new Place(mini);
    const cloud = await place.open();
    await cloud.runUntil('2021-03-01T00:00:00+01:00', []);
    await close(cloud);
    const again = await place.open({ startAt: '2020-01-01T00:00:00Z' });
    expect(again.now()).toBe('2021-02-28T23:00:00.000Z');
    await expect(again.runUntil('2021-02-01T00:00:00Z', [])).rejects.toThrow('which is after');
    await expect(again.runUntil('2021-03-01', [])).rejects.toThrow('is no instant');
  });
});
