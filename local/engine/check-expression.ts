import type { Rows } from './conformance/row.ts';
import { compile, expressionIn } from './expression.ts';
import { isObject, type Json } from './json.ts';
import { syntaxOf } from './syntax.ts';

/** Which parts of `$states` a field may read. */
export interface Scope {
  readonly result?: boolean;
  readonly errorOutput?: boolean;
  readonly taskToken?: boolean;
}

/** They read a clock, throw dice, or run text: a replay would not come out the same. */
const REFUSED = new Set(['now', 'millis', 'random', 'uuid', 'shuffle', 'eval']);

/** What the expressions of a template use, as rows of the table, and what is wrong with them, one sentence each. */
export interface Checked {
  readonly uses: ReadonlySet<string>;
  readonly faults: readonly string[];
}

/**
 * Checks the expressions in a template: that they parse, and that there is a row for every function, for every part of `$states`
 * and for all syntax in them. It reads the parsed expression, so a `$now` inside a text is not mistaken for a call.
 *
 * @param variables the names that some Assign of the state machine gives a value
 */
export function checkExpressions(
  template: Json,
  scope: Scope,
  variables: ReadonlySet<string>,
  table: Rows,
): Checked {
  const check = new ExpressionCheck(scope, variables, table);
  check.template(template);
  return check;
}

class ExpressionCheck implements Checked {
  readonly uses = new Set<string>();
  readonly faults: string[] = [];
  readonly #scope: Scope;
  readonly #variables: ReadonlySet<string>;
  readonly #table: Rows;

  constructor(scope: Scope, variables: ReadonlySet<string>, table: Rows) {
    this.#scope = scope;
    this.#variables = variables;
    this.#table = table;
  }

  template(template: Json): void {
    if (typeof template === 'string') {
      this.uses.add('expression/text');
      this.#text(template);
    } else if (Array.isArray(template)) {
      for (const item of template) this.template(item);
    } else if (isObject(template)) {
      for (const [key, value] of Object.entries(template)) {
        if (key.endsWith('.$')) {
          this.faults.push(`The key "${key}" is JSONPath; only JSONata is allowed.`);
        }
        this.template(value);
      }
    }
  }

  #text(text: string): void {
    const source = expressionIn(text);
    if (source === undefined) {
      if (text.includes('{%') || text.includes('%}')) {
        this.faults.push(`"${text}" must begin with {% and end with %}, without space around.`);
      }
      return;
    }
    try {
      const faults = this.#tree(compile(source).ast());
      this.faults.push(...faults.map((fault) => `{% ${source} %}: ${fault}`));
    } catch (error) {
      const { message } = error as { message?: string };
      this.faults.push(`{% ${source} %} does not parse: ${message}.`);
    }
  }

  #tree(tree: unknown): string[] {
    const bound = new Set<string>();
    visit(tree, (node) => collectBound(node, bound));
    const faults: string[] = [];
    const rooted = new Set<unknown>();
    visit(tree, (node) => {
      if (node.type === 'path' && Array.isArray(node.steps)) {
        const [first, ...rest] = node.steps;
        if (isVariable(first, 'states')) {
          rooted.add(first);
          faults.push(...this.#states(rest));
        }
      }
      if (node.type !== undefined) faults.push(...this.#syntax(syntaxOf(node)));
      if (node.type !== 'variable' || rooted.has(node)) return;
      faults.push(...this.#variable(String(node.value), bound));
    });
    return faults;
  }

  #syntax(constructs: readonly string[]): string[] {
    for (const id of constructs) this.uses.add(id);
    return constructs.filter((id) => !this.#has(id)).map((id) => `"${id}" is not run here.`);
  }

  #variable(name: string, bound: ReadonlySet<string>): string[] {
    if (REFUSED.has(name)) return [`$${name} is refused: its answer differs from call to call.`];
    if (name === '' || bound.has(name)) return [];
    if (name === 'states') return ['$states must be followed by one of its fields.'];
    if (name === '$') return ['$$ holds nothing in a state machine; use $states.input.'];
    if (this.#variables.has(name)) {
      this.uses.add('variable/read');
      return [];
    }
    this.uses.add(`$${name}`);
    if (this.#has(`$${name}`)) return [];
    return [`$${name} is no function that is run here and no variable that an Assign sets.`];
  }

  #states(steps: readonly unknown[]): string[] {
    const [field, part, leaf] = steps.map((step) => (isObject(step) ? step.value : undefined));
    const where = field === 'context' ? [field, part, leaf] : [field];
    const id = `$states.${where.filter((step) => step !== undefined).join('.')}`;
    const inScope =
      (id !== '$states.result' || this.#scope.result === true) &&
      (id !== '$states.errorOutput' || this.#scope.errorOutput === true) &&
      (id !== '$states.context.Task.Token' || this.#scope.taskToken === true);
    this.uses.add(id);
    if (inScope && this.#has(id)) return [];
    if (field === 'context') return [`${id} is not in the context here.`];
    return [`${id} cannot be read here; allowed: ${this.#readable().join(', ')}.`];
  }

  #readable(): string[] {
    const fields = ['input', 'context'];
    if (this.#scope.result === true) fields.push('result');
    if (this.#scope.errorOutput === true) fields.push('errorOutput');
    return fields;
  }

  #has(id: string): boolean {
    return Object.hasOwn(this.#table, id);
  }
}

function isVariable(node: unknown, name: string): boolean {
  return isObject(node) && node.type === 'variable' && node.value === name;
}

/** `$x := …`, `function($x)`, `@$x` and `#$x` name a variable inside the expression. */
function collectBound(node: { readonly [key: string]: Json }, bound: Set<string>): void {
  if (node.type === 'bind' && isObject(node.lhs)) bound.add(String(node.lhs.value));
  if (node.type === 'lambda' && Array.isArray(node.arguments)) {
    for (const argument of node.arguments) bound.add(String(argument.value));
  }
  if (typeof node.focus === 'string') bound.add(node.focus);
  if (typeof node.index === 'string') bound.add(node.index);
  if (node.type === 'index' && typeof node.value === 'string') bound.add(node.value);
}

function visit(node: unknown, see: (node: { readonly [key: string]: Json }) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, see);
  } else if (isObject(node)) {
    see(node);
    for (const value of Object.values(node)) visit(value, see);
  }
}
