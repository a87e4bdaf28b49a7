import { isObject, type Json } from '../../engine/json.ts';

/** A statement of a policy with every reference resolved, as far as it is followed here. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** ARNs of roles, or `*`; a role's own policy has none. */
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];
}

/** One operator on one key: all that are given must hold. */
interface Condition {
  readonly operator: Operator;
  readonly key: string;
  readonly values: readonly string[];
}

/** What a request says of itself, by the keys that conditions name. A key that is not there is null. */
export type Context = Readonly<Record<string, readonly string[]>>;

/** The operators that are followed, as IAM defines them. */
const operators = {
  'ForAllValues:StringLike': (given: readonly string[], values: readonly string[]) =>
    [...new Set(given)].every((each) => values.some((pattern) => matches(pattern, each))),
  Null: (given: readonly string[], [value]: readonly string[]) =>
    (given.length === 0) === (value === 'true'),
  ArnNotEquals: (given: readonly string[], values: readonly string[]) =>
    given.every((each) => !values.includes(each)),
  Bool: (given: readonly string[], [value]: readonly string[]) =>
    given.length > 0 && given.every((each) => each === value),
  NumericLessThan: (given: readonly string[], [value]: readonly string[]) =>
    given.length > 0 && given.every((each) => Number(each) < Number(value)),
} as const;

type Operator = keyof typeof operators;

/**
 * Reads a statement whose references are resolved. Refused, with the place: an operator that is not followed here, and a statement
 * by exclusion (NotAction and its like).
 */
export function readStatement(given: Json, place: string): Statement {
  if (!isObject(given)) throw new Error(`${place}: a statement must be an object.`);
  for (const excluding of ['NotAction', 'NotResource', 'NotPrincipal'])
    if (excluding in given) throw new Error(`${place}: ${excluding} is not followed here.`);
  const principal = given.Principal ?? null;
  return {
    effect: given.Effect === 'Deny' ? 'Deny' : 'Allow',
    principals: texts(isObject(principal) ? (principal.AWS ?? []) : principal),
    actions: texts(given.Action ?? []),
    resources: texts(given.Resource ?? []),
    conditions: conditionsIn(given.Condition ?? {}, place),
  };
}

function conditionsIn(given: Json, place: string): readonly Condition[] {
  return Object.entries(isObject(given) ? given : {}).flatMap(([operator, keys]) => {
    if (!Object.hasOwn(operators, operator)) {
      const known = Object.keys(operators).join(', ');
      throw new Error(`${place}: the condition ${operator} is not followed here; ${known} are.`);
    }
    return Object.entries(isObject(keys) ? keys : {}).map(([key, values]) => ({
      operator: operator as Operator,
      key,
      values: texts(values),
    }));
  });
}

/** Whether a statement is about this: its effect is not asked. */
export function concerns(
  { actions, resources, conditions }: Statement,
  action: string,
  resource: string | undefined,
  context: Context,
): boolean {
  return (
    actions.some((pattern) => matches(pattern, action)) &&
    (resource === undefined || resources.some((pattern) => matches(pattern, resource))) &&
    conditions.every(({ operator, key, values }) => operators[operator](context[key] ?? [], values))
  );
}

/** A pattern of IAM: `*` stands for any text. */
function matches(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return pattern === text;
  const known = patterns.get(pattern) ?? patternOf(pattern);
  patterns.set(pattern, known);
  return known.test(text);
}

/** Policies are read once and asked at every request. */
const patterns = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

const texts = (value: Json): readonly string[] =>
  (Array.isArray(value) ? value : value === null ? [] : [value]).map(String);
