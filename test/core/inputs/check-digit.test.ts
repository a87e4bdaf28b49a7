import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitHolds } from '../../../core/inputs/check-digit.ts';

describe('A check digit', () => {
  it.each([
    ['991-2346', true, 'Bankgirot’s own example of a bankgiro number'],
    ['991-2347', false, 'another last digit'],
    ['9912-346', true, 'a hyphen in another place: hyphens do not count'],
    ['232100-0131', true, 'the organisation number of Västra Götalandsregionen'],
    ['232100-0132', false, 'another last digit'],
    ['232100-1031', false, 'two digits that have changed places'],
    ['222000-0315', true, 'the organisation number of SKR'],
    ['90 20 04-1', false, 'blanks'],
    ['902004-2', false, 'a plusgiro number with another last digit'],
    ['902003-3', true, 'a plusgiro number'],
    ['٩٩١-٢٣٤٦', false, 'digits of another script'],
    ['0', false, 'a digit that checks nothing'],
    ['5', false, 'another one'],
    ['0000-0000', false, 'zeros alone, as where a number is still to be filled in'],
    ['-', false, 'no digit'],
    ['', false, 'nothing'],
  ])('of %s holds: %s (%s)', (number, holds) => {
    expect(checkDigitHolds(number)).toBe(holds);
  });

  it('holds for exactly one last digit of any number but zeros', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,9}$/), (digits) => {
        const holding = [...'0123456789'].filter((last) => checkDigitHolds(`${digits}-${last}`));
        expect(holding).toHaveLength(/[1-9]/.test(digits) ? 1 : 0);
      }),
    );
  });

  it('finds any single digit that is wrong', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{9}$/),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const last = [...'0123456789'].find((each) => checkDigitHolds(digits + each)) ?? '0';
          const other = String((Number(digits[at]) + by) % 10);
          const wrong = digits.slice(0, at) + other + digits.slice(at + 1);
          expect(checkDigitHolds(wrong + last)).toBe(false);
        },
      ),
    );
  });
});
