import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from '../../core/agreement/sources.ts';
import { ruleDocs } from '../../docs/generate/rule-docs.ts';
import { filesIn, textOf } from './source-files.ts';

const glossary = textOf('docs/glossary.md');
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.slice(2, -2).split(' | '));
const terms = new Set(rows.map(([swedish]) => swedish));

describe.each([...ruleDocs()])('The rule $rule', ({ rule, sv, cites, applies, reading }) => {
  it('has a Swedish name that the glossary knows', () => {
    expect(terms).toContain(sv);
  });

  it('cites documents that we keep, and a place in each', () => {
    for (const citation of cites.split('; ')) {
      const [source = '', place] = citation.split(/, (.*)/);
      expect(Object.keys(sources)).toContain(source);
      expect(place, citation).toBeTruthy();
    }
  });

  it('says which agreement years it applies to', () => {
    expect(applies).toMatch(/^agreement years? (from )?\d{4}/);
  });

  it('names readings by their numbers', () => {
    expect(reading).toMatch(/^(R-\d\d(, R-\d\d)*)?$/);
  });

  it('signs its steps with its own path', () => {
    const signed = [...textOf(`core/rules/${rule}.ts`).matchAll(/\brule: '([^']+)'/g)];
    for (const [, name] of signed) expect(name).toBe(rule);
    const takesNoSteps = [
      ...['payment/authority', 'payment/appropriation', 'instalment/pay-month'],
      'requisition/requisition-objection',
    ];
    expect(signed.length > 0).toBe(!takesNoSteps.includes(rule));
  });

  it('exports the function that it is named after', () => {
    const name = (rule.split('/')[1] ?? '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const named = { authority: 'authorityFor', appropriation: 'appropriationCheck' }[name] ?? name;
    expect(textOf(`core/rules/${rule}.ts`)).toMatch(
      new RegExp(`export (function|const) ${named}\\b`),
    );
  });
});

describe('The tests', () => {
  it.each(filesIn('core/rules'))('have one of the same name for %s', (path) => {
    expect(existsSync(`test/${path.replace(/\.ts$/, '.test.ts')}`)).toBe(true);
  });
});

describe('The glossary', () => {
  it('has one English word for a Swedish term, and no English word twice', () => {
    for (const column of [0, 1]) {
      const words = rows.map((row) => row[column]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  it('says of every term where it is seen and what it is not', () => {
    for (const row of rows.slice(1)) {
      expect(row, row[0]).toHaveLength(4);
      for (const cell of row) expect(cell.trim(), row[0]).not.toBe('');
    }
  });

  it('knows every Swedish name in core', () => {
    for (const path of filesIn('core')) {
      for (const [, line = ''] of textOf(path).matchAll(/@sv\s+(.+)/g)) {
        const sv = line.replace(/\s*\*\/$/, '').trim();
        // One term, which may hold a comma, or several.
        const unknown = terms.has(sv) ? [] : sv.split(', ').filter((term) => !terms.has(term));
        expect(unknown, path).toEqual([]);
      }
    }
  });
});
