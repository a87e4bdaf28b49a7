import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interimInstalment } from '../../../../core/rules/instalment/interim-instalment.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, kronor, sekTable, texts, total } from '../../amounts.ts';

describe('An interim instalment', () => {
  it("shares the decision's monthly total by the year's grant", () => {
    const shares = interimInstalment(
      kronor('100'),
      sekTable({ '01': '200', '09': '100', '25': '300' }),
    );
    // 33.33, 16.67 and 50: the odd krona goes to the one that lost most.
    expect(texts(shares)).toEqual({ '01': '33', '09': '17', '25': '50' });
  });

  it('loses no krona of the monthly total and makes none, whatever the grants', () => {
    fc.assert(
      fc.property(anyGrants, fc.bigInt(0n, 4_000_000_000n), (grants, monthly) => {
        const sum = total(interimInstalment(kronor(`${monthly}`), grants));
        return sum.kronor() === monthly;
      }),
      cases(300),
    );
  });
});
