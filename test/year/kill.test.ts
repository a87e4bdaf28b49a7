import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folder, removeFolders } from '../helpers/folders.ts';
import { randomFrom } from '../helpers/random.ts';
import { foundAfterKill, journalBytes, leftBy, reached, runUntilKilled } from './killed-year.ts';

const KILLS = 8;

/** Another one every day, so that in time many moments are tried; it is named when a year ends otherwise. */
const seed = Math.floor(Date.now() / 86_400_000);

afterAll(removeFolders);

describe('A first run that is killed while it begins', () => {
  it.each([0, 150, 300, 450, 600, 800, 1000, 1300])(
    'after %i ms, leaves nothing that the verifier finds fault with, and goes on',
    async (milliseconds) => {
      const records = join(folder(), 'records');
      if (await runUntilKilled(records, { journalBytes: 0, milliseconds }, ['--until', '2021-02']))
        return; // On a fast machine it may have ended.
      expect(existsSync(records) ? foundAfterKill(records) : []).toEqual([]);
      expect(await runUntilKilled(records, undefined, ['--until', '2021-02'])).toBe(true);
      expect(foundAfterKill(records)).toEqual([]);
    },
  );
});

describe('A year that is killed at random moments', () => {
  it('goes on where it was every time, and ends with the bytes of one that nobody disturbed', async () => {
    const all = folder();
    const undisturbed = join(all, 'undisturbed');
    expect(await runUntilKilled(undisturbed)).toBe(true);
    const random = randomFrom(seed);
    const killed = join(all, 'killed');
    // On average a ninth of the year from kill to kill, and never so much that fewer than all fit into it.
    const most = (2 * journalBytes(undisturbed)) / (2 * KILLS + 1);
    const moments: string[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const moment = { journalBytes: random() * most, milliseconds: random() * 15 };
      expect(await runUntilKilled(killed, moment)).toBe(false);
      moments.push(reached(killed));
      expect(foundAfterKill(killed), `seed ${seed}, killed at ${moments.join(', ')}`).toEqual([]);
    }
    expect(await runUntilKilled(killed)).toBe(true);
    const why = `seed ${seed}, killed at ${moments.join(', ')}`;
    expect(await leftBy(killed), why).toEqual(await leftBy(undisturbed));
  });
});
