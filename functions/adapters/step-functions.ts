import type { CaseId } from '../../core/record/case-id.ts';
import { type StateMachineName, stateMachines } from '../contract/functions.ts';
import type { StepFunctions } from './aws/step-functions-service.ts';
import { executionArn, machineArn } from './machine-arns.ts';

/** What has become of the execution of a name: it runs, perhaps since now, or it has ended, however that was. */
export type Started = 'under-way' | 'ended';

/** Starts executions and wakes waiting ones. An answer carries nothing: the woken state reads the record. */
export interface Workflows {
  /**
   * Starts the case's execution. One that runs already is the same one, and one that has ended is not started again: `ended` says
   * so. Neither is an error, since the name is the case's.
   */
  start(machine: StateMachineName, caseId: CaseId, name: string): Promise<Started>;
  /** What has become of the execution of that name; undefined when there was never one. */
  find(machine: StateMachineName, name: string): Promise<Started | undefined>;
  /** Wakes a wait. A token that is no longer open is as good as woken. */
  wake(token: string): Promise<void>;
  /** The names of all executions that run. One that has just begun or ended may be missing or still there. */
  running(): Promise<readonly string[]>;
}

const gone = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

export class StepFunctionsWorkflows implements Workflows {
  readonly #client: StepFunctions;

  constructor(client: StepFunctions) {
    this.#client = client;
  }

  async start(machine: StateMachineName, caseId: CaseId, name: string): Promise<Started> {
    const stateMachineArn = machineArn(machine);
    try {
      await this.#client.call('StartExecution', {
        stateMachineArn,
        name,
        input: JSON.stringify({ case: caseId }),
      });
      return 'under-way';
    } catch (error) {
      // Of a standard workflow this is answered for an ended execution only: the input is always the same.
      if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return 'ended';
      throw error;
    }
  }

  async find(machine: StateMachineName, name: string): Promise<Started | undefined> {
    const arn = executionArn(machine, name);
    try {
      const { status } = await this.#client.call('DescribeExecution', { executionArn: arn });
      // One that was asked to be redriven will run.
      return status === 'RUNNING' || status === 'PENDING_REDRIVE' ? 'under-way' : 'ended';
    } catch (error) {
      if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return undefined;
      throw error;
    }
  }

  async wake(token: string): Promise<void> {
    try {
      await this.#client.call('SendTaskSuccess', { taskToken: token, output: '{}' });
    } catch (error) {
      if (!(error instanceof Error && gone.has(error.name))) throw error;
    }
  }

  async running(): Promise<readonly string[]> {
    const machines = Object.keys(stateMachines) as StateMachineName[];
    const names = await Promise.all(
      machines.map(async (machine) => this.#runningOf(machineArn(machine))),
    );
    return names.flat();
  }

  async #runningOf(stateMachineArn: string): Promise<readonly string[]> {
    const names: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.#client.call('ListExecutions', {
        stateMachineArn,
        statusFilter: 'RUNNING',
        ...(nextToken !== undefined && { nextToken }),
      });
      names.push(...(page.executions ?? []).map(({ name }) => name));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return names;
  }
}
