import { expect, it } from 'vitest';
import { outcomesForPeople } from '../../../core/bank/report-events.ts';

it('A person looks at whatever the bank said that changed nothing and is not explained by what is known', () => {
  expect(outcomesForPeople).toEqual(['unknown', 'not-sent', 'amount-differs', 'contradicts']);
});
