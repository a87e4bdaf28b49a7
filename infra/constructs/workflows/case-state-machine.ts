import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { StateMachineName } from '../../../functions/contract/functions.ts';
import type { Handlers } from '../handler.ts';
import { logGroup } from '../log-group.ts';
import { ManagedRole } from '../managed-role.ts';
import { stateMachineFullName } from './state-machine-arn.ts';

/** What each workflow is made from. */
export interface WorkflowProps {
  readonly handlers: Handlers;
  readonly logKey: kms.IKey;
}

/**
 * A state machine whose executions are named after their case and take `{ "case": "payout-2022-02" }`.
 *
 * 1. Standard: an execution waits for people for up to a year, and its name is not taken twice.
 * 2. No timeout: it ends by what people and the bank did, not by time.
 * 3. Each state is logged and traced, by name and without execution data, for task tokens are part of it.
 * 4. It may call the functions that its states name, and no other.
 */
export function caseStateMachine(
  scope: Construct,
  name: StateMachineName,
  start: sfn.IChainable,
  { logKey }: Pick<WorkflowProps, 'logKey'>,
): sfn.StateMachine {
  return new sfn.StateMachine(scope, 'StateMachine', {
    stateMachineName: stateMachineFullName(scope, name),
    stateMachineType: sfn.StateMachineType.STANDARD,
    queryLanguage: sfn.QueryLanguage.JSONATA,
    definitionBody: sfn.DefinitionBody.fromChainable(start),
    role: new ManagedRole(scope, 'Role', {
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com'),
      description: `What the state machine ${name} may do`,
    }),
    tracingEnabled: true,
    logs: {
      destination: logGroup(scope, 'Logs', logKey),
      level: sfn.LogLevel.ALL,
      includeExecutionData: false,
    },
  });
}
