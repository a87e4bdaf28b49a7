import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineKinds } from '../../core/line-kinds.ts';
import { readings } from '../../docs/generate/reading-list.ts';
import { readingsPage } from '../../docs/generate/readings.ts';
import { type Row, readSample, type SampleFiles } from '../../docs/generate/sample-year.ts';
import { filesIn, textOf } from '../health/source-files.ts';

const sample = readSample('local/sample-2021');
const page = readingsPage(sample);

/** The table of one reading, as written on a page. */
const tableOf = (id: string, text: string): string =>
  text
    .slice(text.indexOf(`## ${id} `))
    .split('\n')
    .slice(1)
    .join('\n')
    .split('## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| '))
    .join('\n') ?? '';

const changedTables = (files: SampleFiles): string[] => {
  const other = readingsPage(files);
  return readings.map(({ id }) => id).filter((id) => tableOf(id, page) !== tableOf(id, other));
};
const withOutcome = (change: Partial<SampleFiles['outcome']>): SampleFiles => ({
  ...sample,
  outcome: { ...sample.outcome, ...change },
});
const withRow = (rows: readonly Row[], index: number, change: Row): Row[] =>
  rows.map((row, at) => (at === index ? { ...row, ...change } : row));

describe('docs/readings.md', () => {
  it('is what running the sample year gives (otherwise run: node docs/generate/readings.ts)', () => {
    expect(readFileSync('docs/readings.md', 'utf8')).toBe(page);
  });

  it('holds fourteen readings in order, each with a passage and another reading with its effect', () => {
    expect(readings.map(({ id }) => id)).toEqual(
      Array.from({ length: 14 }, (_, index) => `R-${String(index + 1).padStart(2, '0')}`),
    );
    for (const { id, passages, alternatives } of readings) {
      expect(passages.length, id).toBeGreaterThan(0);
      expect(tableOf(id, page).split('\n'), id).toHaveLength(1 + alternatives.length);
    }
  });

  it('says what the text’s limits of hepatitis C would change: +300 000 kr at a cost of 572 mnkr', () => {
    // 0.5 × (400.4 − 411) = −5.3 mnkr instead of 0.5 × 0.7 × (572 − 588) = −5.6 mnkr.
    expect(tableOf('R-02', page)).toContain('| +300 000 | 2022-05 | 0 |');
  });

  it('says of every line that settles a difference what it is settled against', () => {
    const section = page.slice(page.indexOf('## What each difference is settled against'));
    const first = section.split('\n').map((line) => line.split(' | ')[0] ?? '');
    const unsaid = lineKinds.filter((kind) => !first.some((cell) => cell.includes(`\`${kind}\``)));
    // An instalment and the forecast are what is settled, and settle nothing; no year has a corridor on the net yet.
    expect(unsaid).toEqual(['instalment', 'rebate-forecast', 'corridor-net']);
  });

  it('knows every reading that core cites, and each is cited', () => {
    const cited = filesIn('core').flatMap((path) => textOf(path).match(/\bR-\d\d\b/g) ?? []);
    expect([...new Set(cited)].sort()).toEqual(readings.map(({ id }) => id));
  });
});

describe('The tables follow the sample', () => {
  it('when the cost of hepatitis C changes', () => {
    const changed = changedTables(withOutcome({ hepatitisCCostSek: 800_000_000 }));
    // Its limits and key, what is carried, and whatever moves the grants by which the corridor is shared.
    expect(changed).toEqual(['R-02', 'R-03', 'R-04', 'R-05', 'R-06', 'R-11']);
    const other = readingsPage(withOutcome({ hepatitisCCostSek: 800_000_000 }));
    // 61.6 in force; 61.5 and 61.64 by the other readings.
    expect(tableOf('R-02', other)).toContain('| −100 000 |');
    expect(tableOf('R-02', other)).toContain('| +40 000 |');
  });

  it('when the second level changes, but not what has no part in a grant', () => {
    const changed = changedTables(
      withOutcome({ solidaritySecondLevelSekPerInhabitantAboveMean: 50 }),
    );
    expect(changed).toContain('R-04');
    expect(changed).not.toContain('R-01');
    expect(changed).not.toContain('R-09');
  });

  it('when a region reports a larger discount', () => {
    const localDiscounts = withRow(sample.localDiscounts, 0, { discount_sek: '900000000' });
    // Now Skåne's payment of March falls below zero, and part of the discount is carried forward.
    expect(changedTables({ ...sample, localDiscounts })).toContain('R-11');
  });

  it('when nobody requisitioned the IHSI money', () => {
    expect(changedTables(withOutcome({ ihsiRequisitionedOn: null }))).toContain('R-06');
  });
});
