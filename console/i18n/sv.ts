import { accounts } from './sv/accounts.ts';
import { actions } from './sv/actions.ts';
import { audit } from './sv/audit.ts';
import { bank } from './sv/bank.ts';
import { calendar } from './sv/calendar.ts';
import { chart } from './sv/chart.ts';
import { inputs } from './sv/inputs.ts';
import { payments } from './sv/payments.ts';
import { reconciliation } from './sv/reconciliation.ts';
import { regions } from './sv/regions.ts';
import { requisitions } from './sv/requisitions.ts';
import { run } from './sv/run.ts';
import { sent } from './sv/sent.ts';
import { shell } from './sv/shell.ts';
import { tasks } from './sv/tasks.ts';
import { working } from './sv/working.ts';

/** Every text that the user sees, in Swedish. It is the source of the keys, and of the facts that a text takes in braces. */
export const sv = {
  ...shell,
  ...tasks,
  ...calendar,
  ...chart,
  ...payments,
  ...run,
  ...sent,
  ...bank,
  ...accounts,
  ...actions,
  ...working,
  ...requisitions,
  ...inputs,
  ...reconciliation,
  ...regions,
  ...audit,
} as const;
