import { expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { dayToPay } from '../../../core/payment/day-to-pay.ts';

const friday = parseDay('2021-12-17');

it.each([
  ['before the pay day', '2021-12-01', false, '2021-12-17'],
  ['on the pay day', '2021-12-17', false, '2021-12-17'],
  ['after it, on the next bank day', '2021-12-17', false, '2021-12-17'],
  ['the day after it, a Saturday', '2021-12-18', false, '2021-12-20'],
  ['when the year has no bank day left, in the next', '2021-12-30', false, '2022-01-03'],
  ['after it, when it holds on that day only', '2021-12-18', true, '2021-12-17'],
])('A payment leaves at the earliest, asked %s', (_, today, onlyOnPayDay, leaves) => {
  expect(dayToPay({ payDay: friday, onlyOnPayDay }, parseDay(today))).toBe(leaves);
});
