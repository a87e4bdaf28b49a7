import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { docOf, ruleDocs } from '../../docs/generate/rule-docs.ts';
import { rulesPage } from '../../docs/generate/rules.ts';
import { filesIn } from '../health/source-files.ts';

describe('docs/rules.md', () => {
  it('is what the docstrings and rulebooks say (otherwise run: node docs/generate/rules.ts)', () => {
    expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage());
  });

  it('has one row per rule, and changes with a docstring', () => {
    const docs = ruleDocs();
    expect(docs).toHaveLength(23);
    const [first, ...others] = docs;
    if (!first) throw new Error('There are rules.');
    expect(rulesPage([{ ...first, sv: 'något annat' }, ...others])).not.toBe(rulesPage());
  });

  it('shows what runs: every function that bears a rule is in what is deployed', async () => {
    const { outputFiles } = await build({
      entryPoints: [...filesIn('functions', '.lambda.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      outdir: 'functions',
    });
    expect(outputFiles.length).toBeGreaterThan(20);
    const deployed = outputFiles.map(({ text }) => text).join('\n');
    const unused = ruleDocs().filter(
      ({ runs }) => !new RegExp(`^(function|var) ${runs}\\b`, 'm').test(deployed),
    );
    expect(unused.map(({ rule }) => rule)).toEqual([]);
  }, 60_000);

  it('refuses a rule whose docstring lacks what a row needs', () => {
    const docstring = (lines: string[], over = 'export function plus(') =>
      ['/**', ...lines.map((line) => ` * ${line}`), ' */', over].join('\n');
    const whole = [
      'It adds: one and one. More.',
      '',
      '@sv ett',
      '@cites agreement-2021, 1',
      '@applies agreement years from 2021',
    ];
    expect(docOf('a/b', docstring(whole))).toEqual({
      rule: 'a/b',
      runs: 'plus',
      sv: 'ett',
      cites: 'agreement-2021, 1',
      applies: 'agreement years from 2021',
      reading: '',
      says: 'It adds: one and one.',
    });
    for (const [name, index] of [
      ['says', 0],
      ['sv', 2],
      ['cites', 3],
      ['applies', 4],
    ] as const) {
      const without = whole.filter((_, at) => at !== index);
      expect(() => docOf('a/b', docstring(without))).toThrow(/The docstring of a\/b lacks/);
      expect(name).not.toBe('');
    }
    expect(() => docOf('a/b', docstring(whole, 'function plus('))).toThrow(
      'The docstring of a/b lacks runs.',
    );
  });
});
