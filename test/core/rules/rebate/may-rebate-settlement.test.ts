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
