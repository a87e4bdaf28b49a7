import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { solPayment } from '../../../../core/rules/requisition/sol-requisition.ts';

describe('A requisition of the SOL money', () => {
  it('is paid 7 000 000 kr', () => {
    const paid = solPayment(agreement2021);
    expect(paid.value.toString()).toBe('7000000');
    expect(paid.working).toMatchObject({ why: { rule: 'requisition/sol-requisition' } });
  });

  it('has no amount in a year whose agreement has no such money', () => {
    expect(() => solPayment({ ...agreement2021, requisitions: [] })).toThrow(
      new RangeError('The agreement of 2021 has no SOL money.'),
    );
  });
});
