import { describe, expect, it } from 'vitest';
import type { CalendarAnswer } from '../../../../console/pages/calendar/calendar-answer.ts';
import { yearMonths } from '../../../../console/pages/calendar/year-months.ts';

const february: CalendarAnswer['months'][number] = {
  month: '2022-02',
  run: 'payout-2022-02',
  payDay: '2022-02-01',
  state: 'paid',
  plannedSek: '2786075070',
  totalSek: '1726166154',
  paidSek: '1726166154',
  byKind: [
    { kind: 'instalment', text: '', totalSek: '2786075070' },
    { kind: 'rebate-forecast', text: '', totalSek: '-1060000000' },
    { kind: 'ihsi-difference', text: '', totalSek: '91084' },
  ],
  needs: [],
};

describe('the picture of the year', () => {
  it('draws instalments upwards, additions upon them, deductions downwards, in millions', () => {
    expect(yearMonths([february])).toEqual([
      {
        month: '2022-02',
        planned: 2786.07507,
        bars: [
          { look: 'paid', from: 0, to: 2786.07507 },
          { look: 'adjustment', from: 2786.07507, to: 2786.07507 + 0.091084 },
          { look: 'adjustment', from: 0, to: -1060 },
        ],
      },
    ]);
  });

  it('takes an interim instalment for the money of its month', () => {
    const byKind = [{ kind: 'interim-instalment', text: '', totalSek: '2860000000' }];
    expect(yearMonths([{ ...february, byKind }])[0]?.bars).toEqual([
      { look: 'paid', from: 0, to: 2860 },
    ]);
  });

  it('draws what is not paid yet as still to come', () => {
    const { paidSek: _, ...waiting } = february;
    const [month] = yearMonths([{ ...waiting, state: 'approved' }]);
    expect(month?.bars[0]?.look).toBe('coming');
  });

  it('draws as paid what is, and what came back and is not paid in the month as a frame upon it', () => {
    const byKind = [
      {
        kind: 'instalment' as const,
        text: '',
        totalSek: '2786000000',
        paidSek: '2700000000',
      },
    ];
    const shown = { ...february, totalSek: '2786000000', paidSek: '2700000000', byKind };
    expect(yearMonths([shown])[0]?.bars).toEqual([
      { look: 'paid', from: 0, to: 2700 },
      { look: 'returned', from: 2700, to: 2786 },
    ]);
  });

  it('draws nothing for a month that is not open', () => {
    const { plannedSek: _, totalSek: __, paidSek: ___, ...rest } = february;
    expect(yearMonths([{ ...rest, state: 'not-open', byKind: [] }])).toEqual([
      { month: '2022-02', bars: [] },
    ]);
  });
});
