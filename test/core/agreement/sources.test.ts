import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { cited, sources } from '../../../core/agreement/sources.ts';

/** Every list of citations anywhere in a value, with the path that leads there. */
function citationsIn(value: unknown, path = ''): [string, { source: string; place: string }[]][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'cites' ? [[path, inner]] : citationsIn(inner, `${path}/${key}`),
  );
}

describe('Citations', () => {
  it.each(citationsIn(agreement2021))(
    'of %s name documents that we keep, and a place in each',
    (_, cites) => {
      expect(cites.length).toBeGreaterThan(0);
      for (const { source, place } of cites) {
        expect(Object.keys(sources)).toContain(source);
        expect(place).not.toBe('');
      }
    },
  );

  it('stand beside the value that they are about', () => {
    const at = { source: 'agreement-2021', place: '3' } as const;
    expect(cited(5, at)).toEqual({ value: 5, cites: [at] });
  });
});
