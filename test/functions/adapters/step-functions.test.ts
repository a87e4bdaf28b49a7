import { createServer } from 'node:http';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingCase } from '../../../core/record/case-id.ts';
import { StepFunctionsWorkflows } from '../../../functions/adapters/step-functions.ts';
import { listenOnLoopback } from '../../../local/cloud/loopback.ts';
import { refusalOf } from '../support/world.ts';

const arn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:year-opening';
const id = openingCase(2021);

/** What the service answers next: an error by name, or nothing special. */
let next: string | undefined;
const asked: { readonly target: string; readonly body: unknown }[] = [];
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    asked.push({ target: String(request.headers['x-amz-target']), body: JSON.parse(text) });
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.statusCode = next === undefined ? 200 : 400;
    response.end(
      JSON.stringify(next === undefined ? { executionArn: 'x', startDate: 0 } : { __type: next }),
    );
  });
});
let client: SFNClient;
let workflows: StepFunctionsWorkflows;

beforeAll(async () => {
  process.env.YEAR_OPENING_ARN = arn;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = await listenOnLoopback(server);
  client = new SFNClient({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
  workflows = new StepFunctionsWorkflows(client);
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  delete process.env.YEAR_OPENING_ARN;
});

const answering = async (error: string | undefined, act: () => Promise<void>) => {
  next = error;
  asked.length = 0;
  return refusalOf(act());
};
const start = () => workflows.start('year-opening', id, id);
const wake = () => workflows.wake('a-token');

describe('Starting a workflow', () => {
  it('names the execution after its case, and tells it nothing else', async () => {
    expect(await answering(undefined, start)).toBeUndefined();
    expect(asked).toEqual([
      {
        target: 'AWSStepFunctions.StartExecution',
        body: { stateMachineArn: arn, name: 'opening-2021', input: '{"case":"opening-2021"}' },
      },
    ]);
  });

  it('that is there already is success', async () => {
    expect(await answering('ExecutionAlreadyExists', start)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  const errors = ['StateMachineDoesNotExist', 'ThrottlingException', 'InvalidName'];
  it.each(errors)('that fails with %s fails', async (error) => {
    expect((await answering(error, start))?.name).toBe(error);
  });

  it('without knowing its state machine names what the environment lacks', async () => {
    const act = () => workflows.start('requisition', id, id);
    const refusal = await answering(undefined, act);
    expect(refusal?.message).toBe('The environment lacks REQUISITION_ARN.');
    expect(asked).toEqual([]);
  });
});

describe('Waking a wait', () => {
  it('answers its token with nothing: the next state reads the record', async () => {
    expect(await answering(undefined, wake)).toBeUndefined();
    expect(asked).toEqual([
      { target: 'AWSStepFunctions.SendTaskSuccess', body: { taskToken: 'a-token', output: '{}' } },
    ]);
  });

  const over = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];
  it.each(over)('that is over (%s) is as good as done', async (error) => {
    expect(await answering(error, wake)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  const errors = ['ThrottlingException', 'AccessDeniedException'];
  it.each(errors)('that fails with %s fails, so that it is tried again', async (error) => {
    expect((await answering(error, wake))?.name).toBe(error);
  });
});
