import { canonical, type Json } from '../../canonical.ts';
import { allocate } from '../../money/allocate.ts';
import { Fraction } from '../../money/fraction.ts';
import { wholeKronor } from '../../money/rounding.ts';
import { Sek } from '../../money/sek.ts';
import { splitInstalments } from '../../money/split.ts';
import { type Finding, nameOf } from '../found-stream.ts';
import { onceOf } from '../unchangeable.ts';
import { amountsOf } from './amounts.ts';
import {
  type Leaves,
  leavesOf,
  type Node,
  wrongLeaf,
  wrongMembers,
  wrongParameter,
} from './leaves.ts';
import { attempt, eventsIn, type Found, type Parts, streamsOf } from './parts.ts';

/** Every node of a record by the hash of its canonical text. */
export type Workings = ReadonlyMap<string, { readonly node: Node }>;

/** A node as it stands in the working of a case. */
interface Standing {
  readonly hash: string;
  readonly node: Node;
  readonly where: string;
  /** All nodes of the case's working, by their hashes. */
  readonly own: ReadonlySet<string>;
}

type Pieces = { readonly type: 'working'; readonly nodes: readonly Node[] };

export function workingsIn(parts: Parts): {
  workings: Workings;
  fresh: readonly Standing[];
  findings: Finding[];
} {
  const workings = new Map<string, { node: Node }>();
  const fresh: Standing[] = [];
  const findings: Finding[] = [];
  for (const found of streamsOf(parts, 'WORKING')) {
    const own = new Set<string>();
    const early = new Map<string, string>();
    for (const each of eventsIn<Pieces>(found)) {
      const where = `${nameOf(found)} event ${each.number}`;
      const nodes = attempt(() => nodesIn(each, parts.sha256));
      if (!nodes) findings.push({ where, what: 'is no piece of working' });
      for (const [hash, node] of nodes ?? []) {
        if (own.has(hash)) findings.push({ where, what: `holds node ${hash.slice(0, 12)} again` });
        const user = early.get(hash);
        if (user) findings.push({ where: user, what: 'is made of working that stands after it' });
        for (const name of node.of ?? []) if (!own.has(name)) early.set(name, where);
        own.add(hash);
        workings.set(hash, { node });
        if (parts.isNew(found, each.number)) fresh.push({ hash, node, where, own });
      }
    }
  }
  return { workings, fresh, findings };
}

function nodesIn({ event }: Found<Pieces>, sha256: Parts['sha256']): readonly [string, Node][] {
  const { type, nodes, ...more } = event;
  if (type !== 'working' || Object.keys(more).length > 0) throw new RangeError('No piece.');
  const hash = hashing(sha256);
  return nodes.map((node) => [hash(node), node]);
}

/** The hash of a node's canonical text, by whoever hashes. */
function hashing(sha256: Parts['sha256']): (node: Node) => string {
  const hash = hashings.get(sha256) ?? onceOf((node) => sha256(canonical(node as never as Json)));
  hashings.set(sha256, hash);
  return hash;
}

const hashings = new WeakMap<Parts['sha256'], (node: Node) => string>();

/** What a node says that it comes to. */
const exactOf = onceOf(({ exact }: Node) => Fraction.parse(exact));

/** What is wrong with a node by itself, whatever it is made of. */
const wrongByItself = onceOf((node: Node): string | undefined => {
  const exact = exactOf(node);
  return exact.toString() === node.exact
    ? wrongMembers(node)
    : `says ${node.exact}, which is written ${exact}`;
});

/**
 * What is wrong with the working: every step is taken again from what its arguments say, and every number that somebody supplied must
 * stand in the version that the leaf names. As each step holds, so does each tree, from its leaves to the line.
 */
export function wrongWorkings(
  parts: Parts,
  all: Workings,
  fresh: readonly Standing[],
): readonly Finding[] {
  const once: Once = { dealt: new Map(), leaves: leavesOf(parts), amounts: amountsIn(parts) };
  return fresh.flatMap((each) => {
    const what = (() => {
      try {
        return wrongNode(parts, all, once, each);
      } catch (error) {
        return `cannot be read: ${String(error)}`;
      }
    })();
    return what === undefined
      ? []
      : [{ where: `${each.where} node ${each.hash.slice(0, 12)}`, what }];
  });
}

/** The working of every amount that was put before people: another case may begin from it. */
const amountsIn = ({ proposals }: Parts): ReadonlySet<string> =>
  new Set(
    [...proposals.values()].flatMap((own) =>
      [...own.values()].flatMap(
        (proposal) => attempt(() => amountsOf(proposal).map(({ working }) => working)) ?? [],
      ),
    ),
  );

type Dealt = Map<string, ReadonlyMap<string, readonly Fraction[]>>;

/** What was worked out once for all nodes that ask it: what was dealt out together, and what leaves can say. */
interface Once {
  readonly dealt: Dealt;
  readonly leaves: Leaves;
  readonly amounts: ReadonlySet<string>;
}

function wrongNode(
  parts: Parts,
  all: Workings,
  once: Once,
  { node, own }: Standing,
): string | undefined {
  const odd = wrongByItself(node);
  if (odd) return odd;
  if (node.node === 'parameter') return wrongParameter(once.leaves, node);
  if (node.node === 'input') return wrongLeaf(parts, once.leaves, node);
  const { of: names = [] } = node;
  const args = names.map((hash) => all.get(hash)?.node);
  // What is no amount of another case is written in each case that it is of.
  const elsewhere = names.some((hash) => !own.has(hash) && !once.amounts.has(hash));
  if (args.some((arg) => arg === undefined) || (elsewhere && parts.whole))
    return parts.whole ? 'is made of working that the record does not hold' : undefined;
  const of = args as readonly Node[];
  if (!unitsFit(node, of))
    return `makes no ${node.unit} of ${of.map(({ unit }) => unit).join(', ')}`;
  const made = madeOf(node, of, all, once.dealt);
  if (!made) return parts.whole ? 'takes no step that there is' : undefined;
  return made.equals(exactOf(node)) ? undefined : `is ${node.exact}; its arguments make ${made}`;
}

/** What a step makes of what its arguments say; undefined of none that there is. */
function madeOf(
  node: Node,
  of: readonly Node[],
  all: Workings,
  dealt: Dealt,
): Fraction | undefined {
  const args = of.map(exactOf);
  const [a, b, c, d] = args;
  switch (node.operation) {
    case 'sum':
    case 'instalments':
      return Fraction.sum(args);
    case 'allocation':
      return wholeKronor(Sek.exactly(Fraction.sum(args))).fraction;
    case 'whole':
      return a && wholeKronor(Sek.exactly(a)).fraction;
    case 'negated':
      return a?.negated();
    case 'difference':
      return b && a?.minus(b);
    case 'product':
      return b && a?.times(b);
    case 'quotient':
      return b && a?.dividedBy(b);
    case 'smaller':
      return a && b && (a.compare(b) <= 0 ? a : b);
    case 'larger':
      return a && b && (a.compare(b) >= 0 ? a : b);
    case 'if-over':
      return a && b && (a.compare(b) > 0 ? c : d);
    case 'if-at-least':
      return a && b && (a.compare(b) >= 0 ? c : d);
    case 'part':
    case 'instalment':
      return partOf(node, of, all, dealt);
    default:
      return undefined;
  }
}

/** A key's whole kronor of what was dealt out together, or one of its instalments. */
function partOf(
  node: Node,
  of: readonly Node[],
  all: Workings,
  dealt: Dealt,
): Fraction | undefined {
  const { of: [hash = ''] = [] } = node;
  const [group] = of;
  const known = dealt.get(hash) ?? (group && dealOut(group, all));
  if (!known) return undefined;
  dealt.set(hash, known);
  return known.get(node.key ?? '')?.[(node.instalment ?? 1) - 1];
}

function dealOut(group: Node, all: Workings): ReadonlyMap<string, readonly Fraction[]> | undefined {
  const { of = [], keys = [], count } = group;
  const args = of.flatMap((hash) => all.get(hash)?.node ?? []);
  if (args.length < of.length || of.length !== keys.length) return undefined;
  const amounts = new Map(
    args.map((node, index) => [keys[index] as string, Sek.exactly(exactOf(node))]),
  );
  if (group.operation === 'instalments' && count !== undefined)
    return mapped(splitInstalments(amounts, count), (all) => all.map(({ fraction }) => fraction));
  return mapped(allocate(amounts), ({ fraction }) => [fraction]);
}

const mapped = <A, B>(map: ReadonlyMap<string, A>, to: (value: A) => B) =>
  new Map([...map].map(([key, value]) => [key, to(value)]));

const products: readonly string[] = [
  'share,sek,sek',
  'share,sek-per-inhabitant,sek-per-inhabitant',
  'sek-per-inhabitant,inhabitants,sek',
  'eur,sek-per-eur,sek',
];
const quotients: readonly string[] = [
  'sek,sek,share',
  'inhabitants,inhabitants,share',
  'sek,inhabitants,sek-per-inhabitant',
];

/** Kronor are added to kronor only, and a product has the unit that its factors make. */
function unitsFit({ operation, unit }: Node, of: readonly Node[]): boolean {
  const units = of.map((each) => each.unit);
  if (operation === 'product') return products.includes([...units, unit].join());
  if (operation === 'quotient') return quotients.includes([...units, unit].join());
  const [a, b, ...results] = units;
  if (operation === 'if-over' || operation === 'if-at-least')
    return a === b && results.length === 2 && results.every((each) => each === unit);
  // Of what has no parts the sum is nothing.
  return (operation === 'sum' || units.length > 0) && units.every((each) => each === unit);
}

/** That an amount of a proposal is what its working comes to. */
export function wrongAmount(
  { whole }: Pick<Parts, 'whole'>,
  workings: Workings,
  { sek, working }: { readonly sek: string; readonly working: string },
): readonly string[] {
  const found = workings.get(working)?.node;
  if (!found) return whole ? ['without working in the record'] : [];
  return found.unit === 'sek' && found.exact === sek
    ? []
    : [`whose working comes to ${found.exact}`];
}
