import { agreements } from '../../core/agreement/rulebook.ts';
import { StepFunctions } from '../../functions/adapters/aws/step-functions-service.ts';
import { DynamoDbRecords } from '../../functions/adapters/dynamodb-records.ts';
import { StepFunctionsWorkflows } from '../../functions/adapters/step-functions.ts';
import type { WorkflowPorts } from '../../functions/shared/workflow-ports.ts';
import type { LocalCloud } from '../../local/cloud/local-cloud.ts';
import { localClient, localDynamoDb, theTable } from '../../local/record/found-streams.ts';
import { testDebtor } from './debtor.ts';
import { MemoryFiles } from './memory-files.ts';
import { NotedMetrics } from './noted-metrics.ts';

/** Calls a door on the record and the executions of a local cloud, as an API handler does; what it publishes is left out. */
export async function atTheDoor<T>(
  cloud: LocalCloud,
  act: (ports: WorkflowPorts) => Promise<T>,
): Promise<T> {
  const { dynamodb, stepFunctions: endpoint } = cloud.endpoints();
  const whole = localClient(dynamodb);
  const database = localDynamoDb(dynamodb);
  const credentials = { accessKeyId: 'anybody', secretAccessKey: 'anybody' };
  const client = new StepFunctions({ endpoint, region: 'eu-north-1', credentials });
  try {
    return await act({
      records: new DynamoDbRecords(database, await theTable(whole)),
      workflows: new StepFunctionsWorkflows(client),
      notifier: { publish: () => Promise.resolve() },
      rulebooks: agreements,
      codeVersion: 'a door',
      debtor: { ...testDebtor, name: 'nobody', account: 'none' },
      paymentFiles: new MemoryFiles(),
      documents: new MemoryFiles(),
      metrics: new NotedMetrics(),
    });
  } finally {
    client.destroy();
    database.destroy();
    whole.destroy();
  }
}
