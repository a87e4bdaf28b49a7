import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAnchor } from '../../core/record/anchor.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { holdAnchors } from '../../local/record/anchors-in.ts';
import { releasedCases } from '../../local/restore/paid-once.ts';
import { folder } from '../helpers/folders.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';
import { journalBytes, runUntilKilled } from './killed-year.ts';

const until = '2021-04';

/** Every anchor of a run by its name, to the byte. */
const anchorsIn = (records: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(records, 'anchors'))
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => [name, readFileSync(join(records, 'anchors', name), 'utf8')]),
  );

let year: RanYear;
beforeAll(async () => {
  year = await ranYear({ until });
});

describe('A year that is anchored as it goes', () => {
  it('has an anchor that knows of each release', () => {
    const anchors = Object.entries(anchorsIn(year.records)).map(([name, text]) =>
      parseAnchor(name, text, sha256),
    );
    const releases = releasedCases(year.found);
    expect(releases).toEqual(['payout-2021-03', 'payout-2021-04']);
    for (const id of releases)
      expect(
        anchors.some(({ heads }) =>
          heads.some(({ partition, stream }) => partition.startsWith('ORDER#') && stream === id),
        ),
        id,
      ).toBe(true);
  });

  it('shows in each release the anchor that was made after it', () => {
    const journal = readFileSync(join(year.records, 'engine.jsonl'), 'utf8');
    const [last] = Object.keys(anchorsIn(year.records))
      .filter((name) => journal.includes(name))
      .slice(-1);
    expect(journal).toContain(`"case":"payout-2021-04","anchor":"${last}"`);
    expect(/"path":"\d+ (Go on without an anchor)"/.exec(journal)?.[1]).toBeUndefined();
  });

  it('is, in each of its anchors, what it once was', () => {
    const { anchors, held, findings } = holdAnchors(year.found, join(year.records, 'anchors'));
    expect(findings).toEqual([]);
    expect([held, anchors > releasedCases(year.found).length]).toEqual([anchors, true]);
  });

  it('has the same anchors to the byte when every schedule fires twice and every handler is called twice', async () => {
    const twice = await ranYear({ until, cloud: { fireSchedulesTwice: true, invokeTwice: true } });
    expect(anchorsIn(twice.records)).toEqual(anchorsIn(year.records));
  });

  it('has the same anchors to the byte after it was killed three times', async () => {
    const records = join(folder(), 'killed');
    const third = journalBytes(year.records) / 4;
    for (const milliseconds of [3, 11, 7])
      await runUntilKilled(records, { journalBytes: third, milliseconds }, ['--until', until]);
    await runUntilKilled(records, undefined, ['--until', until]);
    expect(anchorsIn(records)).toEqual(anchorsIn(year.records));
  });
});
