import { describe, expect, it } from 'vitest';
import { scheduleTimes } from '../../../local/cloud/schedule-times.ts';

function firings(expression: string, from: string, count: number): string[] {
  const times = scheduleTimes(expression, 'Europe/Stockholm', '2027-01-01T00:00:00.000Z');
  const found: string[] = [];
  for (let at = times.atOrAfter(from); at !== undefined && found.length < count; ) {
    found.push(at);
    at = times.atOrAfter(new Date(Date.parse(at) + 1).toISOString());
  }
  return found;
}

/** Weekdays, gaps and overlaps as the EventBridge Scheduler User Guide says. */
describe('A schedule in Swedish time', () => {
  it.each<[string, string, string, string[]]>([
    [
      'fires at 06:00 in winter and in summer',
      'cron(0 6 * * ? *)',
      '2027-03-26T12:00:00.000Z',
      ['2027-03-27T05:00:00.000Z', '2027-03-28T04:00:00.000Z'],
    ],
    [
      'skips 02:30 on the day when it does not exist',
      'cron(30 2 * * ? *)',
      '2027-03-26T12:00:00.000Z',
      ['2027-03-27T01:30:00.000Z', '2027-03-29T00:30:00.000Z'],
    ],
    [
      'fires once at 02:30 on the day when it comes twice',
      'cron(30 2 * * ? *)',
      '2027-10-30T12:00:00.000Z',
      ['2027-10-31T00:30:00.000Z', '2027-11-01T01:30:00.000Z'],
    ],
    [
      'counts weekdays from 1 for Sunday',
      'cron(0 6 ? * 2 *)',
      '2027-01-01T00:00:00.000Z',
      ['2027-01-04T05:00:00.000Z', '2027-01-11T05:00:00.000Z'],
    ],
    [
      'knows weekdays by name',
      'cron(0 6 ? * MON-FRI *)',
      '2027-01-08T00:00:00.000Z',
      ['2027-01-08T05:00:00.000Z', '2027-01-11T05:00:00.000Z'],
    ],
    [
      'knows the last day of the month',
      'cron(0 6 L * ? *)',
      '2027-02-01T00:00:00.000Z',
      ['2027-02-28T05:00:00.000Z', '2027-03-31T04:00:00.000Z'],
    ],
    [
      'ends with its year',
      'cron(0 6 1 12 ? 2027)',
      '2027-11-01T00:00:00.000Z',
      ['2027-12-01T05:00:00.000Z'],
    ],
    [
      'of a rate begins with the clock',
      'rate(12 hours)',
      '2027-01-01T00:00:00.000Z',
      ['2027-01-01T00:00:00.000Z', '2027-01-01T12:00:00.000Z'],
    ],
    [
      'of a rate goes on in its steps',
      'rate(1 hour)',
      '2027-01-05T03:20:00.000Z',
      ['2027-01-05T04:00:00.000Z', '2027-01-05T05:00:00.000Z'],
    ],
  ])('%s', (_says, expression, from, expected) => {
    expect(firings(expression, from, 2)).toEqual(expected);
  });

  it.each([
    ['at(2027-01-01T00:00:00)', 'is not run here; allowed: rate(…) and cron(…)'],
    ['cron(0 6 * * ?)', 'needs six fields'],
    ['rate(0 hours)', 'A rate of 0 never fires'],
    ['rate(1 month)', 'is not run here'],
  ])('refuses %s', (expression, why) => {
    expect(() => firings(expression, '2027-01-01T00:00:00.000Z', 1)).toThrow(why);
  });
});
