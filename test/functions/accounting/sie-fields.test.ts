import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sek } from '../../../core/money/sek.ts';
import { amount, date, encoded, quoted } from '../../../functions/accounting/sie-fields.ts';
import { cases } from '../../helpers/cases.ts';

describe('A text', () => {
  it.each([
    ['stands between quotation marks', 'Region Örebro län', '"Region Örebro län"'],
    ['has its own quotation marks escaped', 'kallat "SOL"', '"kallat \\"SOL\\""'],
    ['has no backslash, which could escape the closing mark', 'a\\', '"a/"'],
    [
      'is written plainly where the code page lacks a letter',
      'läkemedel – ’nytt’',
      '"läkemedel - \'nytt\'"',
    ],
    ['has a question mark for what cannot be written plainly', 'Łódź', '"?ód?"'],
    ['may be empty', '', '""'],
  ])('%s', (_, text, written) => {
    expect(quoted(text)).toBe(written);
  });

  it.each(['\n', '\r\n#VER A 1 20210101', '\t', '\u0000', '\u007f', '\u0085', '\u001a'])(
    'is refused with a control character: %j',
    (control) => {
      expect(() => quoted(`Region${control}`)).toThrow(RangeError);
    },
  );

  it('never ends before its end, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        fc.pre(!/\p{Cc}/u.test(text));
        const inner = quoted(text).slice(1, -1);
        expect(inner.replaceAll('\\"', '')).not.toMatch(/["\\]/);
        expect(encoded([inner]).length).toBe([...inner].length + 2);
      }),
      cases(300),
    );
  });
});

describe('An amount', () => {
  it.each([
    ['7', '7.00'],
    ['-0.5', '-0.50'],
    ['2786075070', '2786075070.00'],
    ['0', '0.00'],
  ])('of %s kr is written %s', (sek, written) => {
    expect(amount(Sek.of(sek))).toBe(written);
  });

  it.each(['0.001', '1/3'])('of %s kr is refused: it has no whole number of öre', (sek) => {
    expect(() => amount(Sek.of(sek))).toThrow('has no whole number of öre');
  });
});

it('A day is written without hyphens', () => {
  expect(date('2021-03-01')).toBe('20210301');
});
