import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { quoteOf } from '../../../core/agreement/quotes.ts';
import { type Citation, type SourceId, sources } from '../../../core/agreement/sources.ts';
import { lineCites } from '../../../core/forecast/line-cites.ts';
import { lineKinds } from '../../../core/line-kinds.ts';
import { readingTexts } from '../../../functions/contract/api/reading-texts.ts';
import { filesIn, textOf } from '../../health/source-files.ts';

/** Words as they are read: lines joined, a word that a line divides made whole. */
const joined = (text: string): string => text.replaceAll(/-\s*\n\s*/g, '').replaceAll(/\s+/g, ' ');

const kept: Readonly<Partial<Record<SourceId, string>>> = {
  'agreement-2021': 'docs/agreements/agreement-2021.txt',
  'letter-2016': 'docs/agreements/letters.txt',
  'letter-2020': 'docs/agreements/letters.txt',
  'letter-2022': 'docs/agreements/letters.txt',
};

/** Every citation in a value, however deep. */
function citesIn(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  const { source, place } = value as Partial<Citation>;
  if (source !== undefined && place !== undefined) return [{ source, place }];
  return Object.values(value).flatMap(citesIn);
}

/** Those that stand in the code of rules, beside the agreement's module. */
const inCode = filesIn('core').flatMap((file) =>
  [...textOf(file).matchAll(/source:\s*'([a-z0-9-]+)',\s*place:\s*\n?\s*'((?:[^'\\]|\\.)*)'/g)].map(
    ([, source = '', place = '']) => ({ source: source as SourceId, place }),
  ),
);

const cited = [
  ...new Map(
    [
      ...citesIn(agreement2021),
      ...lineKinds.flatMap((kind) => lineCites(kind, agreement2021)),
      ...inCode,
    ].map((cite) => [`${cite.source}, ${cite.place}`, cite]),
  ),
];

describe('What is written where an amount cites it', () => {
  it('is looked for wherever rules and parameters cite', () => {
    expect(cited.length).toBeGreaterThan(25);
    expect(new Set(cited.map(([, { source }]) => source))).toEqual(
      new Set(['agreement-2021', 'letter-2016', 'letter-2020', 'letter-2022', 'readings']),
    );
  });

  it.each(cited.filter(([, { source }]) => source !== 'readings'))(
    'is quoted word for word from the text that is kept: %s',
    (_name, cite) => {
      const passages = quoteOf(cite) ?? [];
      expect(passages.length).toBeGreaterThan(0);
      const text = joined(readFileSync(kept[cite.source] ?? '', 'utf8'));
      for (const passage of passages) expect(text).toContain(passage);
    },
  );

  it.each(cited.filter(([, { source }]) => source === 'readings'))(
    'is said in a sentence where it is a reading: %s',
    (_name, { place }) => expect(readingTexts[place]).toBeDefined(),
  );

  it('is of a rule only what is about that, where the place speaks of several things', () => {
    const of = (rule: string) => quoteOf({ source: 'agreement-2021', place: '4.1', rule });
    expect(of('rebate/february-rebate-adjustment')?.[0]).toMatch(/40 procent tillfalla staten\.$/);
    expect(of('settlement/local-discount')?.join(' ')).not.toMatch(/40 procent/);
    expect(of('need/inhabitants')).toHaveLength(4);
  });

  it('is not made up where no text is kept', () => {
    expect(quoteOf({ source: 'agreement-2026', place: '3' })).toBeUndefined();
    expect(quoteOf({ source: 'agreement-2021', place: '99' })).toBeUndefined();
    expect(Object.keys(sources)).toContain('agreement-2026');
  });
});
