import { printAdvice } from './api/operations/print-advice.ts';
import { printStatement } from './api/operations/print-statement.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { ports } from './shared/ports.ts';

export const operations = { printStatement, printAdvice } satisfies OperationsOf<'api-prints'>;

/** What leaves the API as PDF. Apart, because what sets a page weighs more than everything else together. It writes nothing. */
export const handler = serve(operations, ports, trust);
