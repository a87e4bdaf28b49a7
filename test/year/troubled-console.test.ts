import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMonth } from '../../core/calendar/month.ts';
import { camt } from '../functions/bank/bank-reports.ts';
import { accountOfCases } from '../functions/support/bank.ts';
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

  it('is followed after the last month too: the clock goes on for what is sent again, and then stands still', async () => {
    const records = join(folder(), 'records');
    await ranYear({ records, until: '2021-03' });
    const live = await Live.open(records, { until: parseMonth('2021-03') });
    const { year } = live;
    try {
      await year.runMonths('wait');
      const ended = year.cloud.now();
      const ran = year.runOn();
      const { content } = await live.ask('revisor', 'GET', '/runs/payout-2021-03');
      const sent = content.sent as unknown as { payee: string; sek: string; endToEndId: string }[];
      const { sek = '', endToEndId = '' } = sent.find(({ payee }) => payee === '03') ?? {};
      const back = { sek, direction: 'CRDT' as const };
      const payments = [{ endToEndId, sek, returned: { code: 'AC04' } }];
      const entries = [{ ...back, payments }];
      const report = camt({ messageId: 'B-LATE', account: accountOfCases, entries });
      await live.ask('handläggare', 'POST', '/bank/reports', { file: 'sen.xml', content: report });
      const resolution = { payee: '03', choice: 'reissue', reason: 'The account is open again.' };
      await live.ask('handläggare', 'POST', '/runs/payout-2021-03/return-resolutions', resolution);
      expect(year.cloud.now()).toBe(ended);

      const again = 'reissue-2021-03-03-1';
      await live.bothApprove(again);
      await expect
        .poll(async () => (await live.ask('revisor', 'GET', `/runs/${again}`)).content.state, {
          timeout: 20_000,
        })
        .toBe('paid');
      const stands = year.cloud.now();
      expect(stands > ended).toBe(true);
      await live.ask('attestant', 'POST', '/switch/stops', { reason: 'To see that it stands.' });
      expect(year.cloud.now()).toBe(stands);
      year.stop();
      await ran;
    } finally {
      await live.close();
    }
  });
});
