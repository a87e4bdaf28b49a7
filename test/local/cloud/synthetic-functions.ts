/**
 * The handlers of the synthetic year, bundled by esbuild as the real ones are. Which of them a
 * bundle is, its function's environment says.
 */
import { appendFileSync } from 'node:fs';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';

const records = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const machines = new SFNClient({});
const TableName = 'Records';

type Event = Record<string, string>;

/** Appends unless it is there: a second call finds the first one's work. */
async function put(pk: string, sk: string, more: object): Promise<void> {
  const condition = 'attribute_not_exists(pk)';
  try {
    const Item = { pk, sk, ...more };
    await records.send(new PutCommand({ TableName, Item, ConditionExpression: condition }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

async function list(pk: string, begins: string): Promise<Record<string, unknown>[]> {
  const found = await records.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': begins },
      ConsistentRead: true,
    }),
  );
  return found.Items ?? [];
}

const handlers: Record<string, (event: Event) => Promise<unknown>> = {
  /** Starts the month's run from the 20th on, if the record does not say that it was closed. */
  async opener({ scheduledAt = '' }) {
    const month = scheduledAt.slice(0, 7);
    const [closed, open, inputs] = [
      await list(`RUN#${month}`, 'closed'),
      await list(`RUN#${month}`, 'step'),
      await list('INPUT', ''),
    ];
    if (closed.length > 0 || open.length > 0 || Number(scheduledAt.slice(8, 10)) < 20) return null;
    const input = JSON.stringify({ run: month, inputs: inputs.length });
    const stateMachineArn = process.env.MACHINE;
    const name = `run-${month}`;
    try {
      await machines.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
    return name;
  },
  /** A step of a run: reads the run, and appends what it did. */
  async step({ run = '', now = '' }) {
    const name = process.env.STEP ?? '';
    const before = await list(`RUN#${run}`, 'step');
    await records.send(new GetCommand({ TableName, Key: { pk: 'INPUT', sk: run } }));
    await list('INPUT', '');
    await put(`RUN#${run}`, `step#${name}`, { now, before: before.length });
    return { run, steps: before.length };
  },
  async ask({ run = '', token = '', state = '' }) {
    await put('TOKEN', `${run} ${state}`, { token });
    return null;
  },
  /** Called from outside: records an answer and wakes whoever waits for it. */
  async approve({ run = '', state = '', now = '' }) {
    await put(`RUN#${run}`, `approved#${state}`, { now });
    const { Item } = await records.send(
      new GetCommand({ TableName, Key: { pk: 'TOKEN', sk: `${run} ${state}` } }),
    );
    const taskToken = String(Item?.token);
    await machines.send(new SendTaskSuccessCommand({ taskToken, output: '{}' })).catch(ignoreUsed);
    return null;
  },
  /** Answers again tokens whose answer was recorded; says nothing when there are none. */
  async hourly() {
    const tokens = await list('TOKEN', '');
    return tokens.length;
  },
};

function ignoreUsed(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'TaskTimedOut') throw error;
}

export async function handler(event: Event): Promise<unknown> {
  const kind = process.env.KIND ?? '';
  const calls = process.env.CALLS;
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME;
  if (calls !== undefined) appendFileSync(calls, `${name} ${JSON.stringify(event)}\n`);
  return await (handlers[kind] as (event: Event) => Promise<unknown>)(event);
}
