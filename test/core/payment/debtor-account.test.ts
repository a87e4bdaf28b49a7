import { describe, expect, it } from 'vitest';
import { ACCOUNTS_ALLOWED, debtorAccount } from '../../../core/payment/debtor-account.ts';

describe('The account that payments leave from', () => {
  it.each([
    ['SE4550000000058398257466', { iban: 'SE4550000000058398257466' }],
    ['5050-1055', { bankgiro: '5050-1055' }],
    ['990-1000', { bankgiro: '990-1000' }],
    ['902003-3', { plusgiro: '902003-3' }],
  ])('%s is told by its form', (text, account) => {
    expect(debtorAccount(text)).toEqual(account);
  });

  it.each(['SE4550000000058398257467', '5050-1056', '902003-4', '50501055', '0000-0000', '', 'x'])(
    '%j is none',
    (text) => {
      expect(debtorAccount(text)).toBeUndefined();
    },
  );

  it('is described', () => {
    expect(ACCOUNTS_ALLOWED).toBe(
      'an IBAN without blanks, or a bankgiro or plusgiro number with its hyphen, whose check digits hold',
    );
  });
});
