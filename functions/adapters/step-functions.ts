import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { CaseId } from '../../core/record/case-id.ts';
import { type StateMachineName, stateMachines } from '../contract/functions.ts';

/** Starts executions and wakes waiting ones. An answer carries nothing: the woken state reads the record. */
export interface Workflows {
  /** Starts the case's execution; "already exists" is success, since the name is the case's. */
  start(machine: StateMachineName, caseId: CaseId, name: string): Promise<void>;
  /** Wakes a wait. A token that is no longer open is as good as woken. */
  wake(token: string): Promise<void>;
}

const gone = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

export class StepFunctionsWorkflows implements Workflows {
  readonly #client: SFNClient;

  constructor(client: SFNClient) {
    this.#client = client;
  }

  async start(machine: StateMachineName, caseId: CaseId, name: string): Promise<void> {
    const variable = stateMachines[machine].environment;
    const stateMachineArn = process.env[variable];
    if (!stateMachineArn) throw new Error(`The environment lacks ${variable}.`);
    try {
      await this.#client.send(
        new StartExecutionCommand({
          stateMachineArn,
          name,
          input: JSON.stringify({ case: caseId }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  async wake(token: string): Promise<void> {
    try {
      await this.#client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
    } catch (error) {
      if (!(error instanceof Error && gone.has(error.name))) throw error;
    }
  }
}
