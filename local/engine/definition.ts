import type { Json, JsonObject } from './json.ts';

/**
 * The part of the Amazon States Language that is run here, after it has been checked by
 * load-definition.ts. Field names are the language's own.
 */
export interface Definition {
  readonly Comment?: string;
  readonly QueryLanguage: 'JSONata';
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
  /** Seconds for a whole execution; without it an execution never times out. */
  readonly TimeoutSeconds?: number;
  readonly Version?: string;
}

export type State = TaskState | ChoiceState | WaitState | PassState | SucceedState | FailState;

/** Where a state goes: exactly one of the two is there. */
interface Onward {
  readonly Next?: string;
  readonly End?: true;
}

/** What a state leaves behind: its output, and variables for the states after it. */
interface Leaves {
  readonly Output?: Json;
  readonly Assign?: JsonObject;
}

export interface TaskState extends Onward, Leaves {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments: { readonly FunctionName: string; readonly Payload?: Json };
  /** Seconds, or an expression that gives them. */
  readonly TimeoutSeconds?: number | string;
  readonly HeartbeatSeconds?: number | string;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'NONE' | 'FULL';
}

export interface Catcher extends Leaves {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

export interface ChoiceState extends Leaves {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

export interface ChoiceRule extends Leaves {
  readonly Condition: string;
  readonly Next: string;
}

/** Exactly one of Seconds and Timestamp is there. */
export interface WaitState extends Onward, Leaves {
  readonly Type: 'Wait';
  readonly Seconds?: number | string;
  readonly Timestamp?: string;
}

export interface PassState extends Onward, Leaves {
  readonly Type: 'Pass';
}

export interface SucceedState {
  readonly Type: 'Succeed';
  readonly Output?: Json;
}

export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly Cause?: string;
}

/** Calls a Lambda and takes its answer. */
export const INVOKE = 'arn:aws:states:::lambda:invoke';
/** Calls a Lambda and waits until its task token is answered. */
export const INVOKE_AND_WAIT = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
