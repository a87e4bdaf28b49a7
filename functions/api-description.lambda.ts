import { describeApi } from './api/operations/describe-api.ts';
import type { OperationsOf } from './api/serve.ts';
import { serveAnyone } from './api/serve-anyone.ts';

/** The operations by their ids. */
export const operations = { describeApi } satisfies OperationsOf<'api-description'>;

/** The API's own description, for whoever wants to use it. */
export const handler = serveAnyone(operations);
