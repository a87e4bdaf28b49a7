import { CaseStep } from './contract/steps.ts';
import { ports } from './shared/ports.ts';
import { prepareRequisition as run } from './shared/prepare-requisition.ts';
import { step } from './shared/step.ts';

/**
 * State "Prepare the payment": proposes what the requisition is paid, or says what is missing. Euros are worth what they cost
 * on the day of payment: their proposal holds on that day only.
 */
export { run };

export const handler = step(CaseStep, run, ports);
