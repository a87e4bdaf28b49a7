import { describe, expect, it } from 'vitest';
import { tooFarAhead } from '../../../core/agenda/last-requisition-day.ts';
import { agreements } from '../../../core/agreement/rulebook.ts';
import { parseDay } from '../../../core/calendar/day.ts';

const { agreement } = agreements.of(2021);
const against = (asked: string, receivedOn: string) =>
  tooFarAhead(parseDay(asked), parseDay(receivedOn), agreement);

describe('The last day for which SKR can requisition money of 2021', () => {
  // February's payout is paid on Tuesday 1 February 2022 and prepared a week before, on 25 January.
  it('is the bank day before February’s payout is prepared, which adjusts what was paid', () => {
    expect(against('2022-01-24', '2021-12-01')).toBeUndefined();
    expect(against('2022-01-25', '2021-12-01')).toEqual({
      kind: 'pay-day-too-late',
      asked: '2022-01-25',
      last: '2022-01-24',
      cites: agreement.ihsiDifference.month.cites,
    });
  });

  it('binds also who asks for a day that has passed: what comes in after it would be adjusted by no payout', () => {
    expect(against('2022-01-21', '2022-01-26')).toMatchObject({
      kind: 'pay-day-too-late',
      asked: '2022-01-26',
      last: '2022-01-24',
    });
    expect(against('2021-06-15', '2022-05-30')?.kind).toBe('pay-day-too-late');
    expect(against('2022-01-21', '2022-01-24')).toBeUndefined();
  });

  it('lies 330 days ahead at most, since an execution lives for a year: the bank day on or before', () => {
    // 330 days after 29 January 2021 is Saturday 25 December.
    expect(against('2021-12-23', '2021-01-29')).toBeUndefined();
    expect(against('2021-12-27', '2021-01-29')?.last).toBe('2021-12-23');
  });
});
