/** What fontkit asks of unicode-properties, answered by Node's own tables: for the Latin fonts that documents are set in. */

const is = (property) => {
  const pattern = new RegExp(`^${property}$`, 'u');
  return (code) => pattern.test(String.fromCodePoint(code));
};

export const isMark = is('\\p{M}');
export const isDigit = is('\\p{Nd}');

/** The common ones first; then those whose direction or name may matter, though the fonts have no letters of them. */
const scripts = [
  ...['Latin', 'Common', 'Inherited', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Syriac', 'Thaana'],
  ...[
    'Han',
    'Hangul',
    'Hiragana',
    'Katakana',
    'Thai',
    'Georgian',
    'Armenian',
    'Ethiopic',
    'Devanagari',
  ],
].map((name) => [name, is(`\\p{Script=${name}}`)]);

/** A script that is not among them is as good as unknown: none of its letters can be drawn by any rule. */
export const getScript = (code) => scripts.find(([, holds]) => holds(code))?.[0] ?? 'Unknown';

/** The marks that the fonts have: macron and diaeresis above, a stroke below. */
const combining = new Map([
  [0x0304, 'Above'],
  [0x0308, 'Above'],
  [0x0329, 'Below'],
]);

export const getCombiningClass = (code) => combining.get(code) ?? 'Not_Reordered';
