import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonValue, NotStrictJson, strictJson } from '../../core/strict-json.ts';
import { cases } from '../helpers/cases.ts';

const read = (text: string, levels = 20): unknown => jsonValue(strictJson(text, levels));

function refusal(text: string, levels = 20): NotStrictJson {
  try {
    read(text, levels);
  } catch (error) {
    if (error instanceof NotStrictJson) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('JSON', () => {
  it('means what JSON.parse has it mean, whatever blanks are in it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6 }),
        fc.constantFrom('', '\t', '  '),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          if (text.includes('"__proto__"')) return;
          expect(read(text)).toEqual(JSON.parse(text));
        },
      ),
      cases(500),
    );
  });

  it('is never read where JSON.parse does not read it, and never otherwise', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"b"',
        '"\\u0061"',
        '1',
        '-0',
        '1.5e3',
        '01',
        'true',
      ],
      ...['null', 'nul', ' ', '\n', '\u00a0', '"', '\\', '"\u0007"', '"\u0085"', "'a'", '/**/'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        const [ours, theirs] = [attempt(() => read(text)), attempt(() => JSON.parse(text))];
        if (ours) expect(ours).toEqual(theirs);
        else if (theirs) expect(refusal(text).twice).toBeDefined();
      }),
      cases(3000),
    );
  });

  it('keeps each value as it is spelled', () => {
    expect(strictJson('{ "a": 3e10, "b": "1.50" }', 1)).toEqual({
      at: 0,
      members: [
        { key: 'a', at: 2, value: { at: 7, spelling: '3e10' } },
        { key: 'b', at: 13, value: { at: 18, spelling: '"1.50"' } },
      ],
    });
  });

  it.each([
    ['at its top', '{"a":1,"b":2,"a":1}', '/a'],
    ['within another', '{"a":{"b":1,"b":2}}', '/a/b'],
    ['within a list', '{"a":[{},{"b":1,"b":2}]}', '/a/1/b'],
    ['spelled otherwise', '{"a":1,"\\u0061":2}', '/a'],
    ['without a letter', '{"":1,"":2}', '/'],
    ['with the marks of a pointer', '{"a/b~":1,"a/b~":2}', '/a~1b~0'],
    ['named as what every object has', '{"constructor":1,"constructor":2}', '/constructor'],
  ])('is refused with a key twice %s', (_where, text, twice) => {
    expect(refusal(text)).toMatchObject({ twice, allowed: 'once' });
  });

  it('may have one key in several objects, and keys named as what every object has', () => {
    const text = '{"a":{"a":1},"b":[{"a":2},{"a":3}],"constructor":1,"toString":2}';
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['the key that is the prototype', '{"__proto__":{}}', 2, '"__proto__"', 'another key'],
    ['that key, spelled otherwise', '{"\\u005f_proto__":1}', 2, '"__proto__"', 'another key'],
    ['half a letter', '"\\ud800"', 1, '"\\ud800"', 'text without half a surrogate pair'],
    [
      'half a letter in a key',
      '{"\\udc00":1}',
      2,
      '"\\udc00":1}',
      'text without half a surrogate pair',
    ],
    ['nothing', '', 1, '', 'a value'],
    ['no value', '{"a":}', 6, '}', 'a value'],
    ['no colon', '{"a" 1}', 6, '1', 'a colon after the key'],
    ['a key without quotes', '{a:1}', 2, 'a', 'a key in double quotes, or }'],
    ['a comma too many', '{"a":1,}', 8, '}', 'a key in double quotes'],
    ['no comma', '[1 2]', 4, '2', 'a comma, or ] at the end'],
    ['the other end', '[1}', 3, '}', 'a comma, or ] at the end'],
    ['no end', '{"a":1', 7, '', 'a comma, or } at the end'],
    ['no end of a text', '"abc', 1, '"abc', 'a value'],
    ['a text that ends in a backslash', '"abc\\', 1, '"abc\\', 'a value'],
    ['a letter of no number', '"\\u00g0"', 1, '"\\u00g0"', 'a value'],
    ['more after its end', '1 2', 3, '2', 'nothing after its end'],
    ['more after an object', '{}]', 3, ']', 'nothing after the closing }'],
    ['a blank that is none', '\u00a01', 1, '\u00a01', 'a value'],
  ])('is refused with %s', (_what, text, column, given, allowed) => {
    expect(refusal(text)).toMatchObject({ line: 1, column, given, allowed, twice: undefined });
  });

  it('is refused by line and column, in words', () => {
    expect(refusal('{\n  "a": 1\n  "b": 2}').message).toBe(
      'line 3, column 3: given "b", allowed: a comma, or } at the end',
    );
    expect(refusal('').message).toBe('line 1, column 1: given nothing, allowed: a value');
  });

  it('is as deep as is allowed, and not a level deeper', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    expect(read(deep(20))).toEqual(JSON.parse(deep(20)));
    expect(refusal(deep(21)).allowed).toBe('a string, a number or null, within 20 levels');
    expect(refusal('['.repeat(1_000_000)).allowed).toMatch(/within 20 levels$/);
    expect(refusal('{"a":{}}', 1).allowed).toBe('a string, a number or null');
    expect(refusal('[]', 0).allowed).toBe('a string, a number or null');
  });

  it('may hold a text of two million letters', () => {
    const text = JSON.stringify({ csv: 'a,"b"\n'.repeat(350_000) });
    expect(read(text)).toEqual(JSON.parse(text));
  });
});

/** What comes of it, as a list of one; undefined where it is refused. */
function attempt(act: () => unknown): readonly unknown[] | undefined {
  try {
    return [act()];
  } catch {
    return undefined;
  }
}
