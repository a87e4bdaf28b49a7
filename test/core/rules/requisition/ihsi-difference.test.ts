import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import type { AgreementParameters } from '../../../../core/agreement/parameters.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { Sek } from '../../../../core/money/sek.ts';
import { ihsiDifference } from '../../../../core/rules/requisition/ihsi-difference.ts';
import { ihsiRequisition } from '../../../../core/rules/requisition/ihsi-requisition.ts';
import { nationalKey } from '../../../../core/rules/settlement/national-key.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, euroRate, sekTable, texts, total } from '../../amounts.ts';

const at = { source: 'readings', place: 'R-10' } as const;
const withTerms = (terms: Partial<AgreementParameters['ihsiDifference']>): AgreementParameters => ({
  ...agreement2021,
  ihsiDifference: { ...agreement2021.ihsiDifference, ...terms },
});
const shares = nationalKey({ grants: sekTable({ '01': '300', '09': '100' }) }, agreement2021);
const lines = (rate: string, agreement: AgreementParameters = agreement2021) =>
  texts(ihsiDifference(euroRate(rate), shares, agreement));

describe('The IHSI difference', () => {
  it('returns to the regions what a cheaper euro left over', () => {
    // 4 099 160 − 4 008 076 = 91 084, by 3 to 1.
    expect(lines('10.1342')).toEqual({ '01': '68313', '09': '22771' });
  });

  it('takes from the regions what a dearer euro cost more', () => {
    // 4 099 160 − 4 113 200 = −14 040.
    expect(lines('10.4')).toEqual({ '01': '-10530', '09': '-3510' });
  });

  it('is nothing at the rate of the agreement', () => {
    expect(lines('10.3645')).toEqual({ '01': '0', '09': '0' });
  });

  it('makes no lines while nobody has requisitioned the euros', () => {
    expect(ihsiDifference('not-requisitioned', shares, agreement2021).size).toBe(0);
  });

  it('returns the whole preliminary amount where that is the reading', () => {
    const returned = withTerms({ unrequisitioned: cited('returned-to-regions', at) });
    expect(texts(ihsiDifference('not-requisitioned', shares, returned))).toEqual({
      '01': '3074370',
      '09': '1024790',
    });
  });

  it('is let be up to the limit of an agreement that has one, whichever its sign', () => {
    const limited = (sek: string) => withTerms({ onlyAbove: cited(Sek.of(sek), at) });
    expect(lines('10.1342', limited('91084'))).toEqual({ '01': '0', '09': '0' });
    expect(lines('10.1342', limited('91083'))).toEqual({ '01': '68313', '09': '22771' });
    expect(lines('10.4', limited('14040'))).toEqual({ '01': '0', '09': '0' });
    expect(lines('10.4', limited('14039'))).toEqual({ '01': '-10530', '09': '-3510' });
  });

  it('does not exist where the agreement pays no IHSI', () => {
    expect(
      ihsiDifference(euroRate('10'), shares, { ...agreement2021, requisitions: [] }).size,
    ).toBe(0);
  });

  it('closes the books on IHSI: paid and returned together are what was set aside', () => {
    fc.assert(
      fc.property(anyGrants, fc.bigInt(80_000n, 130_000n), (grants, tenThousandths) => {
        const rate = euroRate(`${tenThousandths}/10000`);
        const key = nationalKey({ grants }, agreement2021);
        const returned = total(ihsiDifference(rate, key, agreement2021));
        const paid = ihsiRequisition(rate, agreement2021).value;
        return paid.plus(returned).equals(Sek.of('4099160'));
      }),
      cases(200),
    );
  });
});
