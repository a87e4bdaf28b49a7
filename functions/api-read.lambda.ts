import { readEvents } from './api/operations/read-events.ts';
import { listInputs, readInput, readInputVersion } from './api/operations/read-inputs.ts';
import { verifyRecord } from './api/operations/verify-record.ts';
import { whoAmI } from './api/operations/who-am-i.ts';
import { readPorts, trust } from './api/ports.ts';
import { serve } from './api/serve.ts';

/** The operations by their ids; tests serve them with ports of their own. */
export const operations = {
  whoAmI,
  listInputs,
  readInput,
  readInputVersion,
  verifyRecord,
  readEvents,
};

/** Everything that is read through the API by people: the record as it is shown, never recalculated. It cannot write. */
export const handler = serve(operations, readPorts, trust);
