import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sources } from '../../core/agreement/sources.ts';
import { lineKindTexts } from '../../functions/contract/api/line-kind-texts.ts';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { Server } from './server.ts';
import { tokenRanOut, Visitor } from './visitor.ts';

const run = '/utbetalningar/payout-2022-02';

/** Of the sample: docs/readings.md and test/year/sample-year.test.ts have them too. */
const total = '1726166154';
const january = '2786075070';
const gotland = { deduction: '-8202793', total: '9179729' };

for (const language of ['sv', 'en'] as const)
  describeInChromium(`The February run with its adjustment, in the console (${language})`, () => {
    let browser: Browser;
    let server: Server;
    const come = () => Visitor.come(browser, server, { language });
    const rebate = lineKindTexts['rebate-forecast'][language];

    beforeAll(async () => {
      [browser, server] = await Promise.all([startChromium(), Server.at({ until: '2021-12' })]);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
      removeFolders();
    });

    it('is shown to the case officer as due, waiting for two others', async () => {
      const officer = await come();
      await officer.signIn('handläggare');
      await officer.heading(officer.t('tasks.mine.none')).waitFor();
      const others = officer.page.getByRole('table', { name: officer.t('tasks.others') });
      await officer.sees(officer.kronor(total), others);
      await officer.click(others.getByRole('link').first());
      await officer.heading(officer.t('approvals.title')).waitFor();
      await officer.sees(officer.t('state.waiting-for-approval'));
      await officer.page.getByText(officer.t('actions.more')).click();
      const attest = officer.button(officer.t('action.attest'));
      expect(await attest.getAttribute('aria-disabled')).toBe('true');
      officer.foundNoFault();
      await officer.leave();
    });

    it('shows the attestant what differs from January, and every deduction down to its paragraph in one click', async () => {
      const attestant = await come();
      await attestant.isSignedIn('attestant');
      await attestant.open(run);
      const table = attestant.page.getByRole('table', { name: attestant.t('lines.title') });
      await table.waitFor();
      await attestant.sees(
        `−${attestant.kronor(String(BigInt(january) - BigInt(total)))}`,
        attestant.page.getByRole('main'),
      );
      const sum = table.getByRole('row').last();
      await attestant.sees(attestant.t('lines.new'), sum);
      await attestant.sees(attestant.kronor('-1060000000'), sum);

      const amount = table.getByRole('button', {
        name: attestant.t('lines.show', { payee: 'Region Gotland', kind: rebate }),
      });
      expect(await amount.textContent()).toContain(attestant.kronor(gotland.deduction));
      await attestant.click(amount);
      const working = attestant.dialog();
      await attestant.sees(attestant.t('working.cites'), working);
      await working.getByText('4.1', { exact: true }).waitFor();
      await attestant.sees(sources['agreement-2021'].registration, working);
      expect(attestant.clicks).toBe(1);
      await attestant.page.keyboard.press('Escape');
      await working.waitFor({ state: 'hidden' });
      attestant.foundNoFault();
      await attestant.leave();
    });

    it('is attested three clicks after signing in', async () => {
      const attestant = await come();
      await attestant.signIn('attestant');
      await attestant.click(attestant.link(attestant.t('tasks.go.attest')));
      await attestant.click(attestant.button(attestant.t('action.attest')));
      const question = attestant.dialog();
      await attestant.sees(attestant.kronor(total), question);
      await attestant.click(question.getByRole('button', { name: attestant.t('action.attest') }));
      await attestant.heading(new RegExp(`^${attestant.t('done.attest')}`)).waitFor();
      expect(attestant.clicks).toBe(3);
      await attestant.sees(attestant.t('state.half-approved'));
      attestant.foundNoFault();
      await attestant.leave();
    });

    it('goes on to the bank and is paid while the utanordnare watches', async () => {
      const payer = await come();
      await payer.signIn('utanordnare');
      await payer.click(payer.link(payer.t('tasks.go.order')));
      await payer.page.evaluate('window.neverReloaded = true');
      await payer.click(payer.button(payer.t('action.order')));
      await payer.click(payer.dialog().getByRole('button', { name: payer.t('action.order') }));
      await payer.heading(new RegExp(`^${payer.t('done.order')}`)).waitFor();
      await payer.sees(payer.t('next.approved'));
      await payer.sees(payer.t('next.paid'));
      await payer.heading(payer.t('release.title')).waitFor();
      expect(await payer.page.evaluate('window.neverReloaded')).toBe(true);
      payer.foundNoFault(tokenRanOut);
      await payer.leave();
    });

    it('stands in the statement of Region Gotland, which Region Gotland reads', async () => {
      const region = await come();
      await region.signIn('region-09');
      await region.sees(region.kronor(gotland.total));
      await region.sees(region.kronor(gotland.deduction));
      region.foundNoFault();
      await region.leave();
    });
  });
