import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cited } from '../../../core/agreement/sources.ts';
import { canonical } from '../../../core/canonical.ts';
import { stated, stored } from '../../../core/explain.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { Rate } from '../../../core/money/rate.ts';
import { reckon } from '../../../core/reckon.ts';
import { WorkingNodes } from '../../../core/record/working-nodes.ts';
import type { Working } from '../../../core/working.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { cases } from '../../helpers/cases.ts';
import { kronor, sekTable } from '../amounts.ts';

const at = { source: 'agreement-2021', place: '3' } as const;
const rule = reckon({ rule: 'test/rule', cites: [at] });
const half = stated.rate('half', cited(Rate.percent('50'), at));
const noLimit = 1_000_000;

const nodesOf = (...roots: readonly Working[]) => {
  const nodes = new WorkingNodes(sha256);
  const hashes = roots.map((root) => nodes.add(root));
  return { hashes, nodes: nodes.chunks(noLimit, new Set()).flat() };
};

describe('The working of an amount, as it is stored', () => {
  it('is its nodes, arguments before what is made of them, each named by its hash', () => {
    const { hashes, nodes } = nodesOf(rule.times(half, kronor('100', '01')).working);
    const [share, amount, product] = nodes;
    expect(share).toEqual({
      node: 'parameter',
      exact: '1/2',
      unit: 'share',
      name: 'half',
      cites: [at],
    });
    expect(amount).toEqual({
      node: 'input',
      exact: '100',
      unit: 'sek',
      row: '01',
      source: { stream: 'test', version: 1, hash: '' },
    });
    expect(product).toEqual({
      node: 'step',
      exact: '50',
      unit: 'sek',
      operation: 'product',
      rule: 'test/rule',
      cites: [at],
      of: [share, amount].map((node) => sha256(canonical(node ?? {}))),
    });
    expect(hashes).toEqual([sha256(canonical(product ?? {}))]);
  });

  it('says to whom a part belongs, and which instalment of how many it is', () => {
    const cut = rule.inInstalments(sekTable({ '01': '5', '09': '4' }), 2);
    const { nodes } = nodesOf(...[...cut.values()].flat().map(({ working }) => working));
    const steps = nodes.filter(({ node }) => node === 'step');
    expect(steps).toMatchObject([
      { operation: 'instalments', keys: ['01', '09'], count: 2 },
      { operation: 'instalment', key: '01', instalment: 1 },
      { operation: 'instalment', key: '01', instalment: 2 },
      { operation: 'instalment', key: '09', instalment: 1 },
      { operation: 'instalment', key: '09', instalment: 2 },
    ]);
  });

  it('is stored once, however many amounts share it', () => {
    const parts = rule.allocated(sekTable({ '01': '1/3', '03': '1/3', '09': '1/3' }));
    const roots = [...parts.values()].map(({ working }) => working);
    const { nodes } = nodesOf(...roots, ...roots);
    expect(nodes.filter(({ operation }) => operation === 'allocation')).toHaveLength(1);
    expect(nodes.filter(({ node }) => node === 'input')).toHaveLength(1); // The same row of the same input.
    expect(nodes).toHaveLength(1 + 1 + 3);
  });

  it('keeps the hash of working that the record holds already, and does not store it again', () => {
    const grant = stored(Fraction.of(100n), 'f'.repeat(64));
    const { hashes, nodes } = nodesOf(rule.negated(grant).working, grant.working);
    expect(hashes[1]).toBe('f'.repeat(64));
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ operation: 'negated', of: ['f'.repeat(64)] });
  });

  it('has another hash when any leaf is another', () => {
    const root = (a: string, b: string, row = 'r') =>
      rule.sum([rule.negated(kronor(a)), rule.plus(kronor(a), kronor(b, row))]).working;
    const { hashes } = nodesOf(root('1', '2'), root('2', '2'), root('1', '3'), root('1', '2', 's'));
    expect(new Set(hashes).size).toBe(4);
  });
});

/** Rows with letters of one to four bytes. */
const rows = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'å', 'Ö', '€', '–', '😀', '"'), maxLength: 300 }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

describe('Pieces of working', () => {
  const nodesWith = (names: readonly string[]) => {
    const nodes = new WorkingNodes(sha256);
    for (const row of names) nodes.add(kronor('1', row).working);
    return nodes;
  };
  const bytes = (piece: unknown) => new TextEncoder().encode(canonical(piece as never)).length;

  it('stay under the limit, whatever letters they hold, and hold every node once and in order', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1_600, max: 20_000 }), (names, limit) => {
        const nodes = nodesWith(names);
        const pieces = nodes.chunks(limit, new Set());
        for (const piece of pieces) expect(bytes(piece)).toBeLessThanOrEqual(limit);
        expect(pieces.flat().map(({ row }) => row)).toEqual(names);
      }),
      cases(200),
    );
  });

  it('are as few as fit: the next node would not have fitted the piece before', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1_600, max: 5_000 }), (names, limit) => {
        const pieces = nodesWith(names).chunks(limit, new Set());
        for (const [index, piece] of pieces.slice(1).entries())
          expect(bytes([...(pieces[index] ?? []), piece[0]])).toBeGreaterThan(limit);
      }),
      cases(100),
    );
  });

  it('leave out what the record knows, and are none when it knows everything', () => {
    const nodes = nodesWith(['a', 'b', 'c']);
    const all = nodes.chunks(noLimit, new Set()).flat();
    const [, second] = all.map((node) => sha256(canonical(node)));
    expect(nodes.chunks(noLimit, new Set([second ?? ''])).flat()).toEqual([all[0], all[2]]);
    expect(nodes.chunks(noLimit, new Set(all.map((node) => sha256(canonical(node)))))).toEqual([]);
  });

  it('cannot be smaller than a node', () => {
    expect(() => nodesWith(['å'.repeat(100)]).chunks(100, new Set())).toThrow(
      /^A node of \d+ bytes does not fit in a list of 100\.$/,
    );
  });
});
