import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { focusOf } from './keyboard.ts';
import { rebateForecasts } from './rebate-forecasts.ts';
import { Server } from './server.ts';
import { Visitor } from './visitor.ts';

const run = 'payout-2022-02';
const page = `/utbetalningar/${run}`;

describeInChromium('People decide on what they have read, and on nothing else', () => {
  let browser: Browser;
  let server: Server;

  async function at(as: string, path = page): Promise<Visitor> {
    const visitor = await Visitor.come(browser, server);
    await visitor.isSignedIn(as);
    await visitor.open(path);
    return visitor;
  }

  const read = async () => (await server.api('revisor', `/runs/${run}`)).body;
  const standing = async (): Promise<string> => String((await read()).proposal);
  const approvals = async () =>
    ((await read()).approvals as { right: string; proposal: string }[]).map(
      ({ right, proposal }) => `${right} ${proposal}`,
    );

  /** Gotland's forecast is registered anew, and a proposal that rests on it stands before people. */
  async function forecast(sek: string): Promise<string> {
    const before = await standing();
    const said = await server.api('handläggare', '/inputs/2021/rebate-forecast/versions', {
      from: 'TLV',
      documentHash: '5'.repeat(64),
      content: { ...rebateForecasts(), '09': sek },
    });
    expect(said.status).toBe(201);
    return vi.waitFor(async () => {
      const now = await standing();
      expect(now).toMatch(/^[0-9a-f]{64}$/);
      expect(now).not.toBe(before);
      return now;
    }, 20_000);
  }

  const decisions = (visitor: Visitor) =>
    visitor.page.getByRole('button', {
      name: new RegExp(
        `^(${(['attest', 'order', 'reject', 'withdraw'] as const)
          .map((action) => visitor.t(`action.${action}`))
          .join('|')})$`,
      ),
    });

  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), Server.at({ until: '2021-12' })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('a page keeps the amounts that are read while another proposal replaces them, and offers no decision on either', async () => {
    const attestant = await at('attestant');
    await attestant.button(attestant.t('action.attest')).click();
    await attestant
      .dialog()
      .getByRole('button', { name: attestant.t('action.attest') })
      .click();
    await attestant.sees(attestant.t('done.attest'));
    const [old, total] = [await standing(), String((await read()).totalSek)];
    await forecast('30506982');

    await attestant.heading(attestant.t('older.title.voided', { number: '1' })).waitFor();
    await attestant.sees(attestant.t('older.lapsed-own.attest'));
    expect(await attestant.page.getByText(attestant.t('done.attest')).count()).toBe(0);
    expect(await decisions(attestant).count()).toBe(0);
    const summary = attestant.page.getByRole('region', { name: attestant.t('run.total') });
    expect(await summary.innerText()).toContain(attestant.kronor(total));
    expect(await summary.innerText()).toContain(old.slice(0, 12));
    // What differs stands beside it: 40 per cent of ten million more in rebates, from one region.
    const changes = attestant.page.getByRole('region', { name: attestant.t('changes.label') });
    await attestant.sees('Region Gotland', changes);
    await attestant.sees(attestant.kronor('-4000000'), changes);
    await attestant.sees(attestant.t('changes.version', { version: '2' }), changes);
    attestant.foundNoFault();
    await attestant.leave();
  });

  it('what is attested is what the page shows once its reader has asked for the new one', async () => {
    const attestant = await at('attestant');
    const shown = await standing();
    await attestant.sees(shown.slice(0, 12)); // Read before it is replaced: else the new one is all that was ever there.
    const now = await forecast('40506982');
    await attestant.click(attestant.button(attestant.t('older.current')));
    await attestant.sees(now.slice(0, 12));
    await attestant.button(attestant.t('action.attest')).click();
    await attestant.sees(now, attestant.dialog());
    await attestant
      .dialog()
      .getByRole('button', { name: attestant.t('action.attest') })
      .click();
    await attestant.sees(attestant.t('next.half-approved'));
    expect(await approvals()).toEqual([`attest ${now}`]);
    expect(shown).not.toBe(now);
    attestant.foundNoFault();
    await attestant.leave();
  });

  it.each([
    ['utanordnare', 'action.order'],
    ['utanordnare', 'action.reject'],
    ['attestant', 'action.withdraw'],
  ] as const)(
    '%s is in the middle of it when the proposal is replaced: nothing is done, and the page says why (%s)',
    async (as, action) => {
      if ((await approvals()).length === 0) {
        const proposal = await standing();
        const said = await server.api('attestant', `/runs/${run}/approvals`, {
          ...{ right: 'attest', proposal },
        });
        expect(said.status).toBe(200);
      }
      const visitor = await at(as);
      const more = visitor.page.getByText(visitor.t('actions.more'));
      const button = visitor.button(new RegExp(`^${visitor.t(action)}$`));
      await visitor.sees(visitor.t('next.half-approved'));
      if (!(await button.isVisible())) await more.click();
      await button.click();
      await visitor.dialog().waitFor();
      const now = await forecast(`${20 + (await read()).history.length}506982`);
      await visitor.dialog().waitFor({ state: 'hidden' });
      await visitor.sees(visitor.t('older.decide-on-latest'));
      expect((await focusOf(visitor)).tag).not.toBe('body');
      expect([await standing(), await approvals()]).toEqual([now, []]);
      visitor.foundNoFault();
      await visitor.leave();
    },
  );

  it('an old proposal’s own page shows it and offers nothing', async () => {
    const proposals = (await read()).proposals as { proposal: string; number: number }[];
    const [first] = proposals;
    if (!first) throw new Error('There is one.');
    for (const as of ['attestant', 'utanordnare', 'handläggare']) {
      const visitor = await at(as, `${page}?forslag=${first.proposal}`);
      await visitor.sees(first.proposal.slice(0, 12));
      await visitor.sees(visitor.t('older.decide-on-latest'));
      expect(await decisions(visitor).count()).toBe(0);
      visitor.foundNoFault();
      await visitor.leave();
    }
    // The server refuses it too, whoever asks.
    const answer = await server.api('attestant', `/runs/${run}/approvals`, {
      right: 'attest',
      proposal: first.proposal,
    });
    expect([answer.status, await approvals()]).toEqual([409, []]);
  });
});
