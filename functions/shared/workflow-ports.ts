import { SFNClient } from '@aws-sdk/client-sfn';
import { StepFunctionsWorkflows, type Workflows } from '../adapters/step-functions.ts';
import { type Ports, ports } from './ports.ts';

/** What a step that starts executions or wakes them may use besides. Apart, so that the others do not load the client. */
export interface WorkflowPorts extends Ports {
  readonly workflows: Workflows;
}

let made: WorkflowPorts | undefined;

export function workflowPorts(): WorkflowPorts {
  made ??= { ...ports(), workflows: new StepFunctionsWorkflows(new SFNClient({})) };
  return made;
}
