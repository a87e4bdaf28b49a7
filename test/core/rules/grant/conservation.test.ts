import fc from 'fast-check';
import { describe, it } from 'vitest';
import { allocateByWeight } from '../../../../core/money/allocate.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { splitInstalments } from '../../../../core/money/split.ts';
import { type RegionCode, regionCodes } from '../../../../core/regions.ts';
import { cases } from '../../../helpers/cases.ts';

/** A pot, and what each of the 21 regions weighs: one region may have all the need, and some none. */
const anyPot = fc.bigInt(0n, 60_000_000_000n);
const anyNeed = fc.bigInt({ min: 0n, max: 9_999_999_999_999n });
const anyNeeds = fc.array(anyNeed, { minLength: 21, maxLength: 21 });

describe('From the pot to the instalments, whatever the pot and the regions’ needs', () => {
  it('grants add up to the pot and each grant to its instalments; months differ by a krona at most', () => {
    fc.assert(
      fc.property(anyPot, anyNeeds, (kronor, needs) => {
        const weights = regionCodes.map((key, index) => ({
          key,
          weight: (needs[index] ?? 0n) + 1n,
        }));
        const grants = allocateByWeight<RegionCode>(Sek.whole(kronor), weights);
        const months = Array.from({ length: 12 }, () => 0n);
        let granted = 0n;
        for (const [region, instalments] of splitInstalments(grants)) {
          let paid = 0n;
          for (const [month, instalment] of instalments.entries()) {
            paid += instalment.kronor();
            months[month] = (months[month] ?? 0n) + instalment.kronor();
          }
          if (paid !== grants.get(region)?.kronor()) return false;
          granted += paid;
        }
        const [least, most] = [Math.min(...months.map(Number)), Math.max(...months.map(Number))];
        return granted === kronor && most - least <= 1;
      }),
      cases(100_000),
    );
  });
});
