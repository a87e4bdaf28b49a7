import { isRegionCode, regions } from '../../core/regions.ts';
import type { WorkingNode } from './working-place.ts';

/** A row of a node's working: an argument, or what is done to it. */
export interface WorkingRow {
  /** The argument that the row shows; undefined where it only says what is done. */
  readonly hash?: string;
  /** The sign before it, as on paper. */
  readonly sign?: string;
  /** Whose amount it is, where the arguments are one for each region. */
  readonly name?: string;
  /** What the row is, where that is more than the argument's own sentence. */
  readonly role?: 'own' | 'own-grant' | 'together' | 'together-grants' | 'rounding';
}

const signs: Readonly<Record<string, readonly [first: string, others: string]>> = {
  sum: ['', '+'],
  difference: ['', '−'],
  product: ['', '×'],
  quotient: ['', '÷'],
  negated: ['−', '−'],
};

/**
 * The rows that a node is shown as. A region's part of amounts that were made whole together is shown from the region's own amount:
 * that one first, then the rounding, then all of them.
 */
export function workingRows(
  node: WorkingNode,
  nodes: ReadonlyMap<string, WorkingNode>,
): readonly WorkingRow[] {
  const { operation = '', of, key, keys } = node;
  const [all = ''] = of;
  if (operation === 'part' || operation === 'instalment') {
    const grant = operation === 'instalment';
    const together = nodes.get(all);
    const own = together?.of[together.keys?.indexOf(key ?? '') ?? -1];
    return [
      ...(own
        ? [{ hash: own, name: nameOf(key), role: grant ? 'own-grant' : 'own' } as const]
        : []),
      { role: 'rounding' },
      { hash: all, role: grant ? 'together-grants' : 'together' },
    ];
  }
  const [first = '', others = ''] = signs[operation] ?? ['', ''];
  return [
    ...of.map((hash, index) => ({
      hash,
      sign: index === 0 ? first : others,
      ...(keys && { name: nameOf(keys[index]) }),
    })),
    ...(operation === 'whole' ? [{ role: 'rounding' } as const] : []),
  ];
}

/** A region by its name; another key as it is. */
export function nameOf(key = ''): string {
  return isRegionCode(key) ? regions[key] : key;
}
