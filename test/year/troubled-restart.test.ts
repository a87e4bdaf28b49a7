import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folder, removeFolders } from '../helpers/folders.ts';
import { randomFrom } from '../helpers/random.ts';
import { journalBytes, leftBy, reached, runUntilKilled } from './killed-year.ts';

const KILLS = 6;
const TROUBLED = ['--bank', 'troubled'] as const;

/** Another one every day, so that in time many moments are tried; it is named when a year ends otherwise. */
const seed = Math.floor(Date.now() / 86_400_000);

afterAll(removeFolders);

describe('A troubled year that is killed at random moments', () => {
  it('still hears what the bank has to say, once, and ends with the bytes of one that nobody disturbed', async () => {
    const all = folder();
    const undisturbed = join(all, 'undisturbed');
    expect(await runUntilKilled(undisturbed, undefined, TROUBLED)).toBe(true);
    const random = randomFrom(seed);
    const killed = join(all, 'killed');
    const most = (2 * journalBytes(undisturbed)) / (2 * KILLS + 1);
    const moments: string[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const moment = { journalBytes: random() * most, milliseconds: random() * 15 };
      expect(await runUntilKilled(killed, moment, TROUBLED)).toBe(false);
      moments.push(reached(killed));
    }
    expect(await runUntilKilled(killed, undefined, TROUBLED)).toBe(true);
    const why = `seed ${seed}, killed at ${moments.join(', ')}`;
    expect(await leftBy(killed), why).toEqual(await leftBy(undisturbed));
  });
});
