import { describe, expect, it } from 'vitest';
import { everyEvent, streamsIn } from '../functions/support/every-event.ts';
import { foundOutdated, newVersions, tryNewVersions } from './new-versions.ts';

const record = await streamsIn(await everyEvent());

describe('A newer version of an input that a proposal rests on', () => {
  it('is found where it counted before that was made, approved, decided or released, whatever it is of', () => {
    const { of, missed } = tryNewVersions(record);
    expect(missed).toEqual([]);
    expect(of.size).toBeGreaterThan(8);
    expect(foundOutdated(record)).toEqual([]);
  }, 300_000);

  it('is no matter where it came to count while that was done or later: what has been released is past changing', () => {
    const told = newVersions(record).filter(({ where, make }) =>
      foundOutdated(make(-1)).some((each) => each.startsWith(`${where} `)),
    );
    expect(told.map(({ where, of }) => `${where}, ${of}`)).toEqual([]);
  }, 300_000);
});
