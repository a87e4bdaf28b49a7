import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { StateMachineName } from '../../functions/contract/functions.ts';
import type { Handlers } from './handler.ts';
import { logRetention } from './log-retention.ts';
import { stateMachineFullName } from './state-machine-arn.ts';

/** What each workflow is made from. */
export interface WorkflowProps {
  readonly handlers: Handlers;
}

/**
 * A state machine whose executions are named after their case and take `{ "case": "payout-2022-02" }`.
 *
 * 1. Standard: an execution waits for people for up to a year, and its name is not taken twice.
 * 2. No timeout: it ends by what people and the bank did, not by time.
 * 3. Errors are logged without execution data, for task tokens are part of it.
 */
export function caseStateMachine(
  scope: Construct,
  name: StateMachineName,
  start: sfn.IChainable,
): sfn.StateMachine {
  return new sfn.StateMachine(scope, 'StateMachine', {
    stateMachineName: stateMachineFullName(scope, name),
    stateMachineType: sfn.StateMachineType.STANDARD,
    queryLanguage: sfn.QueryLanguage.JSONATA,
    definitionBody: sfn.DefinitionBody.fromChainable(start),
    logs: {
      destination: new logs.LogGroup(scope, 'Logs', logRetention),
      level: sfn.LogLevel.ERROR,
      includeExecutionData: false,
    },
  });
}
