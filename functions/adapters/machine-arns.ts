import { type StateMachineName, stateMachines } from '../contract/functions.ts';
import { environment } from '../shared/environment.ts';

/** The ARN of a state machine, as this process is told it. */
export const machineArn = (machine: StateMachineName): string =>
  environment(stateMachines[machine].environment);

/** The ARN that the execution of a name has, whether or not there is one. */
export const executionArn = (machine: StateMachineName, name: string): string =>
  `${machineArn(machine).replace(':stateMachine:', ':execution:')}:${name}`;
