import { JsonService } from './json-service.ts';
import type { ServiceOptions } from './service.ts';

/** Seconds since 1970, with fractions. */
type Epoch = number;

/** What every kind of failure says of itself. */
interface FailureDetails {
  readonly error?: string;
}

/** What happened in an execution; of the details only those that are read. */
export interface HistoryEvent {
  readonly timestamp?: Epoch;
  readonly type?: string;
  readonly stateEnteredEventDetails?: { readonly name?: string };
  readonly taskFailedEventDetails?: FailureDetails;
  readonly taskTimedOutEventDetails?: FailureDetails;
  readonly taskStartFailedEventDetails?: FailureDetails;
  readonly taskSubmitFailedEventDetails?: FailureDetails;
  readonly executionFailedEventDetails?: FailureDetails;
  readonly executionTimedOutEventDetails?: FailureDetails;
  readonly executionAbortedEventDetails?: FailureDetails;
}

/** What is asked of Step Functions. */
type StepFunctionsOperations = {
  readonly StartExecution: {
    readonly input: {
      readonly stateMachineArn: string;
      readonly name: string;
      readonly input: string;
    };
    readonly output: object;
  };
  readonly SendTaskSuccess: {
    readonly input: { readonly taskToken: string; readonly output: string };
    readonly output: object;
  };
  readonly DescribeExecution: {
    readonly input: { readonly executionArn: string };
    readonly output: {
      readonly status?: string;
      readonly startDate?: Epoch;
      readonly stopDate?: Epoch;
    };
  };
  readonly ListExecutions: {
    readonly input: {
      readonly stateMachineArn: string;
      readonly statusFilter: 'RUNNING';
      readonly nextToken?: string;
    };
    readonly output: {
      readonly executions?: readonly { readonly name: string }[];
      readonly nextToken?: string;
    };
  };
  readonly GetExecutionHistory: {
    readonly input: {
      readonly executionArn: string;
      readonly includeExecutionData: false;
      readonly maxResults: number;
      readonly nextToken?: string;
    };
    readonly output: { readonly events?: readonly HistoryEvent[]; readonly nextToken?: string };
  };
};

/** Step Functions: starts executions, answers their tokens, tells how far they are. */
export class StepFunctions extends JsonService<StepFunctionsOperations> {
  constructor(options?: ServiceOptions) {
    super('states', 'AWSStepFunctions', options);
  }
}
