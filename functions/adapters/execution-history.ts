import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import type { StateMachineName } from '../contract/functions.ts';
import type { HistoryEvent, StepFunctions } from './aws/step-functions-service.ts';
import { executionArn } from './machine-arns.ts';

/** One thing that happened in an execution; what went in and out of its states is never asked for. */
export interface ExecutionEvent {
  readonly at: Instant;
  /** As the service calls it: TaskStateEntered, TaskFailed … */
  readonly type: string;
  /** The state that was entered. */
  readonly state?: string;
  /** The error by its name. */
  readonly error?: string;
}

export interface Execution {
  readonly name: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly events: readonly ExecutionEvent[];
}

/** How far executions are, as the service that runs them tells it. */
export interface Executions {
  /** The execution of that name; undefined when there is none. */
  find(machine: StateMachineName, name: string): Promise<Execution | undefined>;
}

/** The largest page that the service gives. */
const eventsOnAPage = 1000;
/** A standard execution has at most 25 000 events. */
const mostPages = 25;

export class StepFunctionsExecutions implements Executions {
  readonly #client: StepFunctions;

  constructor(client: StepFunctions) {
    this.#client = client;
  }

  async find(machine: StateMachineName, name: string): Promise<Execution | undefined> {
    const arn = executionArn(machine, name);
    try {
      const [described, events] = await Promise.all([
        this.#client.call('DescribeExecution', { executionArn: arn }),
        this.#events(arn),
      ]);
      const { status, startDate, stopDate } = described;
      return {
        name,
        status: knownStatus(status),
        startedAt: instantOf(startDate),
        ...(stopDate !== undefined && { endedAt: instantOf(stopDate) }),
        events,
      };
    } catch (error) {
      if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return undefined;
      throw error;
    }
  }

  async #events(arn: string): Promise<readonly ExecutionEvent[]> {
    const events: ExecutionEvent[] = [];
    let nextToken: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const answer = await this.#client.call('GetExecutionHistory', {
        executionArn: arn,
        includeExecutionData: false,
        maxResults: eventsOnAPage,
        ...(nextToken !== undefined && { nextToken }),
      });
      events.push(...(answer.events ?? []).map(eventFrom));
      nextToken = answer.nextToken;
      if (nextToken === undefined) break;
    }
    return events;
  }
}

function eventFrom(event: HistoryEvent): ExecutionEvent {
  const state = event.stateEnteredEventDetails?.name;
  const { error } =
    event.taskFailedEventDetails ??
    event.taskTimedOutEventDetails ??
    event.taskStartFailedEventDetails ??
    event.taskSubmitFailedEventDetails ??
    event.executionFailedEventDetails ??
    event.executionTimedOutEventDetails ??
    event.executionAbortedEventDetails ??
    {};
  return {
    at: instantOf(event.timestamp),
    type: event.type ?? '',
    ...(state !== undefined && { state }),
    ...(error !== undefined && { error }),
  };
}

const instantOf = (epochSeconds: number | undefined): Instant => {
  if (epochSeconds === undefined)
    throw new RangeError('Step Functions told of something without saying when it was.');
  return parseInstant(new Date(Math.trunc(epochSeconds * 1000)).toISOString());
};

const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** PENDING_REDRIVE is an execution that will go on: it runs. */
const knownStatus = (status: string | undefined): Execution['status'] =>
  statuses.find((known) => known === status) ?? 'RUNNING';
