import {
  confirmInput,
  refuseInput,
  registerInput,
  signLocalDiscounts,
} from './api/operations/inputs.ts';
import { readInputDocument } from './api/operations/read-input-document.ts';
import { tryInput } from './api/operations/try-input.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** Inputs: a new version with its document, a dry run of one, what a second person says of it, SKR's report of local discounts. */
export const operations = {
  registerInput,
  tryInput,
  confirmInput,
  refuseInput,
  readInputDocument,
  signLocalDiscounts,
} satisfies OperationsOf<'api-inputs'>;

export const handler = serve(operations, workflowPorts, trust);
