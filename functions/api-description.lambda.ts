import { describeApi } from './api/operations/describe-api.ts';
import { trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';
import { ports } from './shared/ports.ts';

/** The operations by their ids; tests serve them with ports of their own. */
export const operations = { describeApi } satisfies OperationsOf<'api-description'>;

/** The API's own description, for whoever wants to use it. */
export const handler = serve(operations, ports, trust);
