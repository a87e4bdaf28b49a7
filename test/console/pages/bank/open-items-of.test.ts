import { describe, expect, it } from 'vitest';
import { openItemsOf } from '../../../../console/pages/bank/open-items-of.ts';
import type { Item, Report } from '../../../../console/pages/bank/types.ts';

const item = (number: number, more: Partial<Item> = {}): Item => ({
  item: number,
  outcome: 'taken',
  text: 'Något.',
  open: false,
  ...more,
});
const report = (name: string, more: Partial<Report>): Report => ({
  report: name.repeat(64),
  file: `${name}.xml`,
  at: '2022-02-03T08:00:00.000Z',
  state: 'taken',
  open: false,
  items: [],
  ...more,
});

describe('what is to be looked into', () => {
  it('is every open item, by its number in its report, in the order of the reports', () => {
    const unknown = item(2, { outcome: 'unknown', open: true });
    const differs = item(1, { outcome: 'amount-differs', open: true });
    const newest = report('a', { open: true, items: [item(1), unknown] });
    const older = report('b', { open: true, items: [differs] });
    expect(openItemsOf([newest, older])).toEqual([
      { report: newest, number: 2, item: unknown },
      { report: older, number: 1, item: differs },
    ]);
  });

  it('is also a report that could not be read: it is its own item 1', () => {
    const refused = report('c', { state: 'refused', why: 'Ingen XML.', open: true });
    expect(openItemsOf([refused])).toEqual([{ report: refused, number: 1 }]);
  });

  it('is nothing that somebody has looked into', () => {
    const resolved = item(1, { outcome: 'unknown', open: false });
    expect(
      openItemsOf([
        report('a', { items: [resolved] }),
        report('c', { state: 'refused', open: false }),
      ]),
    ).toEqual([]);
  });
});
