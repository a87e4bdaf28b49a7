import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StateMachineName } from '../../functions/contract/functions.ts';

/** The name of a state machine in its account: the stack's name keeps two environments in one account apart. */
export function stateMachineFullName(scope: Construct, name: StateMachineName): string {
  return `${Stack.of(scope).stackName}-${name}`;
}

/**
 * The ARN of a state machine, formed from its name and not taken from the resource: functions are allowed to start the
 * state machines that call them, and a reference in each direction could not be deployed.
 */
export function stateMachineArn(scope: Construct, name: StateMachineName): string {
  return Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: stateMachineFullName(scope, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** The ARN that every execution of a state machine has, whatever its name. */
export function executionArns(scope: Construct, name: StateMachineName): string {
  return Stack.of(scope).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${stateMachineFullName(scope, name)}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
