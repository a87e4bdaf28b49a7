import {
  approveProposal,
  goWithout,
  prepareAgain,
  rejectProposal,
  requestClose,
  signReconciliation,
  withdrawApproval,
} from './api/operations/answer-run.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** What people say of a run: approve, sign, reject, withdraw, go without, prepare again, close. */
export const operations = {
  approveProposal,
  signReconciliation,
  rejectProposal,
  withdrawApproval,
  goWithout,
  prepareAgain,
  requestClose,
} satisfies OperationsOf<'api-runs'>;

export const handler = serve(operations, workflowPorts, trust);
