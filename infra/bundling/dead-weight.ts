import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** A part of a package that is never run here, and what stands in its place. */
interface DeadWeight {
  /** The file, by the end of its path in node_modules. */
  readonly file: string;
  /** What would be asked of it, so that whoever comes to ask is told. */
  readonly is: string;
  /** The file's text from now on; left out: whatever is asked of it throws. */
  readonly instead?: (text: string) => string;
}

const shapers = ['ArabicShaper', 'HangulShaper', 'IndicShaper', 'UniversalShaper'];

/** The text without what lies between two marks, and with another text there. Refused: marks that are not there any more. */
const replaceBetween =
  (from: string, to: string, by: string) =>
  (text: string): string => {
    const [start, end] = [text.indexOf(from), text.indexOf(to)];
    if (start < 0 || end < start)
      throw new Error(`Dead weight between "${from}" and "${to}" is not where it was.`);
    return text.slice(0, start) + by + text.slice(end);
  };

/** The entry of code page 437 in the generated tables. Refused: tables without it. */
function codePage437(tables: string): string {
  const entry = /"cp437": (\{[^}]*\})/.exec(tables)?.[1];
  if (!entry) throw new Error('iconv-lite has no code page 437 where it was.');
  return entry;
}

/**
 * What is left out of the bundles, and why it is never missed. Each line says what would have to change for that; a document made by
 * the bundle is compared, byte for byte, with one that is made by the whole packages (test/infra/dead-weight.test.ts).
 */
export const deadWeight: readonly DeadWeight[] = [
  // Our fonts are TrueType, taken out of their WOFF before (functions/documents/pdf/unwrapped.ts).
  ...['WOFFFont', 'WOFF2Font', 'DFont', 'TrueTypeCollection'].map((name) => ({
    file: `fontkit/src/${name}.js`,
    is: `the font format of ${name}`,
    instead: () => 'export default class { static probe() { return false; } }',
  })),
  ...['cff/CFFFont', 'subset/CFFSubset', 'glyph/CFFGlyph'].map((name) => ({
    file: `fontkit/src/${name}.js`,
    is: 'PostScript outlines',
  })),
  ...[
    'glyph/SBIXGlyph',
    'glyph/COLRGlyph',
    'glyph/GlyphVariationProcessor',
    'aat/AATLayoutEngine',
  ].map((name) => ({
    file: `fontkit/src/${name}.js`,
    is: `colours, variations and tables of Apple: ${name}`,
  })),
  // Scripts that our Latin fonts have no letters of: each is drawn as a missing letter, by whatever rule.
  ...shapers.map((name) => ({
    file: `fontkit/src/opentype/shapers/${name}.js`,
    is: `the rules of other scripts: ${name}`,
    instead: () => "export { default } from './DefaultShaper.js';",
  })),
  {
    file: 'unicode-properties/dist/module.mjs',
    is: 'tables of Unicode, which Node has',
    instead: () => readFileSync(join(import.meta.dirname, 'unicode-properties.mjs'), 'utf8'),
  },
  {
    file: 'pdfkit/js/pdfkit.node.mjs',
    is: 'encryption of documents, and hashes that Node has',
    instead: replaceBetween(
      'class Hash {}',
      'class PDFSecurity {',
      `import { createHash as nodeHash } from 'node:crypto';
const md5Hash = (data) => new Uint8Array(nodeHash('md5').update(data).digest());
const md5Hex = (data) => bytesToHex(md5Hash(data));
const none = () => { throw new Error('Encryption of documents is left out of the bundles.'); };
const sha256Hash = none, aesCbcEncrypt = none, aesEcbEncrypt = none, rc4 = none, randomBytes = none, saslprep = none;
`,
    ),
  },
  { file: 'png-js/lib/png-js.js', is: 'pictures in PNG' },
  // SIE 4 is written in code page 437, of one byte for each letter.
  ...['dbcs-codec', 'dbcs-data', 'sbcs-data', 'utf7', 'utf16', 'utf32'].map((name) => ({
    file: `iconv-lite/encodings/${name}.js`,
    is: 'encodings of other files than ours',
    instead: () => '',
  })),
  {
    file: 'iconv-lite/encodings/sbcs-data-generated.js',
    is: 'code pages of one byte, but for the one that is used',
    instead: (text) => `module.exports = { cp437: ${codePage437(text)} };`,
  },
  {
    // The bank's reports are XML; HTML is never parsed.
    file: '@xmldom/xmldom/lib/entities.js',
    is: 'names of letters in HTML',
    instead: replaceBetween(
      'exports.HTML_ENTITIES = ',
      '/**\n * @deprecated',
      'exports.HTML_ENTITIES = exports.XML_ENTITIES;\n',
    ),
  },
];

/** Marks the question where the package's published entry is, so that its answer is not replaced again. */
const asPublished = {};

/** Leaves the dead weight out. Whoever asks for what was left out, and has no other text in its place, is told so. */
export const leaveDeadWeightOut: Plugin = {
  name: 'leave-dead-weight-out',
  setup(build) {
    // The package as its authors wrote it: only there can a part be told from the rest.
    build.onResolve({ filter: /^fontkit$/ }, async ({ resolveDir, pluginData }) => {
      if (pluginData === asPublished) return undefined;
      const options = { kind: 'import-statement', resolveDir, pluginData: asPublished } as const;
      const { path } = await build.resolve('fontkit', options);
      return { path: join(path, '../../src/index.js') };
    });
    build.onLoad({ filter: concerned }, ({ path }) => {
      const name = path.replaceAll('\\', '/');
      const known = deadWeight.find(({ file }) => name.endsWith(`/node_modules/${file}`));
      const contents = known ? standIn(known, path) : readFileSync(path, 'utf8');
      // Its decorators are those of old, which only TypeScript still takes.
      return { contents, loader: name.includes('/fontkit/src/') ? 'ts' : 'js' };
    });
  },
};

/** The files above, and all of fontkit. Every other file is read by esbuild itself, which is fifty times as fast. */
const concerned = new RegExp(
  `/node_modules/(${[...deadWeight.map(({ file }) => file), 'fontkit/src/.*\\.js'].join('|')})$`.replaceAll(
    '/',
    '[\\\\/]',
  ),
);

const standIn = ({ is, instead }: DeadWeight, path: string): string =>
  instead?.(readFileSync(path, 'utf8')) ??
  `const left = () => { throw new Error('Left out of the bundles: ${is}.'); };
export default class { constructor() { left(); } static decode() { left(); } }`;
