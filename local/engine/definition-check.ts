import { checkExpressions, type Scope } from './check-expression.ts';
import { reliesOn } from './conformance/relies-on.ts';
import type { Rows } from './conformance/row.ts';
import type { RowId } from './conformance/table.ts';
import { INVOKE, INVOKE_AND_WAIT } from './definition.ts';
import { type FieldId, fieldRules, type Holder } from './field-rules.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

const TYPES = ['Task', 'Choice', 'Wait', 'Pass', 'Succeed', 'Fail'] as const;
type StateType = (typeof TYPES)[number];

/** Characters that the name of a state may have. */
const LONGEST_STATE_NAME = 80;

/** What a Task's own Output and Assign may read besides. */
const READS_RESULT: Scope = { result: true };

/** Goes through a definition, collects the rows of the table that it needs, and says what is wrong with it. */
export class DefinitionCheck {
  readonly faults: string[] = [];
  readonly needed = new Set<string>();
  readonly #isFunction: (arn: string) => boolean;
  readonly #table: Rows;
  readonly #variables = new Set<string>();

  constructor(isFunction: (arn: string) => boolean, table: Rows) {
    this.#isFunction = isFunction;
    this.#table = table;
  }

  definition(given: Json): void {
    const top = this.#fields('The top level', 'Machine', given, [
      'StartAt',
      'States',
      'QueryLanguage',
    ]);
    if (top === undefined || !isObject(top.States)) return;
    collectAssigned(top.States, this.#variables);
    for (const [name, state] of Object.entries(top.States)) this.#state(name, state);
  }

  #state(name: string, given: Json): void {
    const where = `State "${name}"`;
    const length = [...name].length;
    if (length === 0 || length > LONGEST_STATE_NAME) {
      const allowed = `1 to ${LONGEST_STATE_NAME} characters`;
      this.faults.push(`${where}: the name has ${length} characters; allowed: ${allowed}.`);
    }
    const type = isObject(given) ? String(given.Type) : 'none';
    if (!this.#isType(type)) {
      const allowed = TYPES.filter((each) => this.#has(each)).join(', ');
      this.faults.push(`${where}: Type "${type}" is not run here; allowed: ${allowed}.`);
      return;
    }
    this.#need(where, type);
    const { Type: _type, ...rest } = given as JsonObject;
    const state = this.#fields(where, type, rest, []);
    if (state === undefined) return;
    if (Object.hasOwn(fieldRules, `${type}.Next`) && 'Next' in state === 'End' in state) {
      this.faults.push(`${where}: exactly one of Next and End is needed.`);
    }
    const reads = type === 'Task' ? READS_RESULT : {};
    for (const field of ['Output', 'Assign']) this.#expressions(where, state, field, reads);
    for (const field of ['Seconds', 'Timestamp', 'Error', 'Cause']) {
      this.#expressions(where, state, field, {});
    }
    if (type === 'Task') this.#task(where, state);
    if (type === 'Choice') this.#choice(where, state);
    if (type === 'Wait' && 'Seconds' in state === 'Timestamp' in state) {
      this.faults.push(`${where}: exactly one of Seconds and Timestamp is needed.`);
    }
  }

  #task(where: string, state: JsonObject): void {
    const resource = String(state.Resource);
    const allowed = [INVOKE, INVOKE_AND_WAIT].filter((each) => this.#has(each));
    if (allowed.includes(resource)) this.#need(where, resource);
    else {
      this.faults.push(
        `${where}: Resource "${resource}" is not run here; allowed: ${allowed.join(', ')}.`,
      );
    }
    const call = this.#fields(`${where}, Arguments`, 'Arguments', state.Arguments, [
      'FunctionName',
    ]);
    if (call !== undefined && !this.#isFunction(String(call.FunctionName))) {
      this.faults.push(`${where}: no function "${call.FunctionName}" is in the template.`);
    }
    this.#expressions(where, state, 'Arguments', { taskToken: resource === INVOKE_AND_WAIT });
    this.#limits(where, state, resource);
    this.#names(where, 'Retry', state.Retry, ['ErrorEquals']);
    this.#names(where, 'Catch', state.Catch, ['ErrorEquals', 'Next']);
    if (!Array.isArray(state.Catch)) return;
    for (const [at, catcher] of state.Catch.entries()) {
      for (const field of ['Output', 'Assign']) {
        this.#expressions(`${where}, Catch ${at + 1}`, catcher, field, { errorOutput: true });
      }
    }
  }

  /** A call takes no simulated time, so a limit on one would be ignored; that is refused instead. */
  #limits(where: string, state: JsonObject, resource: string): void {
    const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
    for (const field of ['TimeoutSeconds', 'HeartbeatSeconds']) {
      this.#expressions(where, state, field, {});
      if (!(field in state) || resource === INVOKE_AND_WAIT) continue;
      this.faults.push(`${where}: ${field} is only run here with Resource ${INVOKE_AND_WAIT}.`);
    }
    if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
      const given = `${heartbeat} and ${timeout}`;
      this.faults.push(
        `${where}: HeartbeatSeconds must be less than TimeoutSeconds, given ${given}.`,
      );
    }
  }

  #choice(where: string, state: JsonObject): void {
    if (!Array.isArray(state.Choices)) {
      this.faults.push(`${where}: field "Choices" is missing.`);
      return;
    }
    for (const [at, given] of state.Choices.entries()) {
      const here = `${where}, Choices ${at + 1}`;
      const rule = this.#fields(here, 'Choices', given, ['Condition', 'Next']);
      if (rule === undefined) continue;
      for (const field of ['Condition', 'Output', 'Assign']) {
        this.#expressions(here, rule, field, {});
      }
    }
  }

  /** Retriers and catchers; `States.ALL` stands alone and last, as the language demands. */
  #names(where: string, holder: 'Retry' | 'Catch', given: Json | undefined, required: string[]) {
    if (!Array.isArray(given)) return;
    for (const [at, item] of given.entries()) {
      const here = `${where}, ${holder} ${at + 1}`;
      const names = this.#fields(here, holder, item, required)?.ErrorEquals;
      if (!Array.isArray(names)) continue;
      for (const name of names) this.#errorName(here, String(name));
      if (names.includes('States.ALL') && (names.length > 1 || at < given.length - 1)) {
        this.faults.push(`${here}: States.ALL must stand alone, in the last entry of ${holder}.`);
      }
    }
  }

  /** A name of the language or of Lambda means something of its own, and has a row of its own. */
  #errorName(where: string, name: string): void {
    if (!isReserved(name)) this.#need(where, 'ErrorEquals/own-name');
    else if (this.#has(name)) this.#need(where, name);
    else {
      const allowed = Object.keys(this.#table)
        .filter((id) => isReserved(id) && !id.includes('/'))
        .join(', ');
      this.faults.push(
        `${where}: the error "${name}" is not run here; allowed: ${allowed}, and names of one's own.`,
      );
    }
  }

  #expressions(where: string, holder: Json, field: string, scope: Scope): void {
    const template = isObject(holder) ? holder[field] : undefined;
    if (template === undefined) return;
    const { uses, faults } = checkExpressions(template, scope, this.#variables, this.#table);
    for (const fault of faults) this.faults.push(`${where}, ${field}: ${fault}`);
    for (const id of uses) if (faults.length === 0) this.#need(`${where}, ${field}`, id);
  }

  #fields(where: string, holder: Holder, given: Json | undefined, required: readonly string[]) {
    if (!isObject(given)) {
      this.faults.push(`${where}: an object is needed, given ${JSON.stringify(given)}.`);
      return undefined;
    }
    for (const field of required.filter((name) => !(name in given))) {
      this.faults.push(`${where}: field "${field}" is missing.`);
    }
    for (const [field, value] of Object.entries(given)) {
      const id = `${holder}.${field}`;
      if (!this.#isField(id)) {
        const allowed = this.#fieldsOf(holder).join(', ');
        this.faults.push(`${where}: field "${field}" is not run here; allowed: ${allowed}.`);
        continue;
      }
      this.#need(where, id);
      const allowed = fieldRules[id](value);
      if (allowed !== undefined) {
        const text = JSON.stringify(value);
        this.faults.push(`${where}: field "${field}" is ${text}; allowed: ${allowed}.`);
      }
    }
    return given;
  }

  /** Notes that a row is needed, with those that it relies on in turn; every one that is missing is a fault. */
  #need(where: string, id: string): void {
    for (const each of [id, ...(reliesOn[id as RowId] ?? [])]) {
      this.needed.add(each);
      if (this.#has(each)) continue;
      this.faults.push(
        `${where} needs "${each}", which has no row in the table of the states language and is not run here.`,
      );
    }
  }

  #fieldsOf(holder: Holder): string[] {
    return Object.keys(this.#table)
      .filter((id) => this.#isField(id) && id.startsWith(`${holder}.`))
      .map((id) => id.slice(holder.length + 1));
  }

  #isType(type: string): type is StateType {
    return (TYPES as readonly string[]).includes(type) && this.#has(type);
  }

  #isField(id: string): id is FieldId {
    return Object.hasOwn(fieldRules, id) && this.#has(id);
  }

  #has(id: string): boolean {
    return Object.hasOwn(this.#table, id);
  }
}

function isReserved(name: string): boolean {
  return /^(States|Lambda|Sandbox)\./.test(name);
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
