import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCloud, openLocalCloud } from '../../../local/cloud/local-cloud.ts';
import { asks, machine } from '../engine/bench-top.ts';
import { writeAssembly } from './mini-assembly.ts';

const stateMachineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:Run';
const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-api-'));
let cloud: LocalCloud;
let client: SFNClient;

beforeAll(async () => {
  const ask = JSON.parse(JSON.stringify(asks()).replace('"f"', '"arn:of:F"'));
  cloud = await openLocalCloud({
    assembly: writeAssembly(join(directory, 'cdk.out'), {
      functions: { F: { code: 'export const handler = () => 1;' } },
      machines: { Run: machine({ A: ask }) },
    }),
    records: join(directory, 'records'),
    compileCache: join(directory, 'compile'),
    startAt: '2021-02-01T00:00:00.000Z',
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = cloud.endpoints().stepFunctions;
  client = new SFNClient({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
});

afterAll(async () => {
  client.destroy();
  await cloud.close();
});

/** Starts a run, lets it ask, and gives its token and ARN. */
async function asked(name: string): Promise<{ taskToken: string; executionArn: string }> {
  const started = await client.send(new StartExecutionCommand({ stateMachineArn, name }));
  await cloud.runUntil(cloud.now(), []);
  const taskToken = cloud.waits().find((wait) => wait.execution === name)?.token ?? '';
  return { taskToken, executionArn: started.executionArn ?? '' };
}

describe("With AWS's own client", () => {
  it('an answered task ends its execution, which can be described and listed', async () => {
    const { taskToken, executionArn } = await asked('answered');
    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"a":1}' }));
    await cloud.runUntil(cloud.now(), []);
    const told = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(told).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"a":1}',
      input: '{}',
      name: 'answered',
    });
    expect(told.stopDate).toEqual(new Date('2021-02-01T00:00:00Z'));
    const listed = await client.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED' }),
    );
    expect(listed.executions?.map((each) => each.name)).toEqual(['answered']);
    const history = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(history.events?.map((event) => event.type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskSubmitted',
      'TaskSucceeded',
      'ExecutionSucceeded',
    ]);
  });

  it('a task that is answered with an error fails', async () => {
    const { taskToken, executionArn } = await asked('refused');
    await client.send(new SendTaskFailureCommand({ taskToken, error: 'No', cause: 'why' }));
    await cloud.runUntil(cloud.now(), []);
    const told = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(told).toMatchObject({ status: 'FAILED', error: 'No', cause: 'why' });
  });

  it('a name with the same input while it runs is the same execution, and is taken for good', async () => {
    const first = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'n', input: '{"a":1}' }),
    );
    const same = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'n', input: '{ "a": 1 }' }),
    );
    expect(same).toMatchObject({ executionArn: first.executionArn, startDate: first.startDate });
    const other = new StartExecutionCommand({ stateMachineArn, name: 'n', input: '{"a":2}' });
    await expect(client.send(other)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await client.send(
      new StopExecutionCommand({ executionArn: first.executionArn, error: 'Stopped' }),
    );
    const again = new StartExecutionCommand({ stateMachineArn, name: 'n', input: '{"a":1}' });
    await expect(client.send(again)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('a stopped execution is aborted, and its token is closed', async () => {
    const { taskToken, executionArn } = await asked('stopped');
    await client.send(new StopExecutionCommand({ executionArn, cause: 'c' }));
    const told = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(told).toMatchObject({ status: 'ABORTED', cause: 'c' });
    const late = new SendTaskSuccessCommand({ taskToken, output: '1' });
    await expect(client.send(late)).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('an execution without a name is given one', async () => {
    const one = await client.send(new StartExecutionCommand({ stateMachineArn }));
    const two = await client.send(new StartExecutionCommand({ stateMachineArn }));
    expect(one.executionArn).not.toBe(two.executionArn);
  });

  it('a used token has timed out, an unknown one is of no task, and any other text is no token', async () => {
    const { taskToken } = await asked('used');
    const answer = (token: string) =>
      client.send(new SendTaskSuccessCommand({ taskToken: token, output: '1' }));
    await answer(taskToken);
    await expect(answer(taskToken)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    const unknown = taskToken.slice(0, -1) + (taskToken.endsWith('A') ? 'B' : 'A');
    await expect(answer(unknown)).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    await expect(answer('forged')).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it('what is not served or not well formed is refused by name', async () => {
    const refused = async (sent: Promise<unknown>, name: string) =>
      await expect(sent).rejects.toMatchObject({ name });
    const start = (more: object) =>
      client.send(new StartExecutionCommand({ stateMachineArn, ...more }));
    const { taskToken } = await asked('malformed');
    await refused(client.send(new ListStateMachinesCommand({})), 'UnknownOperationException');
    const nobody = new DescribeExecutionCommand({ executionArn: 'x' });
    await refused(client.send(nobody), 'ExecutionDoesNotExist');
    await refused(start({ stateMachineArn: 'x' }), 'StateMachineDoesNotExist');
    await refused(start({ name: 'a:b' }), 'InvalidName');
    await refused(start({ input: '{' }), 'InvalidExecutionInput');
    const half = new SendTaskSuccessCommand({ taskToken, output: '{' });
    await refused(client.send(half), 'InvalidOutput');
  });
});
