import {
  createRequisition,
  listRequisitions,
  readRequisition,
} from './api/operations/requisitions.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** Requisitions: SKR sends them and follows them. */
export const operations = {
  createRequisition,
  listRequisitions,
  readRequisition,
} satisfies OperationsOf<'api-requisitions'>;

export const handler = serve(operations, workflowPorts, trust);
