import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StateMachineName } from '../../../functions/contract/functions.ts';
import { systemName } from '../../context/system.ts';

/** The name of a state machine in its account: the system's name keeps two stages in one account apart. */
export function stateMachineFullName(scope: Construct, name: StateMachineName): string {
  return `${systemName(scope)}-${name}`;
}

/**
 * The ARN of a state machine, formed from its name and not taken from the resource: functions are allowed to start the
 * state machines that call them, and a reference in each direction could not be deployed.
 */
export function stateMachineArn(scope: Construct, name: StateMachineName): string {
  return arn(scope, 'stateMachine', stateMachineFullName(scope, name));
}

/** The ARN that every execution of the system's state machines has, whatever its name. */
export function executionArns(scope: Construct): string {
  return arn(scope, 'execution', `${systemName(scope)}-*`);
}

/** The same as cdk-nag writes it, in whose text pseudo parameters stand in angle brackets. */
export function executionPattern(scope: Construct): string {
  return `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${systemName(scope)}-*`;
}

function arn(scope: Construct, resource: string, resourceName: string): string {
  return Stack.of(scope).formatArn({
    service: 'states',
    resource,
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
