import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingCase } from '../../../core/record/case-id.ts';
import { StepFunctions } from '../../../functions/adapters/aws/step-functions-service.ts';
import { StepFunctionsWorkflows } from '../../../functions/adapters/step-functions.ts';
import { stateMachines } from '../../../functions/contract/functions.ts';
import { listenOnLoopback } from '../../helpers/loopback.ts';
import { refusalOf } from '../support/world.ts';

const arn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:year-opening';
const id = openingCase(2021);

/** What the service answers next: an error by name, or nothing special. */
let next: string | undefined;
/** The status that the service tells of an execution. */
let described = 'RUNNING';
/** What the service lists of each state machine, on two pages. */
const pages = [
  { executions: [{ name: 'opening-2021' }], nextToken: 'more' },
  { executions: [{ name: 'opening-2022.2' }] },
];
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
    const { nextToken } = JSON.parse(text);
    const listed = nextToken === undefined ? pages[0] : pages[1];
    const answer = asked.at(-1)?.target.endsWith('.ListExecutions')
      ? listed
      : { executionArn: 'x', startDate: 0, status: described };
    response.end(JSON.stringify(next === undefined ? answer : { __type: next }));
  });
});
let client: StepFunctions;
let workflows: StepFunctionsWorkflows;

beforeAll(async () => {
  process.env.YEAR_OPENING_ARN = arn;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = await listenOnLoopback(server);
  client = new StepFunctions({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
  workflows = new StepFunctionsWorkflows(client);
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  delete process.env.YEAR_OPENING_ARN;
});

const answering = async (error: string | undefined, act: () => Promise<unknown>) => {
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

  it('that runs already is success: the service takes the same name and input for the same', async () => {
    next = undefined;
    expect(await start()).toBe('under-way');
  });

  it('that has ended is no error either, and is not started again', async () => {
    asked.length = 0;
    next = 'ExecutionAlreadyExists';
    expect(await start()).toBe('ended');
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

describe('Looking for an execution', () => {
  const find = () => workflows.find('year-opening', `${id}.2`);

  it.each([
    ['RUNNING', 'under-way'],
    ['PENDING_REDRIVE', 'under-way'],
    ['SUCCEEDED', 'ended'],
    ['FAILED', 'ended'],
    ['TIMED_OUT', 'ended'],
    ['ABORTED', 'ended'],
  ])('that is %s finds it %s', async (status, found) => {
    next = undefined;
    described = status;
    asked.length = 0;
    expect(await find()).toBe(found);
    const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:opening-2021.2`;
    expect(asked).toEqual([
      { target: 'AWSStepFunctions.DescribeExecution', body: { executionArn } },
    ]);
  });

  it('that was never started finds nothing, and starts nothing', async () => {
    next = 'ExecutionDoesNotExist';
    expect(await find()).toBeUndefined();
  });

  it('that cannot be asked for fails', async () => {
    expect((await answering('AccessDeniedException', find))?.name).toBe('AccessDeniedException');
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

describe('Listing what runs', () => {
  const others = Object.values(stateMachines).map(({ environment }) => environment);
  beforeAll(() => {
    for (const name of others) process.env[name] ??= arn;
  });
  afterAll(() => {
    for (const name of others) if (name !== 'YEAR_OPENING_ARN') delete process.env[name];
  });

  it('asks every state machine for its running executions, page after page', async () => {
    let names: readonly string[] = [];
    const refusal = await answering(undefined, async () => {
      names = await workflows.running();
    });
    expect(refusal).toBeUndefined();
    expect(names).toEqual(others.flatMap(() => ['opening-2021', 'opening-2022.2']));
    expect(asked).toHaveLength(2 * others.length);
    for (const { target, body } of asked) {
      expect(target).toBe('AWSStepFunctions.ListExecutions');
      expect(body).toMatchObject({ stateMachineArn: arn, statusFilter: 'RUNNING' });
    }
  });

  it('that is refused fails, so that the next hour tries again', async () => {
    const act = async () => void (await workflows.running());
    expect((await answering('AccessDeniedException', act))?.name).toBe('AccessDeniedException');
  });
});
