import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetExecutionHistoryCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { StepFunctions } from '../../../functions/adapters/aws/step-functions-service.ts';
import { StepFunctionsExecutions } from '../../../functions/adapters/execution-history.ts';
import { readTimeline } from '../../../functions/api/operations/read-timeline.ts';
import { type LocalCloud, openLocalCloud } from '../../../local/cloud/local-cloud.ts';
import { writeAssembly } from '../../local/cloud/mini-assembly.ts';
import { readAs } from '../api/read-as.ts';
import { newWorld, refusalOf } from '../support/world.ts';

const machineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:Run';
const executionArn = machineArn.replace(':stateMachine:', ':execution:').concat(':payout-2022-02');
const run = payoutCase(parseMonth('2022-02'));
const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-history-'));

const call = (name: string, next: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: `arn:of:${name}`, Payload: { secret: 'of the house' } },
  Retry: [{ ErrorEquals: ['NumberTaken'], IntervalSeconds: 1, MaxAttempts: 5, BackoffRate: 2 }],
  ...more,
  Next: next,
});

/** A payout in small: its preparation is tried twice, its first release finds no approvals, and then it waits for the bank. */
const states = {
  'Prepare payment': call('Prepare', 'Wait for the pay day'),
  'Wait for the pay day': { Type: 'Wait', Seconds: 3600, Next: 'Approved?' },
  'Approved?': { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Release' }] },
  Release: call('Release', "Wait for the bank's report", {
    Catch: [{ ErrorEquals: ['ApprovalsDoNotHold'], Next: 'Prepare payment' }],
  }),
  "Wait for the bank's report": call('Ask', 'Paid', {
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: {
      FunctionName: 'arn:of:Ask',
      Payload: { token: '{% $states.context.Task.Token %}' },
    },
  }),
  Paid: { Type: 'Succeed' },
};

const failingFirst = (name: string) => ({
  code: `let calls = 0;
export const handler = () => {
  if (calls++ > 0) return {};
  const error = new Error('secret of the house');
  error.name = '${name}';
  throw error;
};`,
});

let cloud: LocalCloud;
let client: SFNClient;
let asker: StepFunctions;

beforeAll(async () => {
  vi.stubEnv('MONTHLY_PAYOUT_ARN', machineArn);
  cloud = await openLocalCloud({
    assembly: writeAssembly(join(directory, 'cdk.out'), {
      functions: {
        Prepare: failingFirst('NumberTaken'),
        Release: failingFirst('ApprovalsDoNotHold'),
        Ask: { code: 'export const handler = () => 1;' },
      },
      machines: {
        Run: { QueryLanguage: 'JSONata', StartAt: 'Prepare payment', States: states },
      },
    }),
    records: join(directory, 'records'),
    compileCache: join(directory, 'compile'),
    startAt: '2022-01-25T06:00:00.000Z',
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = cloud.endpoints().stepFunctions;
  const options = { endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 };
  client = new SFNClient(options);
  asker = new StepFunctions(options);
  await client.send(new StartExecutionCommand({ stateMachineArn: machineArn, name: run }));
  await cloud.runUntil('2022-01-25T12:00:00.000Z', []);
});

afterAll(async () => {
  client.destroy();
  asker.destroy();
  await cloud.close();
});

const timeline = (language: 'sv' | 'en' = 'sv', of = run) =>
  readAs(
    'readTimeline',
    readTimeline,
    newWorld(),
    { at: '2022-01-25T12:00:00Z', language, parameters: { run: of } },
    { executions: new StepFunctionsExecutions(asker) },
  );

describe('the timeline of a run that waits for the bank', () => {
  it('tells its states as a person reads them, with how long, what was tried again and what was caught', async () => {
    const { entries } = await timeline();
    expect(
      entries.map(({ text, kind, retries, outcome, error }) => [
        text,
        kind,
        retries,
        outcome,
        error,
      ]),
    ).toEqual([
      ['Bered utbetalningen', 'task', 1, 'succeeded', undefined],
      ['Väntar på betalningsdagen', 'wait', 0, 'succeeded', undefined],
      ['Lämna betalningen till banken', 'task', 0, 'caught', 'ApprovalsDoNotHold'],
      ['Bered utbetalningen', 'task', 0, 'succeeded', undefined],
      ['Väntar på betalningsdagen', 'wait', 0, 'succeeded', undefined],
      ['Lämna betalningen till banken', 'task', 0, 'succeeded', undefined],
      ['Väntar på bankens svar', 'wait', 0, undefined, undefined],
    ]);
    expect(entries[1]).toMatchObject({
      enteredAt: '2022-01-25T06:00:01.000Z',
      leftAt: '2022-01-25T07:00:01.000Z',
    });
    expect((await timeline('en')).entries[0]?.text).toBe('Prepare the payment');
  });

  it('tells of its executions, how far each is and how many states it went through', async () =>
    expect((await timeline()).executions).toEqual([
      {
        name: 'payout-2022-02',
        status: 'RUNNING',
        startedAt: '2022-01-25T06:00:00.000Z',
        transitions: 9,
      },
    ]));

  it('shows no token, no payload and no program’s words', async () => {
    const shown = JSON.stringify(await timeline());
    expect(shown).not.toContain('secret');
    expect(shown).not.toContain(cloud.waits()[0]?.token);
  });

  it('goes on with the execution that took over', async () => {
    const name = `${run}.2`;
    await client.send(new StartExecutionCommand({ stateMachineArn: machineArn, name }));
    await cloud.runUntil('2022-01-26T12:00:00.000Z', []);
    const { executions, entries } = await timeline();
    expect(executions.map(({ name }) => name)).toEqual([run, name]);
    expect(entries.filter(({ execution }) => execution === name)).toHaveLength(4);
  });

  it('that nobody has begun is not found', async () =>
    expect((await refusalOf(timeline('sv', payoutCase(parseMonth('2022-03')))))?.message).toMatch(
      /^not-found/,
    ));
});

describe('the local service gives the history as the real one does', () => {
  const history = (more: object) =>
    client.send(new GetExecutionHistoryCommand({ executionArn, ...more }));

  it('in pages that miss nothing', async () => {
    const whole = (await history({})).events?.map(({ id }) => id);
    const ids: (number | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await history({ maxResults: 4, ...(nextToken && { nextToken }) });
      expect(page.events?.length).toBeLessThanOrEqual(4);
      ids.push(...(page.events ?? []).map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(ids).toEqual(whole);
    expect(ids.length).toBeGreaterThan(8);
  });

  it('without what went in when asked for no data', async () => {
    const [first] = (await history({ includeExecutionData: false })).events ?? [];
    const [withData] = (await history({})).events ?? [];
    expect(first?.executionStartedEventDetails?.input).toBeUndefined();
    expect(withData?.executionStartedEventDetails?.input).toBe('{}');
  });

  it.each([
    [{ maxResults: 1001 }, 'ValidationException'],
    [{ nextToken: 'elsewhere' }, 'InvalidToken'],
  ])('and refuses %j', async (more, name) =>
    expect((await refusalOf(history(more)))?.name).toBe(name),
  );
});
