import { SubmitRequisition } from './contract/doors.ts';
import { startRequisition } from './doors/submit-requisition.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** The same door by direct invocation; what the agreement refuses is refused by the workflow. */
export const handler = step(
  SubmitRequisition,
  async (submission, ports) => ({ case: await startRequisition(submission, ports) }),
  workflowPorts,
);
