import type { JsonObject } from './json.ts';

const BY_TYPE: { readonly [type: string]: string } = {
  path: 'a.b',
  name: 'a.b',
  string: 'literal',
  number: 'literal',
  value: 'literal',
  filter: 'a[b]',
  index: 'a#$b',
  wildcard: 'a.*',
  descendant: 'a.**',
  parent: 'a.%',
  sort: 'a^(b)',
  block: '(a; b)',
  condition: 'a ? b : c',
  bind: '$a := b',
  apply: 'a ~> $f',
  transform: '|a|b|',
  function: '$f(a)',
  partial: '$f(?, a)',
  lambda: 'function($a)',
  regex: '/a/',
};

const UNARY: { readonly [operator: string]: string } = {
  '[': '[list]',
  '{': '{object}',
  '-': '-a',
};

/**
 * The rows of the table for the constructs that a node of the parsed expression is. A construct that is not known here has a
 * name that no row has. Variables and the functions' own names are not looked at.
 */
export function syntaxOf(node: JsonObject): string[] {
  const found = [ofType(String(node.type), String(node.value))];
  if (node.group !== undefined) found.push('a{b: c}');
  // Chains carry the mark too, where nobody wrote [].
  if (node.keepArray === true && node.type !== 'apply') found.push('a[]');
  if (typeof node.focus === 'string') found.push('a@$b');
  if (typeof node.index === 'string') found.push('a#$b');
  return found.filter((name) => name !== undefined).map((name) => `JSONata ${name}`);
}

function ofType(type: string, value: string): string | undefined {
  if (type === 'variable') return value === '' ? '$' : undefined;
  // The gap in a partial application.
  if (type === 'operator' && value === '?') return undefined;
  if (type === 'binary') return value;
  if (type === 'unary') return UNARY[value] ?? `${value}a`;
  return BY_TYPE[type] ?? type;
}
