import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../core/canonical.ts';
import { cases } from '../helpers/cases.ts';

const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger().filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('The canonical text', () => {
  it('sorts keys by code unit and leaves out blanks, at every depth', () => {
    expect(canonical({ b: [1, { y: true, x: null }], a: 'å "x"\n' })).toBe(
      '{"a":"å \\"x\\"\\n","b":[1,{"x":null,"y":true}]}',
    );
  });

  it('sorts keys as RFC 8785 does in its own example', () => {
    // Section 3.2.3: by UTF-16 code units, so the emoji comes before the Hebrew presentation form.
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    expect(canonical(Object.fromEntries(keys.map((key) => [key, 0])))).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -0])(
    'refuses the number %s',
    (number) => {
      expect(() => canonical([number])).toThrow(
        new RangeError(
          `The record holds whole numbers only; ${number} was given. Write it as text.`,
        ),
      );
    },
  );

  it('refuses half a surrogate pair, as text and as key', () => {
    const message = 'Text with half a surrogate pair was given: "\\ud83d".';
    expect(() => canonical('\ud83d')).toThrow(new RangeError(message));
    expect(() => canonical({ '\ud83d': 1 })).toThrow(new RangeError(message));
  });

  it('is read back as the same value, and does not depend on the order of keys', () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed);
      if (value === null || typeof value !== 'object') return value;
      const members = Object.entries(value) as [string, Json][];
      return Object.fromEntries(members.reverse().map(([key, member]) => [key, reversed(member)]));
    };
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(canonical(reversed(value))).toBe(text);
      }),
      cases(500),
    );
  });
});
