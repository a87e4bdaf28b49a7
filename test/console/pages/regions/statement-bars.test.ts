import { describe, expect, it } from 'vitest';
import { barsOf, marksIn, scaleOf } from '../../../../console/pages/regions/statement-bars.ts';

const bars = barsOf(
  [{ month: '2022-01', totalSek: '100', lines: [{ kind: 'instalment', sek: '120' }] }],
  [
    { month: '2022-02', kind: 'instalment', fromSek: '100', toSek: '100' },
    { month: '2022-02', kind: 'rebate-forecast', fromSek: '-40', toSek: '-40' },
    { month: '2022-05', kind: 'corridor-benefits', fromSek: '-20', toSek: '20' },
    { month: '2022-05', kind: 'corridor-hepatitis-c', fromSek: '-3', toSek: '3' },
    { month: '2022-05', kind: 'rebate-settlement' },
  ],
);

describe('the picture of a region’s year', () => {
  it('has every month, also the ones in which nothing moves', () => {
    expect(bars.map(({ month }) => month)).toEqual([
      '2022-01',
      '2022-02',
      '2022-03',
      '2022-04',
      '2022-05',
    ]);
  });

  it('goes over the turn of the year', () => {
    const turned = barsOf(
      [{ month: '2021-12', totalSek: '1', lines: [] }],
      [{ month: '2022-01', kind: 'instalment' }],
    );
    expect(turned.map(({ month }) => month)).toEqual(['2021-12', '2022-01']);
  });

  it('draws what was paid as paid, and what comes in one amount as its sum', () => {
    expect(bars[0]).toEqual({ month: '2022-01', planned: 120, paid: 100, unknown: false });
    expect(bars[1]).toEqual({ month: '2022-02', planned: 100, coming: 60, unknown: false });
  });

  it('draws ranges as a range, and marks what nobody knows instead of drawing zero', () => {
    expect(bars[4]).toEqual({ month: '2022-05', range: [-23, 23], unknown: true });
    expect(bars[2]).toEqual({ month: '2022-03', unknown: false });
  });

  it('explains the marks that occur in it, and no others', () => {
    expect(marksIn(bars)).toEqual(['planned', 'paid', 'coming', 'range', 'unknown']);
    expect(marksIn(bars.slice(0, 1))).toEqual(['planned', 'paid']);
  });

  it('has a scale that holds every bar and zero, in even steps', () => {
    const { lowest, highest, ticks } = scaleOf(bars);
    expect(lowest).toBeLessThanOrEqual(-23);
    expect(highest).toBeGreaterThanOrEqual(120);
    expect(ticks).toContain(0);
    expect(new Set(ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0))).size).toBe(1);
  });

  it('of nothing has a scale all the same', () => {
    expect(scaleOf([]).highest).toBeGreaterThan(0);
    expect(barsOf([], [])).toEqual([]);
  });
});
