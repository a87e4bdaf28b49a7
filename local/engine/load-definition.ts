import { checkTransitions } from './check-transitions.ts';
import type { Rows } from './conformance/row.ts';
import { table } from './conformance/table.ts';
import type { Definition } from './definition.ts';
import { DefinitionCheck } from './definition-check.ts';
import type { Json } from './json.ts';

/** A definition that holds something which is not run here; nothing of it is run. */
export class DefinitionRefused extends Error {
  constructor(machine: string, faults: readonly string[]) {
    super(`The definition of "${machine}" is refused:\n- ${faults.join('\n- ')}`);
    this.name = 'DefinitionRefused';
  }
}

/**
 * Checks a parsed definition and gives it back typed. Everything that it uses must have a row in the table of the states
 * language: what has none is refused with state, field, what was given and what is allowed, never ignored.
 *
 * @param isFunction whether an ARN is that of a function in the template
 * @param rows the table that is in force; only a test gives another than the table itself
 */
export function loadDefinition(
  machine: string,
  given: Json,
  isFunction: (arn: string) => boolean,
  rows: Rows = table,
): Definition {
  const check = new DefinitionCheck(isFunction, rows);
  check.definition(given);
  if (check.faults.length === 0) checkTransitions(given as unknown as Definition, check.faults);
  if (check.faults.length > 0) throw new DefinitionRefused(machine, check.faults);
  return given as unknown as Definition;
}

/** The rows that a definition needs, whether they are there or not. */
export function rowsNeeded(given: Json): ReadonlySet<string> {
  const check = new DefinitionCheck(() => true, table);
  check.definition(given);
  return check.needed;
}
