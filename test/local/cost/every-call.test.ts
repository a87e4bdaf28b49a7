import { describe, expect, it } from 'vitest';
import { everyCall } from '../../../local/cost/every-call.ts';
import { callUsage } from './call-usage.ts';

const schedule = {
  ...{ name: 'hourly', expression: 'cron(0 * * * ? *)', timezone: 'Europe/Stockholm' },
  ...{ targetArn: 'arn:redeliver', input: '{}' },
};
const hourly = (hour: string, importCpuUs: number) =>
  callUsage({
    functionName: 'redeliver-answers',
    at: `2021-03-01T${hour}:00:00.000Z`,
    importCpuUs,
  });
const span = { from: '2021-03-01T00:00:00.000Z', to: '2021-03-01T05:30:00.000Z' };
const counted = (calls: Parameters<typeof everyCall>[0]['calls']) =>
  everyCall({ calls, schedules: [schedule], nameOf: () => 'redeliver-answers', ...span });

describe('Every call of a year', () => {
  it('holds the firings that the local cloud left out, each with what the one before it used', () => {
    const calls = counted([hourly('00', 1), hourly('03', 2)]);
    expect(calls.map(({ at, importCpuUs, by }) => [at.slice(11, 13), importCpuUs, by])).toEqual([
      ['00', 1, 'clock'],
      ['01', 1, 'clock'],
      ['02', 1, 'clock'],
      ['03', 2, 'clock'],
      ['04', 2, 'clock'],
      ['05', 2, 'clock'],
    ]);
  });

  it('counts a firing twice that was delivered twice', () => {
    expect(counted([hourly('00', 1), hourly('03', 2), hourly('03', 3)])).toHaveLength(7);
  });

  it('tells what a case caused from what the clock caused, by who is called', () => {
    const release = callUsage({ functionName: 'release-payment' });
    const calls = counted([release, hourly('00', 1)]);
    expect(calls.filter(({ by }) => by === 'case')).toEqual([{ ...release, by: 'case' }]);
  });

  it('cannot be made up where nothing was ever delivered', () => {
    expect(() => counted([hourly('02', 1)])).toThrow('was never delivered before');
  });
});
