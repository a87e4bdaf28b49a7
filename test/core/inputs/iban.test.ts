import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ibanHolds } from '../../../core/inputs/iban.ts';
import { cases } from '../../helpers/cases.ts';

describe('An IBAN', () => {
  it.each([
    ['SE4550000000058398257466', true, 'the IBAN registry’s own example of a Swedish one'],
    ['GB29NWBK60161331926819', true, 'its example of a British one, with letters'],
    ['NO9386011117947', true, 'its example of the shortest, a Norwegian one'],
    ['SE4550000000058398257467', false, 'another last digit'],
    ['SE4550000000058398257', false, 'a Swedish one that is too short'],
    [
      'SE05500000000583982574',
      false,
      'a Swedish one that is too short, with check digits that hold',
    ],
    ['SE45 5000 0000 0583 9825 7466', false, 'blanks, as it is printed'],
    ['se4550000000058398257466', false, 'small letters'],
    ['SE0000000000000000000000', false, 'zeros where the number is still to be filled in'],
    ['', false, 'nothing'],
  ])('%s holds: %s (%s)', (account, holds) => {
    expect(ibanHolds(account)).toBe(holds);
  });

  it('does not hold with any one digit changed', () => {
    const right = 'SE4550000000058398257466';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 23 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(right[at]) + by) % 10;
        return !ibanHolds(`${right.slice(0, at)}${digit}${right.slice(at + 1)}`);
      }),
      cases(200),
    );
  });
});
