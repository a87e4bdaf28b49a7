import { SendTaskSuccessCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
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

/** Ends an execution for good, as when it fails in a way that no redrive mends. */
export const endExecution = (cloud: LocalCloud, name: string) =>
  asking(cloud, async (client) => {
    const machine = cloud.executions().find((each) => each.name === name)?.stateMachine;
    const executionArn = `arn:aws:states:${REGION}:${ACCOUNT}:execution:${machine}:${name}`;
    await client.send(new StopExecutionCommand({ executionArn, cause: 'It cannot go on.' }));
  });

/** An engineer has a case go on, by calling the opener as docs/runbook.md says. */
export const goOn = (cloud: LocalCloud, id: string) =>
  cloud.invoke('open-due', { scheduledTime: cloud.now(), goOn: id });
