import { listNotices } from './api/operations/list-notices.ts';
import { readEvents } from './api/operations/read-events.ts';
import { readForecast } from './api/operations/read-forecast.ts';
import { listInputs, readInput, readInputVersion } from './api/operations/read-inputs.ts';
import { readReconciliation } from './api/operations/read-reconciliation.ts';
import {
  listRegions,
  readMonthStatement,
  readStatement,
  readStatementWorking,
} from './api/operations/read-statements.ts';
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
  readReconciliation,
  listNotices,
  listRegions,
  readStatement,
  readMonthStatement,
  readStatementWorking,
  readForecast,
  verifyRecord,
  readEvents,
};

/** Everything that is read through the API by people: the record as it is shown, never recalculated. It cannot write. */
export const handler = serve(operations, readPorts, trust);
