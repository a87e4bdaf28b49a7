import { compile, expressionIn } from './expression.ts';
import { isObject, type Json } from './json.ts';

/** Which parts of `$states` a field may read. */
export interface Scope {
  readonly result?: boolean;
  readonly errorOutput?: boolean;
  readonly taskToken?: boolean;
}

/** The functions of jsonata 2.0.6 that give the same answer every time. */
const FUNCTIONS = new Set(
  `sum count max min average string substring substringBefore substringAfter lowercase uppercase
   length trim pad match contains replace split join formatNumber formatBase formatInteger
   parseInteger number floor ceil round abs sqrt power boolean not map zip filter single reduce sift
   keys lookup append exists spread merge reverse each error assert type sort distinct base64encode
   base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis fromMillis
   clone`.split(/\s+/),
);

/** They read a clock, throw dice, or run text: a replay would not come out the same. */
const REFUSED = new Set(['now', 'millis', 'random', 'uuid', 'shuffle', 'eval']);

const CONTEXT: { readonly [part: string]: readonly string[] } = {
  Execution: ['Id', 'Input', 'Name', 'StartTime'],
  State: ['Name', 'EnteredTime', 'RetryCount'],
  StateMachine: ['Id', 'Name'],
  Task: ['Token'],
};

/**
 * Says what is wrong with the expressions in a template, one sentence each; none means that they
 * can be run. It reads the parsed expression, so a `$now` inside a text is not mistaken for a call.
 *
 * @param variables the names that some Assign of the state machine gives a value
 */
export function expressionFaults(
  template: Json,
  scope: Scope,
  variables: ReadonlySet<string>,
): string[] {
  if (typeof template === 'string') return textFaults(template, scope, variables);
  if (Array.isArray(template)) {
    return template.flatMap((item: Json) => expressionFaults(item, scope, variables));
  }
  if (!isObject(template)) return [];
  return Object.entries(template).flatMap(([key, value]) => [
    ...(key.endsWith('.$') ? [`The key "${key}" is JSONPath; only JSONata is allowed.`] : []),
    ...expressionFaults(value, scope, variables),
  ]);
}

function textFaults(text: string, scope: Scope, variables: ReadonlySet<string>): string[] {
  const source = expressionIn(text);
  if (source === undefined) {
    const half = text.includes('{%') || text.includes('%}');
    return half ? [`"${text}" must begin with {% and end with %}, without space around.`] : [];
  }
  let tree: unknown;
  try {
    tree = compile(source).ast();
  } catch (error) {
    return [`{% ${source} %} does not parse: ${(error as { message?: string }).message}.`];
  }
  const bound = new Set<string>();
  visit(tree, (node) => collectBound(node, bound));
  const faults: string[] = [];
  const rooted = new Set<unknown>();
  visit(tree, (node) => {
    if (node.type === 'path' && Array.isArray(node.steps)) {
      const [first, ...rest] = node.steps;
      if (isVariable(first, 'states')) {
        rooted.add(first);
        faults.push(...statesFaults(rest, scope));
      }
    }
    if (node.type !== 'variable' || rooted.has(node)) return;
    faults.push(...variableFaults(String(node.value), bound, variables));
  });
  return faults.map((fault) => `{% ${source} %}: ${fault}`);
}

function variableFaults(name: string, bound: Set<string>, variables: ReadonlySet<string>) {
  if (REFUSED.has(name)) return [`$${name} is refused: its answer differs from call to call.`];
  if (name === '' || bound.has(name)) return [];
  if (name === 'states') return ['$states must be followed by one of its fields.'];
  if (name === '$') return ['$$ holds nothing in a state machine; use $states.input.'];
  if (variables.has(name) || FUNCTIONS.has(name)) return [];
  return [`$${name} is no function that is run here and no variable that an Assign sets.`];
}

function statesFaults(steps: readonly unknown[], scope: Scope): string[] {
  const [field, part, leaf] = steps.map((step) => (isObject(step) ? step.value : undefined));
  if (field === 'input') return [];
  if (field === 'result' && scope.result === true) return [];
  if (field === 'errorOutput' && scope.errorOutput === true) return [];
  if (field !== 'context') {
    return [`$states.${field} cannot be read here; allowed: ${readable(scope).join(', ')}.`];
  }
  if (part === undefined) return [];
  const leaves = CONTEXT[String(part)];
  const known = leaves !== undefined && (leaf === undefined || leaves.includes(String(leaf)));
  if (known && (part !== 'Task' || scope.taskToken === true)) return [];
  return [`$states.context.${[part, leaf].filter(Boolean).join('.')} is not in the context here.`];
}

function readable(scope: Scope): string[] {
  const fields = ['input', 'context'];
  if (scope.result === true) fields.push('result');
  if (scope.errorOutput === true) fields.push('errorOutput');
  return fields;
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
