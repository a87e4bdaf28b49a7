import { CaseStep } from './contract/steps.ts';
import { collectFinals as run } from './shared/collect-finals.ts';
import { ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/** State "Collect the finals": whether everything that State and SKR reconcile has arrived, or what is missing. */
export { run };

export const handler = step(CaseStep, run, ports);
