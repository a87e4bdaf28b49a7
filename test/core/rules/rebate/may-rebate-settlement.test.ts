import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { februaryRebateAdjustment } from '../../../../core/rules/rebate/february-rebate-adjustment.ts';
import { mayRebateSettlement } from '../../../../core/rules/rebate/may-rebate-settlement.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, sekTable, texts, total } from '../../amounts.ts';

describe("May's rebate settlement", () => {
  it('takes 40 percent more where the final rebates exceed the forecast, gives back where they fall short', () => {
    const forecast = sekTable({ '01': '1000', '09': '1000', '25': '1000' });
    const final = sekTable({ '01': '1100', '09': '900', '25': '1000' });
    expect(texts(mayRebateSettlement(forecast, final, agreement2021))).toEqual({
      '01': '-40',
      '09': '40',
      '25': '0',
    });
  });

  it('takes 40 percent of the whole final rebates where no payout has deducted a forecast', () => {
    const final = sekTable({ '01': '1100', '09': '900', '25': '0' });
    const settlement = mayRebateSettlement('not-deducted', final, agreement2021);
    expect(texts(settlement)).toEqual({ '01': '-440', '09': '-360', '25': '0' });
  });

  it('is made whole from the exact difference, not from what was deducted', () => {
    // −0.4 × (3 − 1) = −0.8 each; the forecasts alone would have been −0.4 each and the finals −1.2.
    const forecast = sekTable({ '01': '1', '09': '1', '25': '1' });
    const final = sekTable({ '01': '3', '09': '3', '25': '3' });
    expect(texts(mayRebateSettlement(forecast, final, agreement2021))).toEqual({
      '01': '0', // −2.4 in all is −2: floors of −1 each, and the odd krona to the first.
      '09': '-1',
      '25': '-1',
    });
  });

  it("brings the year to the State's 40 percent of the final rebates, within a krona of rounding twice", () => {
    fc.assert(
      fc.property(anyGrants, anyGrants, (forecast, final) => {
        const february = total(februaryRebateAdjustment(forecast, agreement2021));
        const may = total(mayRebateSettlement(forecast, final, agreement2021));
        const exact = total(final).times(agreement2021.rebate.stateShare.value);
        const off = february.plus(may).plus(exact).fraction;
        return off.floor() >= -1n && off.floor() <= 0n;
      }),
      cases(300),
    );
  });

  it('refuses a final of a region that has no forecast', () => {
    expect(() => mayRebateSettlement(new Map(), sekTable({ '09': '1' }), agreement2021)).toThrow(
      new RangeError('Region 09 is missing from the table.'),
    );
  });
});
