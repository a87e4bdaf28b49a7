import { describe, expect, it } from 'vitest';
import {
  BANK_IDS_ALLOWED,
  bankIdHolds,
  bankTextAllowed,
  bankTextHolds,
} from '../../../core/bank/bank-text.ts';

describe('A text to a bank', () => {
  it.each([
    ['Region Västra Götaland', 'Swedish letters'],
    ['ÅÄÖ åäö', 'all six of them'],
    ["SKR/1-2?:().,'+", 'every other character of the set'],
    ['a', 'one character'],
    ['a'.repeat(70), 'as many as there is room for'],
  ])('holds: %s (%s)', (text) => {
    expect(bankTextHolds(text, 70)).toBe(true);
  });

  it.each([
    ['', 'nothing'],
    ['a'.repeat(71), 'one more than there is room for'],
    [' a', 'a blank first'],
    ['a ', 'a blank last'],
    [' ', 'a blank alone'],
    ['Région', 'a letter of another language'],
    ['A\u030Angström', 'a ring that is a character of its own'],
    ['a & b', 'an ampersand'],
    ['a_b', 'an underscore'],
    ['a – b', 'a dash that is no hyphen'],
    ['a\u00A0b', 'a blank that does not break'],
    ['a\nb', 'a line break'],
    ['a\u0000', 'a control character'],
    ['1 €', 'a currency sign'],
  ])('does not hold: %j (%s)', (text) => {
    expect(bankTextHolds(text, 70)).toBe(false);
  });

  it('is described with how long it may be', () => {
    expect(bankTextAllowed(140)).toBe(
      "1 to 140 of A-Z a-z 0-9 Å Ä Ö å ä ö / - ? : ( ) . , ' + and blanks, no blank first or last",
    );
  });
});

describe('An id to a bank', () => {
  it.each([
    ['STB-PAY-2022-02', 'ours'],
    ['STB-REI-2021-SOL-SKR-1-SKR', 'our longest form'],
    ['1'.repeat(35), 'of 35 characters'],
    ['a/b/c', 'with a slash between other characters'],
  ])('holds: %s (%s)', (id) => {
    expect(bankIdHolds(id)).toBe(true);
  });

  it.each([
    ['', 'nothing'],
    ['1'.repeat(36), 'of 36 characters'],
    ['/a', 'a slash first'],
    ['a/', 'a slash last'],
    ['a//b', 'two slashes together'],
    ['/', 'a slash alone'],
    ['a b', 'a blank'],
    ['Åre', 'a Swedish letter'],
    ['a\n', 'a line break'],
  ])('does not hold: %j (%s)', (id) => {
    expect(bankIdHolds(id)).toBe(false);
  });

  it('is described', () => {
    expect(BANK_IDS_ALLOWED).toBe(
      "1 to 35 of A-Z a-z 0-9 / - ? : ( ) . , ' +, no slash first, last or twice",
    );
  });
});
