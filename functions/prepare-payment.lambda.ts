import { CaseStep } from './contract/steps.ts';
import { preparePayment as run } from './shared/prepare-payment.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** State "Prepare payment": proposes what is due in the month, or says what is missing, from whom, since when. */
export { run };

export const handler = step(CaseStep, run, workflowPorts);
