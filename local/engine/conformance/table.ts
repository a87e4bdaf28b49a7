import { errorRows } from './error-rows.ts';
import { expressionRows } from './expression-rows.ts';
import { functionRows } from './function-rows.ts';
import { machineRows } from './machine-rows.ts';
import type { Rows } from './row.ts';
import { stateRows } from './state-rows.ts';
import { syntaxRows } from './syntax-rows.ts';
import { taskRows } from './task-rows.ts';

/** The table by chapters, in the order in which it is shown. */
export const chapters = {
  'Machines and executions': machineRows,
  States: stateRows,
  'Tasks and task tokens': taskRows,
  'Errors, Retry and Catch': errorRows,
  Expressions: expressionRows,
  'Syntax of JSONata': syntaxRows,
  'Functions of JSONata': functionRows,
} as const satisfies Readonly<Record<string, Rows>>;

/**
 * Every field and behaviour of the states language that is run here. A definition that uses anything else is refused when it
 * is loaded; each row is run on the engine by the check of its id (test/local/engine/conformance), without which it does not compile.
 */
export const table = {
  ...machineRows,
  ...stateRows,
  ...taskRows,
  ...errorRows,
  ...expressionRows,
  ...syntaxRows,
  ...functionRows,
} as const satisfies Rows;

export type RowId = keyof typeof table;
