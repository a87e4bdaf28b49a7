import { trust } from './api/ports.ts';
import { serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** The switch that stops all releases, and its lifting by two people. */
export const handler = serve({}, workflowPorts, trust);
