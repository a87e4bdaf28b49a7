import { trust } from './api/ports.ts';
import { serve } from './api/serve.ts';
import { ports } from './shared/ports.ts';

/** The API's own description, for whoever wants to use it. */
export const handler = serve({}, ports, trust);
