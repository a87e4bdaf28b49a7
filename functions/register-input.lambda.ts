import { RegisterInput } from './contract/inputs.ts';
import { registerInput } from './doors/register-input.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** The same door by direct invocation. */
export const handler = step(
  RegisterInput,
  (event, ports) => registerInput(event, ports),
  workflowPorts,
);
