import { trust } from './api/ports.ts';
import { serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** Inputs: a new version, a dry run of one, a second person's confirmation. */
export const handler = serve({}, workflowPorts, trust);
