import { describe, expect, it } from 'vitest';
import {
  ACCOUNTS_ALLOWED,
  debtorAccount,
  isSameAccount,
} from '../../../core/payment/debtor-account.ts';

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

  it.each([
    ['SE4550000000058398257466', true, 'the IBAN registry’s own example of a Swedish IBAN'],
    ['GB29NWBK60161331926819', true, 'its example of a British one, with letters'],
    ['5050-1055', true, 'a bankgiro number'],
    ['902003-3', true, 'a plusgiro number'],
    ['SE4550000000058398257467', false, 'another last digit'],
    ['SE4550000000058398257', false, 'a Swedish IBAN that is too short'],
    ['SE45 5000 0000 0583 9825 7466', false, 'blanks, as it is printed'],
    ['se4550000000058398257466', false, 'small letters'],
    ['5050-1056', false, 'another last digit of a bankgiro number'],
    ['50501055', false, 'no hyphen: whether it is a bankgiro or a plusgiro number is not said'],
    ['0000-0000', false, 'zeros where the number is still to be filled in'],
    ['ACCOUNT', false, 'a word that stands for an account'],
    ['{debtorAccount}', false, 'the name of what should have been put there'],
    ['', false, 'nothing'],
  ])('%s holds: %s (%s)', (account, holds) => {
    expect(debtorAccount(account) !== undefined).toBe(holds);
  });

  it('is described', () => {
    expect(ACCOUNTS_ALLOWED).toBe(
      'an IBAN without blanks, or a bankgiro or plusgiro number with its hyphen, whose check digits hold',
    );
  });
});

describe('A bank means the account by', () => {
  const iban = 'SE4550000000058398257466';
  it.each([
    ['its IBAN', iban, iban, true],
    ['the number in it', iban, '58398257466', true],
    ['the number in it, with zeros in front', iban, '00000058398257466', true],
    ['another IBAN', iban, 'SE3550000000054910000003', false],
    ['a number that is not in it', iban, '58398257467', false],
    ['its bankgiro number', '5050-1055', '5050-1055', true],
    ['its bankgiro number without a hyphen', '5050-1055', '50501055', true],
    ['its plusgiro number with blanks', '902003-3', '90 20 03-3', true],
    ['another giro number', '5050-1055', '50501056', false],
    ['an IBAN written in groups', iban, 'SE45 5000 0000 0583 9825 7466', true],
    ['an IBAN in small letters', iban, 'se45 5000 0000 0583 9825 7466', true],
    ['another IBAN written in groups', iban, 'SE35 5000 0000 0549 1000 0003', false],
    ['an IBAN, not by a giro number', iban, '5050-1055', false],
  ])('%s: %s, %s: %s', (_what, account, named, same) => {
    expect(isSameAccount(account, named)).toBe(same);
  });
});
