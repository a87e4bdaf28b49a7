import { trust } from './api/ports.ts';
import { serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** Requisitions: SKR sends them and follows them. */
export const handler = serve({}, workflowPorts, trust);
