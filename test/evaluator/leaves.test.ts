import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rulebookOf } from '../../core/agreement/rulebook.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import type { LineKind } from '../../core/line-kinds.ts';
import { Fraction } from '../../core/money/fraction.ts';
import { WorkingNodes } from '../../core/record/working-nodes.ts';
import { simulateYear } from '../../core/simulate-year.ts';
import type { Step, Working } from '../../core/working.ts';
import { factsOf, readSample } from '../../docs/generate/sample-year.ts';
import { accepted } from '../core/amounts.ts';
import { evaluate, leavesOf } from './evaluate.ts';
import { isEqual, type Rational } from './rational.ts';

/** Värmland: one of the two regions that the solidarity staircase compensates in the sample. */
const REGION = '17';
const year = accepted(simulateYear(rulebookOf(2021), factsOf(readSample('local/sample-2021'))));

const workingOf = (month: string, kind: LineKind): Working => {
  const paid = year.months.find((each) => each.month === parseMonth(month));
  const line = paid?.regions.get(REGION)?.lines.get(kind);
  if (!line) throw new Error(`No ${kind} in ${month}.`);
  return line.working;
};

/** The region's own amount before it is made whole together with the others'. */
const ownExact = (working: Working): Working => {
  const group = working.node === 'step' ? working.of[0] : undefined;
  if (working.node !== 'step' || group?.node !== 'step') throw new Error('No part of a group.');
  const own = group.of[group.keys?.indexOf(working.key ?? '') ?? -1];
  if (!own) throw new Error('The group does not hold the region.');
  return group.operation === 'instalments' ? ownExact(own) : own;
};

/** Twice the leaf; one where it is zero. */
const otherThan = ({ exact: { numerator, denominator } }: Pick<Working, 'exact'>): Rational =>
  numerator === 0n ? [1n, 1n] : [2n * numerator, denominator];

const idle = (working: Working): readonly Working[] => {
  const before = evaluate(working);
  const leaves = leavesOf(working) as readonly Working[];
  return leaves.filter((leaf) => {
    const after = evaluate(working, new Map([[leaf, otherThan(leaf)]]));
    return isEqual(before, after);
  });
};

const nameOf = (leaf: Working): string => {
  if (leaf.node === 'parameter') return leaf.name;
  return leaf.node === 'input' ? `${leaf.source.stream}: ${leaf.row}` : leaf.node;
};

/** The same tree with another number in one leaf. Amounts above it are left: only the leaf differs. */
const withLeaf = (root: Working, leaf: Working): Working => {
  const copies = new Map<Working, Working>();
  const copy = (tree: Working): Working => {
    if (tree === leaf) return { ...leaf, exact: Fraction.of(...otherThan(leaf)) };
    if (tree.node !== 'step') return tree;
    const made = copies.get(tree) ?? ({ ...tree, of: tree.of.map(copy) } satisfies Step);
    copies.set(tree, made);
    return made;
  };
  return copy(root);
};

const contentHash = (working: Working): string =>
  new WorkingNodes((text) => createHash('sha256').update(text).digest('hex')).add(working);

/** Leaves that change nothing in the sample when they are doubled, because they only decide a condition. */
const onlyDecide: readonly [string, LineKind, readonly string[]][] = [
  ['2022-02', 'instalment', []],
  ['2022-02', 'rebate-forecast', []],
  // The difference, 91 084 kr, is above a limit of one krona too; below the limit there would be nothing.
  ['2022-02', 'ihsi-difference', ['ihsiDifference.onlyAbove', 'ihsiDifference.upToLimit']],
  ['2022-05', 'interim-instalment', []],
  ['2022-05', 'rebate-settlement', []],
  // Costs are below the lower limit, so the upper one has no part in the amount.
  ['2022-05', 'corridor-benefits', ['corridor-benefits.upper']],
  ['2022-05', 'corridor-hepatitis-c', ['corridor-hepatitis-c.upper']],
];

describe.each(onlyDecide)('Every leaf of the line of %s: %s', (month, kind, deciding) => {
  const working = workingOf(month, kind);

  it('changes the exact amount when it is doubled, except those that only decide a condition', () => {
    expect(idle(ownExact(working)).map(nameOf)).toEqual(deciding);
  });

  it('changes the hash of the line, also where whole kronor hide the change', () => {
    const hash = contentHash(working);
    for (const leaf of idle(working)) {
      expect(contentHash(withLeaf(working, leaf)), nameOf(leaf)).not.toBe(hash);
    }
  });
});

describe('The whole kronor of a line', () => {
  it('rest also on the other regions, who share the odd kronor with it', () => {
    const own = new Set(leavesOf(ownExact(workingOf('2022-02', 'rebate-forecast'))));
    const all = leavesOf(workingOf('2022-02', 'rebate-forecast'));
    expect([own.size, all.length]).toEqual([2, 22]);
  });
});
