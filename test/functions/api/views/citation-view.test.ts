import { describe, expect, it } from 'vitest';
import { sources } from '../../../../core/agreement/sources.ts';
import { citationView, citedView } from '../../../../functions/api/views/citation-view.ts';

describe('a citation as people see it', () => {
  it.each(Object.entries(sources))('%s has the title, number and address of its list', (id, of) => {
    expect(citationView({ source: id, place: '1.1' })).toEqual({
      source: id,
      place: '1.1',
      title: of.title,
      ...('registration' in of && { registration: of.registration }),
      ...('url' in of && { url: of.url }),
    });
  });

  it('of a document that is no longer listed has its name for a title', () => {
    for (const source of ['letter-1997', 'toString'])
      expect(citationView({ source, place: '2' })).toEqual({ source, place: '2', title: source });
  });

  it('as an event holds it is cut at the first comma: a place may have commas of its own', () => {
    expect(citedView('agreement-2021, 4.2, table 3')).toMatchObject({
      source: 'agreement-2021',
      place: '4.2, table 3',
    });
  });
});
