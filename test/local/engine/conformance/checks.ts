import type { RowId } from '../../../../local/engine/conformance/table.ts';
import type { Check } from './check.ts';
import { errorChecks } from './error-checks.ts';
import { expressionChecks } from './expression-checks.ts';
import { functionChecks } from './function-checks.ts';
import { machineChecks } from './machine-checks.ts';
import { stateChecks } from './state-checks.ts';
import { syntaxChecks } from './syntax-checks.ts';
import { taskChecks } from './task-checks.ts';

/** How each row of the table is tried on the engine: a row without a check, or a check without a row, does not compile. */
export const checks: { readonly [Id in RowId]: Check } = {
  ...machineChecks,
  ...stateChecks,
  ...taskChecks,
  ...errorChecks,
  ...expressionChecks,
  ...syntaxChecks,
  ...functionChecks,
};
