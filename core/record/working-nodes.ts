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

  /**
   * The nodes that `known` does not name, in lists whose canonical text stays under `limit` bytes, so that each fits an event.
   * Refuses a limit that a single node does not fit.
   */
  chunks(limit: number, known: ReadonlySet<string>): StoredNode[][] {
    const chunks: StoredNode[][] = [];
    let size = 0;
    for (const [hash, text] of this.#nodes) {
      if (known.has(hash)) continue;
      const bytes = bytesOf(text) + 1; // The comma, or the bracket, behind it.
      if (1 + bytes > limit)
        throw new RangeError(`A node of ${bytes} bytes does not fit in a list of ${limit}.`);
      const last = chunks.at(-1);
      const node = JSON.parse(text) as StoredNode;
      if (last && size + bytes <= limit) {
        last.push(node);
        size += bytes;
      } else {
        chunks.push([node]);
        size = 1 + bytes;
      }
    }
    return chunks;
  }
}

/** How many bytes a text takes in UTF-8: one for ASCII, two for Swedish letters, three for € and four for what is rarer. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) as number;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else bytes += code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
