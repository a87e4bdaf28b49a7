import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import type { SharingKey } from '../../../../core/agreement/parameters.ts';
import { cited } from '../../../../core/agreement/sources.ts';
import { Fraction } from '../../../../core/money/fraction.ts';
import { nationalKey } from '../../../../core/rules/settlement/national-key.ts';
import { cases } from '../../../helpers/cases.ts';
import { anyGrants, people, sekTable, table, texts } from '../../amounts.ts';

const by = (key: SharingKey) => ({
  ...agreement2021,
  nationalKey: cited(key, { source: 'readings', place: 'R-06' }),
});
const facts = {
  grants: sekTable({ '01': '300', '09': '100' }),
  modelCosts: sekTable({ '01': '80', '09': '20' }),
  inhabitants: table({ '01': 1n, '09': 2n }, people),
};

describe('The key for national amounts', () => {
  it("is the year's grant in 2021", () => {
    expect(texts(nationalKey(facts, agreement2021))).toEqual({ '01': '0.75', '09': '0.25' });
  });

  it.each([
    ['needs-share', { '01': '0.8', '09': '0.2' }],
    ['population', { '01': '1/3', '09': '2/3' }],
  ] as const)('can be %s, as a reading', (key, shares) => {
    expect(texts(nationalKey(facts, by(key)))).toEqual(shares);
  });

  it.each([
    ['years-grant', 'grants'],
    ['needs-share', 'modelCosts'],
    ['population', 'inhabitants'],
  ] as const)('refuses to weigh by %s without %s', (key, fact) => {
    expect(() => nationalKey({}, by(key))).toThrow(
      new RangeError(`The key '${key}' needs the fact '${fact}'.`),
    );
  });

  it('adds up to one, whatever the grants', () => {
    fc.assert(
      fc.property(anyGrants, (grants) =>
        Fraction.sum(
          [...nationalKey({ grants }, agreement2021).values()].map(({ value }) => value.fraction),
        ).equals(Fraction.one),
      ),
      cases(100),
    );
  });
});
