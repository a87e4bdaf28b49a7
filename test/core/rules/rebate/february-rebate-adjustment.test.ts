import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { wholeKronor } from '../../../../core/money/rounding.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { februaryRebateAdjustment } from '../../../../core/rules/rebate/february-rebate-adjustment.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, sekTable, texts, total } from '../../amounts.ts';

describe("February's rebate adjustment", () => {
  it("takes 40 percent of each region's own forecast rebates, as a deduction", () => {
    const lines = februaryRebateAdjustment(
      sekTable({ '01': '1000000', '09': '50' }),
      agreement2021,
    );
    expect(texts(lines)).toEqual({ '01': '-400000', '09': '-20' });
  });

  it('makes the signed amounts whole: what is cut down is the deduction, not its size', () => {
    // −0.4, −0.8, −1.2 sum to −2.4, so −2; cut down −1, −1, −2, and two kronor back to those that lost most.
    const lines = februaryRebateAdjustment(
      sekTable({ '01': '1', '09': '2', '25': '3' }),
      agreement2021,
    );
    expect(texts(lines)).toEqual({ '01': '0', '09': '-1', '25': '-1' });
  });

  it("comes to the State's 40 percent of the country's forecast, whatever the regions'", () => {
    fc.assert(
      fc.property(anyGrants, (forecast) => {
        const share = total(forecast).times(agreement2021.rebate.stateShare.value).negated();
        return total(februaryRebateAdjustment(forecast, agreement2021)).equals(wholeKronor(share));
      }),
      cases(300),
    );
  });

  it('never moves a region by a krona or more from its exact share', () => {
    fc.assert(
      fc.property(anyGrants, (forecast) =>
        [...februaryRebateAdjustment(forecast, agreement2021)].every(([region, { value }]) => {
          const rebate = forecast.get(region)?.value ?? Sek.zero;
          const off = value.plus(rebate.times(agreement2021.rebate.stateShare.value));
          return off.isLessThan(Sek.of('1')) && off.negated().isLessThan(Sek.of('1'));
        }),
      ),
      cases(300),
    );
  });
});
