import { expect, it } from 'vitest';
import { choicesOf, outcomesForPeople } from '../../../core/bank/report-events.ts';

it('A person looks at whatever the bank said that changed nothing and is not explained by what is known', () => {
  expect(outcomesForPeople).toEqual([
    'unknown',
    'not-sent',
    'amount-differs',
    'contradicts',
    'moved-twice',
    'of-a-copy',
    'stopped',
  ]);
});

it('A person says what money was that moved without an order: of what left, that it was the payment after all', () => {
  const item = { outcome: 'moved-twice', result: 'booked', status: 'S' } as const;
  expect(choicesOf(item)).toEqual([]);
  expect(choicesOf({ ...item, movement: 2 })).toEqual(['booked-anew', 'bank-to-correct']);
  expect(choicesOf({ ...item, result: 'returned', movement: 2 })).toEqual(['bank-to-correct']);
});
