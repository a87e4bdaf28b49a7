import { exportAccounts } from './api/operations/export-accounts.ts';
import { printAdvice } from './api/operations/print-advice.ts';
import { printStatement } from './api/operations/print-statement.ts';
import { readAnnex } from './api/operations/read-annex.ts';
import { readPaymentFile } from './api/operations/read-payment-file.ts';
import { readTally } from './api/operations/read-tally.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { ports } from './shared/ports.ts';

export const operations = {
  readPaymentFile,
  readAnnex,
  readTally,
  exportAccounts,
  printStatement,
  printAdvice,
} satisfies OperationsOf<'api-documents'>;

/** What leaves the API as files, and what is told from stored files. It writes nothing. */
export const handler = serve(operations, ports, trust);
