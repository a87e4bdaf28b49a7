import { describe, expect, it } from 'vitest';
import { barsOf, scaleOf } from '../../../console/pages/calendar/bars.ts';
import type { CalendarAnswer } from '../../../console/pages/calendar/calendar-view.tsx';

const february: CalendarAnswer['months'][number] = {
  month: '2022-02',
  run: 'payout-2022-02',
  payDay: '2022-02-01',
  state: 'paid',
  plannedSek: '2786075070',
  totalSek: '1726166154',
  byKind: [
    { kind: 'instalment', text: '', totalSek: '2786075070' },
    { kind: 'rebate-forecast', text: '', totalSek: '-1060000000' },
    { kind: 'ihsi-difference', text: '', totalSek: '91084' },
  ],
  needs: [],
};

describe('the picture of the year', () => {
  it('draws instalments upwards, deductions downwards, additions on top, in millions', () => {
    expect(barsOf([february])).toEqual([
      {
        month: '2022-02',
        planned: 2786.075,
        main: 2786.075,
        added: 0.091,
        deducted: -1060,
        paid: true,
      },
    ]);
  });

  it('takes an interim instalment for the money of its month', () => {
    const [bar] = barsOf([
      { ...february, byKind: [{ kind: 'interim-instalment', text: '', totalSek: '2860000000' }] },
    ]);
    expect([bar?.main, bar?.added]).toEqual([2860, 0]);
  });

  it('draws nothing for a month that is not open', () => {
    const { plannedSek: _, totalSek: __, ...rest } = february;
    expect(barsOf([{ ...rest, state: 'not-open', byKind: [] }])[0]).toMatchObject({
      planned: 0,
      main: 0,
      deducted: 0,
      paid: false,
    });
  });

  it('has a scale in whole thousands that holds every bar', () => {
    expect(scaleOf(barsOf([february]))).toEqual({
      highest: 3000,
      lowest: -2000,
      ticks: [-2000, -1000, 0, 1000, 2000, 3000],
    });
  });
});
