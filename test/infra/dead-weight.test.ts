import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error The package brings no types.
import { getCombiningClass, getScript, isDigit, isMark } from 'unicode-properties';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { bundle } from '../../infra/bundling/bundle.ts';
import { deadWeight } from '../../infra/bundling/dead-weight.ts';
import * as standIn from '../../infra/bundling/unicode-properties.mjs';
import * as whole from '../helpers/document-packages.ts';
import { started } from '../helpers/function-environment.ts';

const root = mkdtempSync(join(tmpdir(), 'dead-weight-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** With the whole packages, in a bundle with what is left of them. */
let bundled: typeof whole;
let inputs: readonly string[];

beforeAll(async () => {
  const functions = join(root, 'functions');
  mkdirSync(functions);
  for (const name of functionNames)
    writeFileSync(
      join(functions, `${name}.lambda.ts`),
      'export const handler = () => undefined;\n',
    );
  const packages = JSON.stringify(join(import.meta.dirname, '../helpers/document-packages.ts'));
  writeFileSync(
    join(functions, 'api-prints.lambda.ts'),
    `export * from ${packages};\nexport const handler = () => undefined;\n`,
  );
  const outdir = join(root, 'bundles');
  const metafile = await bundle({ functions, outdir });
  inputs = Object.keys(metafile.inputs).map((path) => path.replace(/^.*?node_modules\//, ''));
  bundled = await started('api-prints', join(outdir, 'api-prints/index.mjs'));
});

describe('What is left out of the bundles', () => {
  it.each(deadWeight)('was there to be left out: $file', ({ file }) =>
    expect(inputs).toContain(file),
  );

  const texts = [
    'Utbetalningsbesked för maj 2022',
    'Återbäring –40 % av 1 250 000 kr, § 4.1 “Reglering” ½ fi ffl AV To 3/4',
    'Malmo\u0308, decomposed; a\u0304 b\u0308 c\u0329',
    ...['Αθήνα', 'Київ', '日本', 'नमस्ते', '한국', 'مرحبا', 'שלום', 'สวัสดี', 'Hej مرحبا, hej'],
    '\u{1F600} and 1\u20442',
  ];

  it.each(texts)('is missed by no document: %s', async (text) => {
    const [mine, reference] = await Promise.all([bundled.pdf(text), whole.pdf(text)]);
    expect(mine.length).toBeGreaterThan(1000);
    expect(Buffer.from(mine).equals(reference)).toBe(true);
  });

  it.each([...texts, 'ÅÄÖåäöéÉüß½¼«»░▒▓│┤αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■'])(
    'is missed by no file of accounts: %s',
    (text) => expect(Buffer.from(bundled.sie(text)).equals(whole.sie(text))).toBe(true),
  );

  it.each(['<a>å &amp; &lt;b&gt; &#229; &quot;</a>', '<a>&aring;</a>', '<a>&unknown;</a>'])(
    'is missed by no report of a bank: %s',
    (text) => {
      const outcome = (read: typeof whole.xml) => {
        try {
          return read(text);
        } catch (error) {
          return String(error);
        }
      };
      expect(outcome(bundled.xml)).toBe(outcome(whole.xml));
    },
  );

  it('says what it was when somebody asks for it after all', async () => {
    const text = readFileSync(join(root, 'bundles/api-prints/index.mjs'), 'utf8');
    expect(text).toContain('Left out of the bundles: PostScript outlines.');
  });
});

describe('What Node says of a letter instead of unicode-properties', () => {
  /** Every letter that our fonts can have: Latin, its marks, signs and figures. */
  const codes = [
    ...Array.from({ length: 0x250 }, (_, code) => code),
    ...[0x2bb, 0x2bc, 0x2c6, 0x2da, 0x2dc, 0x304, 0x308, 0x329],
    ...Array.from({ length: 0x70 }, (_, code) => 0x2000 + code),
    ...[0x20ac, 0x2122, 0x2191, 0x2193, 0x2212, 0x2215, 0xfeff, 0xfffd],
  ].filter((code) => !/\p{Cn}/u.test(String.fromCodePoint(code)));
  const saying = (known: typeof standIn) =>
    codes.map((code) => [
      code.toString(16),
      known.getScript(code),
      known.isMark(code),
      known.isDigit(code),
      known.isMark(code) ? known.getCombiningClass(code) : undefined,
    ]);

  it('is what unicode-properties says', () =>
    expect(saying(standIn)).toEqual(
      saying({ getCombiningClass, getScript, isDigit, isMark } as typeof standIn),
    ));
});
