import { accounts } from './en/accounts.ts';
import { actions } from './en/actions.ts';
import { audit } from './en/audit.ts';
import { bank } from './en/bank.ts';
import { calendar } from './en/calendar.ts';
import { chart } from './en/chart.ts';
import { inputs } from './en/inputs.ts';
import { payments } from './en/payments.ts';
import { reconciliation } from './en/reconciliation.ts';
import { regions } from './en/regions.ts';
import { requisitions } from './en/requisitions.ts';
import { run } from './en/run.ts';
import { sent } from './en/sent.ts';
import { shell } from './en/shell.ts';
import { tasks } from './en/tasks.ts';
import { working } from './en/working.ts';
import type { Key } from './keys.ts';

/** The same texts in English. A key that is missing here does not compile. */
export const en = {
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
} as const satisfies Readonly<Record<Key, string>>;
