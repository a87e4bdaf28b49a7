import { exportAccounts } from './api/operations/export-accounts.ts';
import { readAnnex } from './api/operations/read-annex.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { ports } from './shared/ports.ts';

export const operations = {
  readAnnex,
  exportAccounts,
} satisfies OperationsOf<'api-documents'>;

/** What leaves the API as tables: workbooks, CSV, SIE. It writes nothing. */
export const handler = serve(operations, ports, trust);
