import { CaseStep } from './contract/steps.ts';
import { prepareReissue as run } from './shared/prepare-reissue.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** State "Prepare the reissue": proposes to send one payment again that came back, to the account that is confirmed now. */
export { run };

export const handler = step(CaseStep, run, workflowPorts);
