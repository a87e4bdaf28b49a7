import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { reminderDays } from '../../../core/payment/reminder-days.ts';

describe('Those whose approval is missing', () => {
  it.each([
    ['a Thursday', '2021-07-01', ['2021-06-29', '2021-06-30']],
    ['a Monday', '2021-03-01', ['2021-02-25', '2021-02-26']],
    ['the day after Easter', '2021-04-06', ['2021-03-31', '2021-04-01']],
    ['the first weekday after New Year', '2022-01-03', ['2021-12-29', '2021-12-30']],
    ['a Saturday, on which no bank pays', '2022-01-08', ['2022-01-05', '2022-01-07']],
  ])('are reminded on the two bank days before %s', (_, payDay, days) => {
    expect(reminderDays(parseDay(payDay))).toEqual(days);
  });
});
