import { describe, expect, it } from 'vitest';
import type { WorkingNode } from '../../../console/components/working-place.ts';
import { workingRows } from '../../../console/components/working-rows.ts';

const node = (hash: string, more: Partial<WorkingNode>): WorkingNode => ({
  hash,
  node: 'step',
  exact: '1',
  shown: '1',
  rounded: false,
  unit: 'sek',
  text: '',
  cites: [],
  of: [],
  ...more,
});
const known = (...nodes: WorkingNode[]) => new Map(nodes.map((each) => [each.hash, each]));

describe('how a working is laid out', () => {
  it("shows a region's rounded part from the region's own amount, by the rounding", () => {
    const all = node('all', { operation: 'allocation', of: ['a', 'b'], keys: ['01', '09'] });
    const part = node('part', { operation: 'part', of: ['all'], key: '09' });
    expect(workingRows(part, known(all, part))).toEqual([
      { hash: 'b', name: 'Region Gotland', role: 'own' },
      { role: 'rounding' },
      { hash: 'all', role: 'together' },
    ]);
  });

  it("shows an instalment from the region's grant", () => {
    const all = node('all', { operation: 'instalments', of: ['a'], keys: ['01'], count: 12 });
    const one = node('one', { operation: 'instalment', of: ['all'], key: '01', instalment: 12 });
    expect(workingRows(one, known(all, one)).map(({ role }) => role)).toEqual([
      'own-grant',
      'rounding',
      'together-grants',
    ]);
  });

  it('leaves the own amount out while what holds it has not been read', () => {
    const part = node('part', { operation: 'part', of: ['all'], key: '09' });
    expect(workingRows(part, known(part)).map(({ role }) => role)).toEqual([
      'rounding',
      'together',
    ]);
  });

  it.each([
    ['sum', ['', '+', '+']],
    ['difference', ['', '−', '−']],
    ['product', ['', '×', '×']],
    ['negated', ['−', '−', '−']],
  ])('puts the sign of a %s before its amounts', (operation, signs) => {
    const step = node('s', { operation, of: ['a', 'b', 'c'] });
    expect(workingRows(step, known(step)).map(({ sign }) => sign)).toEqual(signs);
  });

  it('names the region of each amount that is shared', () => {
    const all = node('all', { operation: 'allocation', of: ['a', 'b'], keys: ['01', 'SKR'] });
    expect(workingRows(all, known(all)).map(({ name }) => name)).toEqual([
      'Region Stockholm',
      'SKR',
    ]);
  });

  it('says that a national amount is made whole', () => {
    const whole = node('w', { operation: 'whole', of: ['a'] });
    expect(workingRows(whole, known(whole)).at(-1)).toEqual({ role: 'rounding' });
  });
});
