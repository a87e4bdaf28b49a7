import { describe, expect, it } from 'vitest';
import { type ChartMonth, marksIn } from '../../../console/components/chart/chart-month.ts';
import { chartScale } from '../../../console/components/chart/chart-scale.ts';

const months: readonly ChartMonth[] = [
  { month: '2022-01', planned: 120, bars: [{ look: 'paid', from: 0, to: 100 }] },
  { month: '2022-02', bars: [{ look: 'adjustment', from: 0, to: -40 }] },
  { month: '2022-05', bars: [{ look: 'range', from: -23, to: 23 }], unknown: true },
];

describe('the key of a chart', () => {
  it('explains the marks that occur in it, and no others', () => {
    expect(marksIn(months)).toEqual(['planned', 'paid', 'adjustment', 'range', 'unknown']);
    expect(marksIn(months.slice(0, 1))).toEqual(['planned', 'paid']);
    expect(marksIn([{ month: '2022-03', bars: [] }])).toEqual([]);
  });

  it('explains the lines that the bars are held against', () => {
    const used = { month: '2022-01', bars: [{ look: 'used', from: 0, to: 5 } as const] };
    const limits = [{ mark: 'credit', at: 12 } as const, { mark: 'frame', at: 10 } as const];
    expect(marksIn([used], limits)).toEqual(['frame', 'credit', 'used']);
  });
});

describe('the scale of a chart', () => {
  it('holds every bar, the dashed line and zero', () => {
    expect(chartScale(months)).toEqual({
      lowest: -50,
      highest: 150,
      ticks: [-50, 0, 50, 100, 150],
    });
  });

  it.each([
    [{ from: 0, to: 2786.07507 }, [0, 1000, 2000, 3000]],
    [{ from: 17_381_954, to: -8_202_793 }, [-10_000_000, 0, 10_000_000, 20_000_000]],
    [{ from: 0, to: 0.4 }, [0, 1]],
  ])('has steps of 1, 2 or 5 times a power of ten: %o', (bar, ticks) => {
    expect(chartScale([{ month: '2022-01', bars: [{ look: 'paid', ...bar }] }]).ticks).toEqual(
      ticks,
    );
  });

  it('holds the lines that the bars are held against', () => {
    const used = { month: '2022-01', bars: [{ look: 'used', from: 0, to: 5 } as const] };
    expect(chartScale([used], [{ mark: 'frame', at: 33 }]).highest).toBe(40);
  });

  it('of nothing has a scale all the same', () => {
    expect(chartScale([])).toEqual({ lowest: 0, highest: 1, ticks: [0, 1] });
  });
});
