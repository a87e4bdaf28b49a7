import { readEvents } from './api/operations/read-events.ts';
import { verifyRecord } from './api/operations/verify-record.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { ports } from './shared/ports.ts';

export const operations = { verifyRecord, readEvents } satisfies OperationsOf<'api-audit'>;

/** What an auditor asks: the whole record, event by event, and whether it is what it says it is. It writes nothing. */
export const handler = serve(operations, ports, trust);
