import { listNotices } from './api/operations/list-notices.ts';
import { listRuns } from './api/operations/list-runs.ts';
import { listTasks } from './api/operations/list-tasks.ts';
import { readAccounts } from './api/operations/read-accounts.ts';
import { readBank } from './api/operations/read-bank.ts';
import { readCalendar } from './api/operations/read-calendar.ts';
import { readForecast } from './api/operations/read-forecast.ts';
import { listInputs, readInput, readInputVersion } from './api/operations/read-inputs.ts';
import { readProposal, readProposalChanges } from './api/operations/read-proposal.ts';
import { readReconciliation } from './api/operations/read-reconciliation.ts';
import { readRun } from './api/operations/read-run.ts';
import {
  listRegions,
  readMonthStatement,
  readStatement,
  readStatementWorking,
} from './api/operations/read-statements.ts';
import { readSwitch } from './api/operations/read-switch.ts';
import { readTimeline } from './api/operations/read-timeline.ts';
import { readWorking } from './api/operations/read-working.ts';
import { whoAmI } from './api/operations/who-am-i.ts';
import { readPorts, trust } from './api/ports.ts';
import { type OperationsOf, serve } from './api/serve.ts';

/** The operations by their ids; tests serve them with ports of their own. */
export const operations = {
  whoAmI,
  listTasks,
  readCalendar,
  listRuns,
  readRun,
  readProposal,
  readProposalChanges,
  readWorking,
  readTimeline,
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
  readSwitch,
  readAccounts,
  readBank,
} satisfies OperationsOf<'api-read'>;

/** Everything that is read through the API by people: the record as it is shown, never recalculated. It cannot write. */
export const handler = serve(operations, readPorts, trust);
