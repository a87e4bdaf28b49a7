import { CaseStep } from './contract/steps.ts';
import { prepareRequisition as run } from './shared/prepare-requisition.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/**
 * State "Prepare the payment": proposes what the requisition is paid, or says what is missing. Euros are worth what they cost
 * on the day of payment: their proposal holds on that day only.
 */
export { run };

export const handler = step(CaseStep, run, workflowPorts);
