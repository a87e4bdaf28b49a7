import { readPaymentFile } from './api/operations/read-payment-file.ts';
import { readTally } from './api/operations/read-tally.ts';
import { reportBank } from './api/operations/report-bank.ts';
import { resolveBankItem } from './api/operations/resolve-bank-item.ts';
import { resolveReturn } from './api/operations/resolve-return.ts';
import { takeBankReport } from './api/operations/take-bank-report.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/**
 * What people bring of the bank: its reports, what they read of them, what becomes of money that came back. And what is read of
 * files that went there and came from there.
 */
export const operations = {
  readPaymentFile,
  readTally,
  reportBank,
  takeBankReport,
  resolveBankItem,
  resolveReturn,
} satisfies OperationsOf<'api-bank'>;

export const handler = serve(operations, workflowPorts, trust);
