import { liftStop, stopReleases } from './api/operations/switch.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** The switch that stops all releases, and its lifting by two people. */
export const operations = { stopReleases, liftStop } satisfies OperationsOf<'api-switch'>;

export const handler = serve(operations, workflowPorts, trust);
