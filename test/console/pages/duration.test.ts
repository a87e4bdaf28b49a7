import { describe, expect, it } from 'vitest';
import { duration } from '../../../console/pages/payment/duration.ts';

const said = (from: string, to: string) =>
  duration(from, to).map(({ unit, count }) => `${count} ${unit}`);

describe('how long a wait was is said in one or two units', () => {
  it.each([
    ['2022-01-25T05:00:00.000Z', '2022-01-25T05:00:59.999Z', []],
    ['2022-01-25T05:00:00.000Z', '2022-01-25T05:40:00.000Z', ['40 minutes']],
    ['2022-01-25T05:00:00.000Z', '2022-01-25T07:00:00.000Z', ['2 hours']],
    ['2022-01-25T05:00:00.000Z', '2022-01-26T08:05:00.000Z', ['1 days', '3 hours']],
    ['2022-01-25T05:00:00.000Z', '2022-02-01T05:30:00.000Z', ['7 days']],
  ])('%s to %s', (from, to, expected) => {
    expect(said(from, to)).toEqual(expected);
  });
});
