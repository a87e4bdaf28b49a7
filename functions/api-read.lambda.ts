import { whoAmI } from './api/operations/who-am-i.ts';
import { readPorts, trust } from './api/ports.ts';
import { serve } from './api/serve.ts';

/** Everything that is read through the API by people: the record as it is shown, never recalculated. It cannot write. */
export const handler = serve({ whoAmI }, readPorts, trust);
