import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, filesIn, textOf } from './source-files.ts';

const core = filesIn('core');
const amounts = core.filter((path) =>
  ['core/rules/', 'core/agreement/', 'core/reckon.ts', 'core/explain.ts'].some((place) =>
    path.startsWith(place),
  ),
);

/** What each forbidden word would let in. */
const forbidden: readonly [string, RegExp][] = [
  ['a clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\bcrypto\b/],
  ['the environment', /\bprocess\b|\bglobalThis\b|\bimport\.meta\b/],
  ['output', /\bconsole\b/],
  ['waiting', /\bsetTimeout\b|\bsetInterval\b|\bawait\b.*\bfetch\b/],
];

describe.each(core)('%s', (path) => {
  it('imports core and decimal.js, and nothing else', () => {
    const imports = textOf(path).matchAll(
      /^(?:import\s+|(?:import|export)[^'";]*?\sfrom\s+)'([^']+)'/gms,
    );
    for (const [, from = ''] of imports) {
      const inCore = from.startsWith('.') && join(dirname(path), from).startsWith('core/');
      expect(inCore || from === 'decimal.js', `${path} imports ${from}`).toBe(true);
    }
    expect(codeOf(path)).not.toMatch(/\bimport\(|\brequire\(/);
  });

  it.each(forbidden)('does not reach for %s', (_, words) => {
    expect(codeOf(path)).not.toMatch(words);
  });
});

describe.each(amounts)('Amounts in %s', (path) => {
  it('never pass through a JavaScript number', () => {
    const code = codeOf(path);
    expect(code).not.toMatch(/\bNumber\(|\bparseFloat\b|\bparseInt\b|\btoNumber\b|\bMath\./);
    expect(code).not.toMatch(/(?<![\w.])\d+\.\d+/); // No decimal literals: money is text or bigint.
  });
});
