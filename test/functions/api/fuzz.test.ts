import { describe, expect, it } from 'vitest';
import { operationIds } from '../../../functions/contract/api/routes.ts';
import { fuzzApi } from './fuzzing/fuzz-api.ts';

/** `npm run fuzz` sends 20 000 and more; these few hundred are always the same. */
describe('Whatever is asked of the API', () => {
  const fuzzed = fuzzApi(1, 600);

  it('is answered as documented, never with a 5xx, and a refused request writes nothing', async () => {
    const { requests, failures } = await fuzzed;
    expect(failures).toEqual([]);
    expect(requests).toBe(600);
  });

  it('every operation is asked, and most of them do what is asked at least once', async () => {
    const { counts } = await fuzzed;
    const asked = new Set([...counts.keys()].map((key) => key.split(' ')[0]));
    const done = new Set([...counts.keys()].filter((key) => / 20\d$/.test(key)));
    expect(operationIds.filter((id) => !asked.has(id))).toEqual([]);
    expect(done.size).toBeGreaterThan(20);
  });

  it('the same seed asks and is answered the same', async () => {
    const [once, again] = [await fuzzApi(7, 60), await fuzzApi(7, 60)];
    expect([...again.counts]).toEqual([...once.counts]);
  });
});
