import { confirmInput, registerInput, signLocalDiscounts } from './api/operations/inputs.ts';
import { tryInput } from './api/operations/try-input.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** Inputs: a new version, a dry run of one, a second person's confirmation, SKR's report of local discounts. */
export const operations = {
  registerInput,
  tryInput,
  confirmInput,
  signLocalDiscounts,
} satisfies OperationsOf<'api-inputs'>;

export const handler = serve(operations, workflowPorts, trust);
