import { trust } from './api/ports.ts';
import { serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** What people say of a run: approve, sign, reject, withdraw, go without, prepare again, close, report, resolve. */
export const handler = serve({}, workflowPorts, trust);
