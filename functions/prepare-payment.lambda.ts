import { CaseStep } from './contract/steps.ts';
import { ports } from './shared/ports.ts';
import { preparePayment as run } from './shared/prepare-payment.ts';
import { step } from './shared/step.ts';

/** State "Prepare payment": proposes what is due in the month, or says what is missing, from whom, since when. */
export { run };

export const handler = step(CaseStep, run, ports);
