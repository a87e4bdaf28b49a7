import { describe, expect, it } from 'vitest';
import { accountOf, accounts, chart } from '../../../core/accounting/chart.ts';

describe('The chart of accounts', () => {
  it('has four digits for every account, none twice, in ascending order', () => {
    const numbers = accounts.map(({ number }) => number);
    expect(numbers).toEqual(['1811', '2691', '7721', '7761']);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has grants within the series that ESV gives to lämnade bidrag, 7711–7979', () => {
    for (const { number } of accounts.filter(({ type }) => type === 'cost')) {
      expect(Number(number)).toBeGreaterThanOrEqual(7711);
      expect(Number(number)).toBeLessThanOrEqual(7979);
    }
  });

  it('says of every account where it is written, and what is assumed', () => {
    for (const { source, assumed } of accounts) {
      expect(source).toMatch(/\.$/);
      expect(assumed).toMatch(/\.$/);
    }
  });
});

describe('An entry', () => {
  it.each([
    ['a grant to a region', 'grant', '05', chart.grantToRegion],
    ['a grant to SKR', 'grant', 'SKR', chart.grantToOrganisation],
    ['a balance with a region', 'balance-of-payee', '05', chart.balanceOfPayee],
    ['a balance with SKR', 'balance-of-payee', 'SKR', chart.balanceOfPayee],
    ['what the bank moved', 'bank', '', chart.state],
  ] as const)('of %s stands on its account', (_, account, counterpart, stands) => {
    expect(accountOf({ account, counterpart })).toBe(stands);
  });
});
