import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { yearsGrant } from '../../../../core/rules/grant/years-grant.ts';
import { twelveInstalments } from '../../../../core/rules/instalment/twelve-instalments.ts';
import { cases } from '../../../helpers/cases.ts';
import { accepted, anyAllocation, anyGrants, sekTable } from '../../amounts.ts';

const NUMBERS = Array.from({ length: 12 }, (_, index) => index);
const monthTotals = (grants: Parameters<typeof twelveInstalments>[0]) => {
  const instalments = [...twelveInstalments(grants, agreement2021).values()];
  return NUMBERS.map((month) =>
    Sek.sum(instalments.map((own) => own[month]?.value ?? Sek.zero)).kronor(),
  );
};

describe('The twelve instalments', () => {
  it('come to 2 786 075 070 kr in every month of 2021, however the pot is shared', () => {
    fc.assert(
      fc.property(anyAllocation, (country) =>
        monthTotals(accepted(yearsGrant(country, agreement2021))).every(
          (month) => month === 2_786_075_070n,
        ),
      ),
      cases(1_000),
    );
  });

  it('give the odd kronor to consecutive months, each region starting where the one before stopped', () => {
    // 14 = 12 × 1 + 2 and 23 = 12 × 1 + 11: two in months 1–2, then eleven in months 3–12 and 1.
    const instalments = twelveInstalments(sekTable({ '01': '14', '09': '23' }), agreement2021);
    const kronorOf = (region: '01' | '09') =>
      instalments.get(region)?.map(({ value }) => value.kronor());
    expect(kronorOf('01')).toEqual([2n, 2n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n]);
    expect(kronorOf('09')).toEqual([2n, 1n, 2n, 2n, 2n, 2n, 2n, 2n, 2n, 2n, 2n, 2n]);
  });

  describe('for any grants', () => {
    it('give each region its grant, to the krona', () => {
      fc.assert(
        fc.property(anyGrants, (grants) =>
          [...twelveInstalments(grants, agreement2021)].every(([region, instalments]) =>
            Sek.sum(instalments.map(({ value }) => value)).equals(
              grants.get(region)?.value ?? Sek.zero,
            ),
          ),
        ),
        cases(1_000),
      );
    });

    it('differ between months by at most one krona for the country', () => {
      fc.assert(
        fc.property(anyGrants, (grants) => {
          const months = monthTotals(grants).sort((a, b) => Number(a - b));
          return (months.at(-1) ?? 0n) - (months[0] ?? 0n) <= 1n;
        }),
        cases(1_000),
      );
    });
  });
});
