import { describe, expect, it } from 'vitest';
import {
  pointerOf,
  reportedDiscounts,
} from '../../../../console/pages/reconciliation/reported-discounts.ts';

const rows = [
  { id: 1, region: '12', sek: '1 250 000' },
  { id: 2, region: '09', sek: '' },
  { id: 3, region: '12', sek: '400' },
];

describe('the report of local discounts', () => {
  it('holds each discount by itself, and rows without an amount not at all', () => {
    expect(reportedDiscounts(rows)).toEqual({ '12': ['1250000', '400'] });
  });

  it('of none is empty', () => {
    expect(reportedDiscounts([])).toEqual({});
  });

  it('leads an error to the row that it is about', () => {
    expect(rows.map(({ id }) => pointerOf(rows, id))).toEqual([
      '/discounts/12/0',
      '/row/2',
      '/discounts/12/1',
    ]);
  });
});
