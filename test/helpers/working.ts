import { createHash } from 'node:crypto';
import type { FoundStream } from '../../core/record/verify.ts';
import type { Tree } from '../evaluator/evaluate.ts';
import { eventsOf } from './record.ts';

/** A node as the record holds it, read without core: its texts, and the hashes of what it was made of. */
export interface Node {
  readonly node: string;
  readonly exact: string;
  readonly unit: string;
  readonly of?: readonly string[];
  readonly row?: string;
  readonly name?: string;
  readonly rule?: string;
  readonly source?: { readonly stream: string; readonly version: number; readonly hash: string };
  readonly cites?: readonly { readonly source: string; readonly place: string }[];
  readonly operation?: string;
  readonly keys?: readonly string[];
  readonly key?: string;
  readonly count?: number;
  readonly instalment?: number;
}

/** Canonical JSON, written anew from RFC 8785: keys by their code units, no blanks. Numbers here are whole and small. */
function canonicalAgain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalAgain).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalAgain(member)}`);
  return `{${members.join(',')}}`;
}

export const hashAgain = (value: unknown): string =>
  createHash('sha256').update(canonicalAgain(value)).digest('hex');

/** All working that a record holds, each node under the hash that it has, worked out anew from its text. */
export class WorkingInRecord {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly #trees = new Map<string, Tree>();

  constructor(found: readonly FoundStream[]) {
    const all = found
      .filter(({ partition }) => partition.startsWith('WORKING#'))
      .flatMap(({ partition, stream }) =>
        eventsOf<{ readonly nodes: readonly Node[] }>(found, `${partition}/${stream}`),
      )
      .flatMap(({ nodes }) => nodes);
    this.nodes = new Map(all.map((node) => [hashAgain(node), node]));
  }

  node(hash: string): Node {
    const node = this.nodes.get(hash);
    if (!node) throw new Error(`The record holds no working ${hash}.`);
    return node;
  }

  /** The tree under a hash, in whichever case its nodes lie; subtrees are shared. */
  tree(hash: string): Tree {
    const known = this.#trees.get(hash);
    if (known) return known;
    const { exact, of, ...rest } = this.node(hash);
    const [numerator = '', denominator = '1'] = exact.split('/');
    const tree: Tree = {
      ...rest,
      exact: { numerator: BigInt(numerator), denominator: BigInt(denominator) },
      ...(of && { of: of.map((part) => this.tree(part)) }),
    };
    this.#trees.set(hash, tree);
    return tree;
  }

  /** Every node under a hash, itself included, each once. */
  under(hash: string, seen = new Map<string, Node>()): ReadonlyMap<string, Node> {
    if (seen.has(hash)) return seen;
    const node = this.node(hash);
    seen.set(hash, node);
    for (const part of node.of ?? []) this.under(part, seen);
    return seen;
  }
}

/** The number that stands in the row of an input's content, as text; undefined when it has no such row. */
export function numberIn(kind: string, row: string, content: unknown): string | undefined {
  const at = (...path: readonly string[]): string | undefined => {
    let value = content;
    for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step];
    return typeof value === 'string' ? value : undefined;
  };
  const [first = '', ...rest] = row.split(' ');
  switch (kind) {
    case 'population':
    case 'solidarity-costs':
      return at(first, rest.join(' '));
    case 'price-tags':
    case 'rebate-forecast':
    case 'rebate-final':
      return at(row);
    case 'local-discounts':
      return at(first, String(Number(rest[1]) - 1));
    case 'second-level':
      return at('sekPerInhabitant');
    case 'outcomes':
      return at(row === 'benefits' ? 'benefitCostSek' : 'hepatitisCCostSek');
    case 'rate':
      return at('day') === row ? at('sekPerEuro') : undefined;
    case 'authorisation':
      return row.startsWith(`${at('decision')} `) ? at('monthlyTotalSek') : undefined;
    default:
      throw new Error(`No row of ${kind} is part of an amount.`);
  }
}
