import { CaseStep } from './contract/steps.ts';
import { ports } from './shared/ports.ts';
import { prepareReissue as run } from './shared/prepare-reissue.ts';
import { step } from './shared/step.ts';

export const handler = step(CaseStep, run, ports);
