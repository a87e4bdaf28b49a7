import { CaseStep } from './contract/steps.ts';
import { computeSettlement as run } from './shared/compute-settlement.ts';
import { ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/** State "Compute the settlement": what State and SKR sign, every region's amount of every kind, zeros included. */
export { run };

export const handler = step(CaseStep, run, ports);
