import { DOMParser } from '@xmldom/xmldom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  MOST_ATTRIBUTES,
  MOST_LEVELS,
  refuseNested,
} from '../../../../functions/bank/read-report/nesting.ts';
import { readReport } from '../../../../functions/bank/read-report/read-report.ts';
import { bytesOf, camt } from '../bank-reports.ts';

/** Elements each in the one before, the innermost with this in it. */
const nested = (levels: number, inside = ''): string =>
  `${'<a>'.repeat(levels)}${inside}${'</a>'.repeat(levels)}`;

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, index) => ` b${index}="1"`).join('');

/** Each element has a namespace of its own, and stands in the one before. */
const namespaces = (levels: number): string => {
  const names = Array.from({ length: levels }, (_, index) => `p${index}`);
  return `${names.map((name) => `<${name}:a xmlns:${name}="urn:${name}">`).join('')}${names
    .toReversed()
    .map((name) => `</${name}:a>`)
    .join('')}`;
};

const isTaken = (text: string): boolean => {
  try {
    refuseNested(text);
    return true;
  } catch {
    return false;
  }
};

afterEach(() => vi.restoreAllMocks());

describe('A file whose elements are nested', () => {
  it('as deep as is allowed is read, and one level more is refused', () => {
    expect(isTaken(nested(MOST_LEVELS))).toBe(true);
    expect(() => refuseNested(nested(MOST_LEVELS + 1))).toThrow(
      expect.objectContaining({
        code: 'too-deep',
        facts: { where: '/', given: '51 levels', allowed: '50 levels' },
      }),
    );
  });

  it('within as many attributes as are allowed is read, and one more is refused', () => {
    const [half, other] = [attributes(20), attributes(MOST_ATTRIBUTES - 20)];
    expect(isTaken(`<a${half}><b${other}/><b${other}></b></a>`)).toBe(true);
    expect(() => refuseNested(`<a${half}><b${other} c='1'/></a>`)).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ given: '51 × =' }) }),
    );
  });

  it.each([
    ['beside each other', '<a></a>'.repeat(100)],
    ['empty, beside each other', `<r>${'<a/>'.repeat(100)}</r>`],
    ['in a comment', `<r><!--${'<a>'.repeat(100)}--></r>`],
    ['in a CDATA section', `<r><![CDATA[${'<a>'.repeat(100)}]]></r>`],
    ['in an instruction', `<r><?x ${'<a>'.repeat(100)}?></r>`],
    ['with marks of a tag in a value', `<a b="/>" c='>'><b d="="/></a>`.repeat(40)],
  ])('in nothing is read: %s', (_what, text) => {
    expect(isTaken(text)).toBe(true);
  });

  it.each([
    ['after a value with a slash before its end', `${'<a b="/">'.repeat(51)}`],
    ['after a value with the end of an empty tag', `${`<a b='/>'>`.repeat(51)}`],
    ['after comments', nested(30, `<!-- </a> -->${nested(30)}`)],
    ['after a CDATA section', nested(30, `<![CDATA[</a>]]>${nested(30)}`)],
    ['after an instruction', nested(30, `<?x </a>?>${nested(30)}`)],
  ])('in each other is refused: %s', (_what, text) => {
    expect(isTaken(text)).toBe(false);
  });

  it.each(['<', '<a', '<a b="', "<a b='>", '<!--', '<![CDATA[', '<?x', '</', '<!x', '<a>', '</a>'])(
    'and that ends in the middle (%s) is left to the parser, which refuses it',
    (text) => {
      expect(isTaken(text)).toBe(true);
      expect(readReport(bytesOf(text))).toMatchObject({ refusal: { code: 'not-xml' } });
    },
  );

  it('by a namespace each (1×: 469 kB, and 4×) is refused before anything is parsed', () => {
    const parse = vi.spyOn(DOMParser.prototype, 'parseFromString');
    for (const levels of [10_500, 42_000]) {
      const text = camt({}).replace('</Ntfctn>', `${namespaces(levels)}</Ntfctn>`);
      expect(text.length).toBeGreaterThan(levels * 38);
      expect(readReport(bytesOf(text))).toMatchObject({ refusal: { code: 'too-deep' } });
    }
    expect(parse).not.toHaveBeenCalled();
  });
});
