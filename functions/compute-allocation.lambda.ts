import { CaseStep } from './contract/steps.ts';
import { computeAllocation as run } from './shared/compute-allocation.ts';
import { ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/** State "Compute the allocation": proposes every region's grant of the year, or says which input is missing. */
export { run };

export const handler = step(CaseStep, run, ports);
