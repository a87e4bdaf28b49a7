import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { Fraction } from '../../../../core/money/fraction.ts';
import { needsShare } from '../../../../core/rules/need/needs-share.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, sekTable, texts } from '../../amounts.ts';

describe('The needs share', () => {
  it("is the region's part of the country's model cost, exact", () => {
    const shares = needsShare(sekTable({ '01': '50', '09': '100', '25': '150.5' }), agreement2021);
    expect(texts(shares)).toEqual({ '01': '100/601', '09': '200/601', '25': '301/601' });
  });

  it('adds up to one over the regions, whatever their model costs', () => {
    fc.assert(
      fc.property(anyGrants, (modelCosts) =>
        Fraction.sum(
          [...needsShare(modelCosts, agreement2021).values()].map(({ value }) => value.fraction),
        ).equals(Fraction.one),
      ),
      cases(200),
    );
  });
});
