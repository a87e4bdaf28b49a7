import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMonth } from '../../core/calendar/month.ts';
import { folder, removeFolders } from '../helpers/folders.ts';
import { ranYear } from '../helpers/year.ts';
import { Live } from '../local/year/live.ts';

const APRIL = 'payout-2021-04';
const REISSUE = 'reissue-2021-04-05-1';

afterAll(removeFolders);

describe('A troubled bank, where people approve for themselves', { timeout: 60_000 }, () => {
  it('answers all the same; the clock stands still until a person has said what becomes of what came back', async () => {
    const records = join(folder(), 'records');
    await ranYear({ records, bank: 'troubled', until: '2021-03' });
    const live = await Live.open(records, { bank: 'troubled', until: parseMonth('2021-04') });
    try {
      const ran = live.year.runMonths('wait');
      expect(await live.nextWaiting()).toBe(APRIL);
      const { content } = await live.ask('revisor', 'GET', `/runs/${APRIL}`);
      const sent = content.sent as unknown as { payee: string; status: string; held: boolean }[];
      expect(sent.filter(({ held }) => held)).toMatchObject([{ payee: '05', status: 'rejected' }]);

      const resolution = { payee: '05', choice: 'reissue', reason: 'The account is open again.' };
      const resolved = await live.ask(
        'handläggare',
        'POST',
        `/runs/${APRIL}/return-resolutions`,
        resolution,
      );
      expect(resolved).toMatchObject({ status: 200, content: { run: APRIL } });
      expect(await live.nextWaiting()).toBe(REISSUE);
      await live.bothApprove(REISSUE);
      expect(await live.nextWaiting()).toBe(REISSUE); // After the first of the two.
      expect(await live.nextWaiting()).toBe('payout-2021-05');
      await live.bothApprove('payout-2021-05');
      expect(await ran).toBe('ended');

      const { result, checks, failed } = await live.year.outcome();
      expect(result.bank?.payees.filter(({ heldSek }) => heldSek !== '0')).toEqual([]);
      expect(result.bank?.reissues).toMatchObject([{ run: REISSUE, payee: '05' }]);
      expect([checks.filter(({ held }) => !held), failed]).toEqual([[], []]);
    } finally {
      await live.close();
    }
  });
});
