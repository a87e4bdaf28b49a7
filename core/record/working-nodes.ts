import { canonical, type Json } from '../canonical.ts';
import type { Sha256 } from '../ports.ts';
import type { Working } from '../working.ts';

/** A node as it is stored: its arguments are named by their hashes, so a subtree is written once and referenced. */
export type StoredNode = { readonly [key: string]: Json | undefined };

/** Collects the trees behind amounts as content-addressed nodes, arguments before the steps that use them. */
export class WorkingNodes {
  readonly #sha256: Sha256;
  readonly #hashes = new Map<Working, string>();
  readonly #nodes = new Map<string, string>();

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** The hash that names the tree. Working that the record holds already keeps the hash it has there. */
  add(working: Working): string {
    if (working.node === 'stored') return working.hash;
    const known = this.#hashes.get(working);
    if (known !== undefined) return known;
    const text = canonical(this.#node(working));
    const hash = this.#sha256(text);
    this.#hashes.set(working, hash);
    this.#nodes.set(hash, text);
    return hash;
  }

  #node(working: Exclude<Working, { node: 'stored' }>): StoredNode {
    const exact = working.exact.toString();
    const cites = (list: readonly { source: string; place: string }[]) =>
      list.map(({ source, place }) => ({ source, place }));
    if (working.node === 'input') {
      const { node, unit, row, source } = working;
      return { node, exact, unit, row, source: { ...source } };
    }
    if (working.node === 'parameter') {
      const { node, unit, name } = working;
      return { node, exact, unit, name, cites: cites(working.cites) };
    }
    const { node, unit, operation, why, keys, key, count, instalment } = working;
    return {
      node,
      exact,
      unit,
      operation,
      rule: why.rule,
      cites: cites(why.cites),
      of: working.of.map((argument) => this.add(argument)),
      ...(keys && { keys }),
      ...(key !== undefined && { key }),
      ...(count !== undefined && { count }),
      ...(instalment !== undefined && { instalment }),
    };
  }

  /** The nodes that `known` does not name, in lists whose text stays under `limit` bytes: each fits an event. */
  chunks(limit: number, known: ReadonlySet<string>): StoredNode[][] {
    const chunks: StoredNode[][] = [];
    let size = 0;
    for (const [hash, text] of this.#nodes) {
      if (known.has(hash)) continue;
      // A Swedish letter takes two bytes, everything else in a node takes one.
      const bytes = text.length * 2;
      if (chunks.length === 0 || size + bytes > limit) {
        chunks.push([]);
        size = 0;
      }
      chunks.at(-1)?.push(JSON.parse(text) as StoredNode);
      size += bytes;
    }
    return chunks;
  }
}
