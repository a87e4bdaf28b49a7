import { expressionFaults, type Scope } from './check-expression.ts';
import { checkTransitions } from './check-transitions.ts';
import { type Definition, INVOKE, INVOKE_AND_WAIT } from './definition.ts';
import {
  argumentRules,
  catcherRules,
  choiceRules,
  type FieldRules,
  retrierRules,
  stateRules,
  topRules,
} from './field-rules.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** A definition that holds something which is not run here; nothing of it is run. */
export class DefinitionRefused extends Error {
  constructor(machine: string, faults: readonly string[]) {
    super(`The definition of "${machine}" is refused:\n- ${faults.join('\n- ')}`);
    this.name = 'DefinitionRefused';
  }
}

/**
 * Checks a parsed definition and gives it back typed. Every field must be known: what is not
 * understood is refused with state, field, what was given and what is allowed, never ignored.
 *
 * @param isFunction whether an ARN is that of a function in the template
 */
export function loadDefinition(
  machine: string,
  given: Json,
  isFunction: (arn: string) => boolean,
): Definition {
  const check = new DefinitionCheck(isFunction);
  check.definition(given);
  if (check.faults.length === 0) checkTransitions(given as unknown as Definition, check.faults);
  if (check.faults.length > 0) throw new DefinitionRefused(machine, check.faults);
  return given as unknown as Definition;
}

/** The scopes of the fields that hold expressions, by type of state. */
const READS_RESULT: Scope = { result: true };

class DefinitionCheck {
  readonly faults: string[] = [];
  readonly #isFunction: (arn: string) => boolean;
  readonly #variables = new Set<string>();

  constructor(isFunction: (arn: string) => boolean) {
    this.#isFunction = isFunction;
  }

  definition(given: Json): void {
    const top = this.#fields('The top level', given, topRules, [
      'StartAt',
      'States',
      'QueryLanguage',
    ]);
    if (top === undefined || !isObject(top.States)) return;
    collectAssigned(top.States, this.#variables);
    if (this.#variables.has('states')) this.faults.push('Assign must not set "states".');
    for (const [name, state] of Object.entries(top.States)) this.#state(name, state);
  }

  #state(name: string, given: Json): void {
    const where = `State "${name}"`;
    const type = isObject(given) ? String(given.Type) : 'none';
    const rules = Object.hasOwn(stateRules, type) ? stateRules[type] : undefined;
    if (rules === undefined) {
      const allowed = Object.keys(stateRules).join(', ');
      this.faults.push(`${where}: Type "${type}" is not run here; allowed: ${allowed}.`);
      return;
    }
    const state = this.#fields(where, given, rules, ['Type']);
    if (state === undefined) return;
    if ('Next' in rules && 'Next' in state === 'End' in state) {
      this.faults.push(`${where}: exactly one of Next and End is needed.`);
    }
    const task = type === 'Task' ? READS_RESULT : {};
    for (const field of ['Output', 'Assign']) this.#expressions(where, state, field, task);
    for (const field of ['TimeoutSeconds', 'HeartbeatSeconds', 'Seconds', 'Timestamp']) {
      this.#expressions(where, state, field, {});
    }
    for (const field of ['Error', 'Cause']) this.#expressions(where, state, field, {});
    if (type === 'Task') this.#task(where, state);
    if (type === 'Choice') this.#choice(where, state);
    if (type === 'Wait' && 'Seconds' in state === 'Timestamp' in state) {
      this.faults.push(`${where}: exactly one of Seconds and Timestamp is needed.`);
    }
  }

  #task(where: string, state: JsonObject): void {
    const resource = String(state.Resource);
    if (resource !== INVOKE && resource !== INVOKE_AND_WAIT) {
      this.faults.push(
        `${where}: Resource "${resource}" is not run here; allowed: ${INVOKE}, ${INVOKE_AND_WAIT}.`,
      );
    }
    const call = this.#fields(`${where}, Arguments`, state.Arguments, argumentRules, [
      'FunctionName',
    ]);
    if (call !== undefined && !this.#isFunction(String(call.FunctionName))) {
      this.faults.push(`${where}: no function "${call.FunctionName}" is in the template.`);
    }
    this.#expressions(where, state, 'Arguments', { taskToken: resource === INVOKE_AND_WAIT });
    this.#names(where, 'Retry', state.Retry, retrierRules, ['ErrorEquals']);
    this.#names(where, 'Catch', state.Catch, catcherRules, ['ErrorEquals', 'Next']);
    if (!Array.isArray(state.Catch)) return;
    for (const [at, catcher] of state.Catch.entries()) {
      for (const field of ['Output', 'Assign']) {
        this.#expressions(`${where}, Catch ${at + 1}`, catcher, field, { errorOutput: true });
      }
    }
  }

  #choice(where: string, state: JsonObject): void {
    if (!Array.isArray(state.Choices)) {
      this.faults.push(`${where}: field "Choices" is missing.`);
      return;
    }
    for (const [at, given] of state.Choices.entries()) {
      const here = `${where}, Choices ${at + 1}`;
      const rule = this.#fields(here, given, choiceRules, ['Condition', 'Next']);
      if (rule === undefined) continue;
      for (const field of ['Condition', 'Output', 'Assign']) {
        this.#expressions(here, rule, field, {});
      }
    }
  }

  /** Retriers and catchers; `States.ALL` stands alone and last, as the language demands. */
  #names(
    where: string,
    field: string,
    given: Json | undefined,
    rules: FieldRules,
    needed: string[],
  ) {
    if (!Array.isArray(given)) return;
    for (const [at, item] of given.entries()) {
      const here = `${where}, ${field} ${at + 1}`;
      const names = this.#fields(here, item, rules, needed)?.ErrorEquals;
      if (!Array.isArray(names) || !names.includes('States.ALL')) continue;
      if (names.length > 1 || at < given.length - 1) {
        this.faults.push(`${here}: States.ALL must stand alone, in the last entry of ${field}.`);
      }
    }
  }

  #expressions(where: string, holder: Json, field: string, scope: Scope): void {
    const template = isObject(holder) ? holder[field] : undefined;
    if (template === undefined) return;
    for (const fault of expressionFaults(template, scope, this.#variables)) {
      this.faults.push(`${where}, ${field}: ${fault}`);
    }
  }

  #fields(where: string, given: Json | undefined, rules: FieldRules, needed: readonly string[]) {
    if (!isObject(given)) {
      this.faults.push(`${where}: an object is needed, given ${JSON.stringify(given)}.`);
      return undefined;
    }
    for (const field of needed.filter((name) => !(name in given))) {
      this.faults.push(`${where}: field "${field}" is missing.`);
    }
    for (const [field, value] of Object.entries(given)) {
      const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
      if (rule === undefined) {
        const allowed = Object.keys(rules).join(', ');
        this.faults.push(`${where}: field "${field}" is not run here; allowed: ${allowed}.`);
        continue;
      }
      const allowed = rule(value);
      if (allowed !== undefined) {
        const text = JSON.stringify(value);
        this.faults.push(`${where}: field "${field}" is ${text}; allowed: ${allowed}.`);
      }
    }
    return given;
  }
}

/** The names that any Assign sets, in states, catchers and choice rules alike. */
function collectAssigned(value: Json, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectAssigned(item, names);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Assign' && isObject(inner))
        for (const name of Object.keys(inner)) names.add(name);
      collectAssigned(inner, names);
    }
  }
}
