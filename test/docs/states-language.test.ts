import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statesLanguagePage } from '../../docs/generate/states-language.ts';
import { table } from '../../local/engine/conformance/table.ts';

const page = statesLanguagePage();

describe('docs/states-language.md', () => {
  it('is what the table says (otherwise run: node docs/generate/states-language.ts)', () => {
    expect(readFileSync('docs/states-language.md', 'utf8')).toBe(page);
  });

  it('has a line for each row, of four cells', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(lines).toHaveLength(Object.keys(table).length);
    for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(6);
  });

  it('marks a citation whose wording was not at hand, and no other', () => {
    const lineOf = (id: string) =>
      page.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
    expect(table['Retry.MaxAttempts'].cites.read).toBe(true);
    expect(lineOf('Retry.MaxAttempts')).not.toContain('†');
    expect(table['Retry.MaxDelaySeconds'].cites.read).toBe(false);
    expect(lineOf('Retry.MaxDelaySeconds')).toContain(' † |');
  });

  it('changes with a row', () => {
    const row = { ...table['Retry.MaxAttempts'], says: 'Something else.' };
    expect(statesLanguagePage({ Rows: { 'Retry.MaxAttempts': row } })).toContain('Something else.');
  });
});
