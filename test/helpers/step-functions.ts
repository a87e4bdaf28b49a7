import {
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { ACCOUNT, REGION } from '../../local/cloud/intrinsics.ts';
import type { LocalCloud } from '../../local/cloud/local-cloud.ts';

/** Asks Step Functions itself, past every door, as an engineer may and a forger might. */
async function asking<T>(cloud: LocalCloud, ask: (client: SFNClient) => Promise<T>): Promise<T> {
  const { stepFunctions: endpoint } = cloud.endpoints();
  const credentials = { accessKeyId: 'anybody', secretAccessKey: 'anybody' };
  const client = new SFNClient({ endpoint, region: 'eu-north-1', credentials });
  try {
    return await ask(client);
  } finally {
    client.destroy();
  }
}

/** Answers a token with an output that claims whatever is asked of it. */
export const forgeAnswer = (cloud: LocalCloud, token: string, claims: object) =>
  asking(cloud, (client) =>
    client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(claims) })),
  );

/** An engineer ends a case's execution and starts another for the case, under the next name. */
export const replaceExecution = (cloud: LocalCloud, of: string) =>
  asking(cloud, async (client) => {
    const machine = cloud.executions().find(({ name }) => name === of)?.stateMachine;
    const stateMachineArn = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${machine}`;
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${of}`;
    await client.send(new StopExecutionCommand({ executionArn, cause: 'It cannot go on.' }));
    const input = JSON.stringify({ case: of });
    await client.send(new StartExecutionCommand({ stateMachineArn, name: `${of}.2`, input }));
  });
