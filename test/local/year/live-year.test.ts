import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import type { YearRun } from '../../../local/year/year-run.ts';
import { folder, removeFolders } from '../../helpers/folders.ts';
import { Live } from './live.ts';

const open: Live[] = [];

async function live(records: string, more: Partial<YearRun> = {}): Promise<Live> {
  const opened = await Live.open(records, more);
  open.push(opened);
  return opened;
}

async function close(one: Live): Promise<void> {
  open.splice(open.indexOf(one), 1);
  await one.close();
}

afterEach(async () => {
  for (const one of [...open]) await close(one);
});
afterAll(removeFolders);

describe('A year that waits for people', { timeout: 60_000 }, () => {
  it('stands still for them and goes on when two have approved; the bank answers by itself', async () => {
    const records = join(folder(), 'records');
    const one = await live(records, { until: parseMonth('2021-03') });
    const ran = one.year.runMonths('wait');
    expect(await one.nextWaiting()).toBe('opening-2021');
    const stood = one.year.cloud.now();

    const attested = await one.approve('attestant', 'opening-2021', 'attest');
    expect(attested).toMatchObject({ status: 200, content: { run: 'opening-2021' } });
    expect(await one.nextWaiting()).toBe('opening-2021');
    // The second right is another person's.
    const { status } = await one.approve('attestant', 'opening-2021', 'order');
    expect(status).toBe(403);
    expect(one.year.cloud.now()).toBe(stood);

    expect((await one.approve('utanordnare', 'opening-2021', 'order')).status).toBe(200);
    expect(await one.nextWaiting()).toBe('payout-2021-03');
    expect(one.months).toEqual([]); // The month is not over while its proposal waits.
    const me = await one.ask('revisor', 'GET', '/me');
    expect(me.content).toMatchObject({ now: one.year.cloud.now(), simulated: true });

    await one.bothApprove('payout-2021-03');
    expect(await one.nextWaiting()).toBe('payout-2021-03'); // After the first of the two.
    expect(await one.nextWaiting()).toBe('payout-2021-04'); // Proposed some days before its month.
    await one.bothApprove('payout-2021-04');
    expect(await ran).toBe('ended');
    expect(one.months).toEqual(['2021-02', '2021-03']);
    const { result, checks, findings } = await one.year.outcome();
    expect(result.payments.map(({ month, payDay }) => [month, payDay])).toEqual([
      ['2021-03', '2021-03-01'],
    ]);
    expect(checks.every(({ held }) => held)).toBe(true);
    expect(findings).toEqual([]);
  });

  it('that was stopped goes on where it was, and its record is whole', async () => {
    const records = join(folder(), 'records');
    const first = await live(records);
    const ran = first.year.runMonths('wait');
    await first.nextWaiting();
    await first.approve('attestant', 'opening-2021', 'attest');
    const stood = first.year.cloud.now();
    first.year.stop();
    expect(await ran).toBe('stopped');
    await first.year.outcome();
    await close(first);
    expect(
      execFileSync(process.execPath, ['local/verify.ts', records], { encoding: 'utf8' }),
    ).toMatch(/^✓ the record is whole: .* against the anchored head/);

    const second = await live(records);
    void second.year.runMonths('wait');
    expect(await second.nextWaiting()).toBe('opening-2021');
    expect(second.year.cloud.now()).toBe(stood);
    expect((await second.approve('utanordnare', 'opening-2021', 'order')).status).toBe(200);
    expect(await second.nextWaiting()).toBe('payout-2021-03');
  });

  it('lets somebody take a word back before the clock goes on', async () => {
    const one = await live(join(folder(), 'records'), { graceMs: 60_000 });
    void one.year.runMonths('wait');
    await one.nextWaiting();
    await one.bothApprove('opening-2021');
    const stood = one.year.cloud.now();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(one.year.cloud.now()).toBe(stood);
    one.year.stop();
  });

  it('answers a hundred requests at once, one after the other', async () => {
    const one = await live(join(folder(), 'records'));
    void one.year.runMonths('wait');
    await one.nextWaiting();
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        at % 2 === 0
          ? one.ask('revisor', 'GET', '/me')
          : one.approve(
              at % 4 === 1 ? 'attestant' : 'utanordnare',
              'opening-2021',
              at % 4 === 1 ? 'attest' : 'order',
            ),
      ),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await one.nextWaiting()).toBe('payout-2021-03');
  });
});

describe('A year that has ended', { timeout: 60_000 }, () => {
  it('is still served: requests act, and the clock stands at its last instant', async () => {
    const one = await live(join(folder(), 'records'), {
      approve: 'auto',
      until: parseMonth('2021-03'),
    });
    expect(await one.year.runMonths()).toBe('ended');
    const { content } = await one.ask('attestant', 'GET', '/me');
    expect(content.now).toBe('2021-03-31T22:00:00.000Z');
    const late = await one.ask('attestant', 'POST', '/runs/payout-2021-03/approvals', {
      ...{ right: 'attest', proposal: '0'.repeat(64) },
    });
    expect([late.status >= 400 && late.status < 500, late.content.type]).toEqual([
      true,
      expect.stringContaining('/errors/'),
    ]);
    expect(one.year.cloud.now()).toBe('2021-03-31T22:00:00.000Z');
  });
});
