import { ConfirmInput } from './contract/doors.ts';
import { confirmInput } from './doors/confirm-input.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** The same door by direct invocation. */
export const handler = step(ConfirmInput, confirmInput, workflowPorts);
