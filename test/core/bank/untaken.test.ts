import { describe, expect, it } from 'vitest';
import type { ReportItem } from '../../../core/bank/report-events.ts';
import { isUntaken, untakenSek } from '../../../core/bank/untaken.ts';

const debit: ReportItem = {
  outcome: 'amount-differs',
  result: 'booked',
  status: 'BOOK DBIT',
  amount: '10.50',
  currency: 'SEK',
};

describe('Money that moved on the account and was taken for no payment', () => {
  const { amount: _amount, ...amountless } = debit;

  it.each<[string, Partial<ReportItem>, string | undefined]>([
    ['left', {}, '10.5'],
    ['came back', { result: 'returned', status: 'BOOK CRDT' }, '-10.5'],
    ['came as nothing that a payment does', { result: 'other', status: 'BOOK CRDT' }, '-10.5'],
    ['left as nothing that a payment does', { result: 'other', status: 'BOOK DBIT' }, '10.5'],
    ['is in another currency', { currency: 'EUR' }, undefined],
  ])('%s', (_what, more, sek) => {
    const item = { ...debit, ...more };
    expect(isUntaken(item)).toBe(true);
    expect(untakenSek(item)?.toString()).toBe(sek);
  });

  it('has no sum where the bank states none', () => {
    expect(isUntaken(amountless)).toBe(true);
    expect(untakenSek(amountless)).toBeUndefined();
  });

  it.each<[string, Partial<ReportItem>]>([
    ['was taken', { outcome: 'taken' }],
    ['stands in its case as a second movement', { outcome: 'moved-twice', movement: 2 }],
    ['is in an entry that is counted', { result: 'other', within: true }],
    ['has not happened', { result: 'other', status: 'PDNG DBIT' }],
    ['is a refusal', { outcome: 'contradicts', result: 'rejected', status: 'RJCT' }],
  ])('is not what %s', (_what, more) => {
    expect(isUntaken({ ...debit, ...more })).toBe(false);
  });
});
