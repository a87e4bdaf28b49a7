import { beforeAll, describe, expect, it } from 'vitest';
import { monthsFrom, parseMonth } from '../../core/calendar/month.ts';
import { folder } from '../helpers/folders.ts';
import { recordBytes } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

let whole: RanYear;
beforeAll(async () => {
  whole = await ranYear({ timed: true });
});

const expectTheSame = (other: RanYear): void => {
  expect(other.result).toEqual(whole.result);
  expect(recordBytes(other.found)).toBe(recordBytes(whole.found));
};

const callsOf = ({ timings }: RanYear): number => timings.invocations ?? 0;

/** The last hash of every stream. */
const headsOf = ({ found }: RanYear): readonly string[] =>
  found.map(({ events }) => events.at(-1)?.hash ?? '');

describe('A second run over the same records', () => {
  it('writes nothing, and so pays nothing', async () => {
    const again = await ranYear({ records: whole.records, timed: true });
    expectTheSame(again);
    expect(again.found).toEqual(whole.found); // Task tokens too, which lie apart from the record.
    expect(again.timings).toMatchObject({ writes: 0, transitions: whole.timings.transitions });
  });
});

describe('A run that stops after September and then goes on', () => {
  it('ends with the bytes of one that does not stop', async () => {
    const records = folder();
    const first = await ranYear({ records, until: '2021-09' });
    expect(first.result.payments.at(-1)?.month).toBe('2021-09');
    expect(first.result.payments).toEqual(whole.result.payments.slice(0, 7));
    expectTheSame(await ranYear({ records }));
  });
});

describe('A run that stops after every single month', () => {
  it('takes nothing back in any of them, and ends with the bytes of one that does not stop', async () => {
    const records = folder();
    let heads: readonly string[] = [];
    let last: RanYear | undefined;
    for (const until of monthsFrom(parseMonth('2021-02'), parseMonth('2022-05'))) {
      last = await ranYear({ records, until });
      const hashes = new Set(last.found.flatMap(({ events }) => events.map(({ hash }) => hash)));
      expect(heads.filter((hash) => !hashes.has(hash))).toEqual([]);
      heads = headsOf(last);
    }
    if (!last) throw new Error('No month was run.');
    expectTheSame(last);
  });
});

describe('Everything done twice', () => {
  it('ends with the same bytes when every schedule fires twice', async () => {
    const twice = await ranYear({ timed: true, cloud: { fireSchedulesTwice: true } });
    expectTheSame(twice);
    expect(twice.timings.invocations).toBeGreaterThan(callsOf(whole) + 400); // 450 firings and more.
  });

  it('ends with the same bytes when every handler is called twice with the same event', async () => {
    const twice = await ranYear({ timed: true, cloud: { invokeTwice: true } });
    expectTheSame(twice);
    // Not quite twice as many: a case whose answer was delivered by the second call is not called again.
    expect(twice.timings.invocations).toBeGreaterThan(1.9 * callsOf(whole));
  });
});

describe('Two months in which every hourly firing is delivered', () => {
  it('leave the bytes of two months in which those that would repeat the last are left out', async () => {
    const some = await ranYear({ until: '2021-03', timed: true });
    const all = await ranYear({
      until: '2021-03',
      timed: true,
      cloud: { skipIdenticalFirings: false },
    });
    // February and March 2021 have 59 days; the clock was put forward in March.
    expect(all.timings.deliveredFirings).toBeGreaterThanOrEqual(59 * 24 - 1);
    expect(some.timings.deliveredFirings).toBeLessThan(200);
    expect(recordBytes(all.found)).toBe(recordBytes(some.found));
    expect(all.result).toEqual(some.result);
  });
});
