import {
  add,
  divide,
  halfUp,
  isBelow,
  multiply,
  negate,
  type Rational,
  subtract,
  whole,
} from './rational.ts';
import { allocateAgain, instalmentsAgain } from './whole-kronor.ts';

/** What the evaluator asks of a tree of working: its structure and its leaves, and none of core's arithmetic. */
export interface Tree {
  readonly node: string;
  readonly exact: { readonly numerator: bigint; readonly denominator: bigint };
  readonly unit: string;
  readonly operation?: string;
  readonly of?: readonly Tree[];
  readonly keys?: readonly string[];
  readonly key?: string;
  readonly count?: number;
  readonly instalment?: number;
}

/** Numbers to put in the place of some leaves. */
export type Changed = ReadonlyMap<Tree, Rational>;

/**
 * Re-adds a tree from its leaves, without looking at any amount that stands above them.
 *
 * It is written from the definition of the operations and of the units, not from the code that makes the trees. A step that
 * mixes units, or that it does not know, is an error.
 */
export function evaluate(root: Tree, changed: Changed = new Map()): Rational {
  const done = new Map<Tree, Rational>();
  const groups = new Map<Tree, Map<string, bigint[]>>();
  return amount(root);

  function amount(tree: Tree): Rational {
    const known = done.get(tree);
    if (known) return known;
    const made = tree.of ? step(tree, tree.of) : leaf(tree);
    done.set(tree, made);
    return made;
  }

  function leaf(tree: Tree): Rational {
    return changed.get(tree) ?? [tree.exact.numerator, tree.exact.denominator];
  }

  function step(tree: Tree, of: readonly Tree[]): Rational {
    checkUnits(tree, of);
    if (tree.operation === 'part' || tree.operation === 'instalment') return whole(dealt(tree, of));
    const args = of.map(amount);
    if (['sum', 'allocation', 'instalments'].includes(tree.operation ?? '')) {
      const sum = args.reduce(add, whole(0n));
      return tree.operation === 'allocation' ? whole(halfUp(sum)) : sum;
    }
    if (tree.operation === 'whole') return whole(halfUp(arg(args, 0)));
    if (tree.operation === 'negated') return negate(arg(args, 0));
    return ofTwoOrFour(tree, arg(args, 0), arg(args, 1), args);
  }

  /** A key's whole kronor of an allocation, or one of its instalments. */
  function dealt(tree: Tree, of: readonly Tree[]): bigint {
    const group = of[0];
    if (!group?.of || !group.keys || tree.key === undefined) throw new Error('A part of nothing.');
    const dealtOut = groups.get(group) ?? deal(group, group.of, group.keys);
    groups.set(group, dealtOut);
    const kronor = dealtOut.get(tree.key)?.[(tree.instalment ?? 1) - 1];
    if (kronor === undefined) throw new Error(`'${tree.key}' has no part.`);
    return kronor;
  }

  function deal(group: Tree, of: readonly Tree[], keys: readonly string[]): Map<string, bigint[]> {
    const exact = new Map(of.map((part, index) => [keys[index] ?? '', amount(part)]));
    if (exact.size !== keys.length) throw new Error('Keys and amounts do not match.');
    if (group.operation === 'instalments') return instalmentsAgain(exact, group.count ?? 0);
    return new Map([...allocateAgain(exact)].map(([key, kronor]) => [key, [kronor]]));
  }
}

function ofTwoOrFour(tree: Tree, a: Rational, b: Rational, args: readonly Rational[]): Rational {
  switch (tree.operation) {
    case 'difference':
      return subtract(a, b);
    case 'product':
      return multiply(a, b);
    case 'quotient':
      return divide(a, b);
    case 'smaller':
      return isBelow(b, a) ? b : a;
    case 'larger':
      return isBelow(a, b) ? b : a;
    case 'if-over':
      return isBelow(b, a) ? arg(args, 2) : arg(args, 3);
    case 'if-at-least':
      return isBelow(a, b) ? arg(args, 3) : arg(args, 2);
    default:
      throw new Error(`Unknown operation '${tree.operation}'.`);
  }
}

function arg(args: readonly Rational[], index: number): Rational {
  const found = args[index];
  if (!found) throw new Error(`Argument ${index + 1} is missing.`);
  return found;
}

const products: readonly (readonly [string, string, string])[] = [
  ['share', 'sek', 'sek'],
  ['share', 'sek-per-inhabitant', 'sek-per-inhabitant'],
  ['sek-per-inhabitant', 'inhabitants', 'sek'],
  ['eur', 'sek-per-eur', 'sek'],
];
const quotients: readonly (readonly [string, string, string])[] = [
  ['sek', 'sek', 'share'],
  ['inhabitants', 'inhabitants', 'share'],
  ['sek', 'inhabitants', 'sek-per-inhabitant'],
];

/** Kronor are added to kronor only, and a product has the unit that its factors make. */
function checkUnits(tree: Tree, of: readonly Tree[]): void {
  const units = of.map(({ unit }) => unit);
  const [first, second, third, fourth] = units;
  const fits = (table: typeof products) =>
    table.some(([a, b, made]) => a === first && b === second && made === tree.unit);
  const right =
    tree.operation === 'product'
      ? fits(products)
      : tree.operation === 'quotient'
        ? fits(quotients)
        : tree.operation?.startsWith('if-')
          ? first === second && third === tree.unit && fourth === tree.unit
          : units.every((unit) => unit === tree.unit);
  if (!right) throw new Error(`'${tree.operation}' makes no ${tree.unit} of ${units.join(', ')}.`);
}

/** Every leaf of a tree, each once. */
export function leavesOf(root: Tree): readonly Tree[] {
  const seen = new Set<Tree>();
  const leaves: Tree[] = [];
  const visit = (tree: Tree): void => {
    if (seen.has(tree)) return;
    seen.add(tree);
    if (tree.of) tree.of.forEach(visit);
    else leaves.push(tree);
  };
  visit(root);
  return leaves;
}
