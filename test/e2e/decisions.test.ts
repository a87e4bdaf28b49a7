import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { rejectionTexts } from '../../functions/contract/api/rejection-texts.ts';
import type { LocalOfficial } from '../../local/officials/people.ts';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { focusOf } from './keyboard.ts';
import { rebateForecasts } from './rebate-forecasts.ts';
import { Server } from './server.ts';
import { tokenRanOut, Visitor } from './visitor.ts';

const run = '/utbetalningar/payout-2022-02';
const total = '1726166154';

/** Astrid Attestant as she would be if somebody gave her the other right too. */
const astridWithBoth: LocalOfficial = {
  as: 'attestant',
  sub: 'local-attestant',
  name: 'Astrid Attestant',
  groups: ['attestant', 'utanordnare'],
  title: { sv: 'Attestant och utanordnare', en: 'Attests and orders payment' },
};

describeInChromium('What people decide of a payment, in the console', () => {
  let browser: Browser;
  let server: Server;

  /** Somebody who looks at the February run, signed in already. */
  async function at(as: string | LocalOfficial, path = run): Promise<Visitor> {
    const visitor = await Visitor.come(browser, server);
    await visitor.isSignedIn(as);
    await visitor.open(path);
    return visitor;
  }

  const standing = async (id: string): Promise<string> =>
    String((await server.api('revisor', `/runs/${id}`)).body.proposal);

  /** Two people approve what stands, by the API. */
  async function approve(id: string): Promise<void> {
    const proposal = await standing(id);
    for (const [as, right] of [
      ['attestant', 'attest'],
      ['utanordnare', 'order'],
    ] as const) {
      const said = await server.api(as, `/runs/${id}/approvals`, { right, proposal });
      expect(said.status).toBe(200);
    }
  }

  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), Server.at({ until: '2021-12' })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('a rejection needs words; with a code and words it stands on the run for everybody', async () => {
    const attestant = await at('attestant');
    await attestant.button(attestant.t('action.reject')).click();
    const question = attestant.dialog();
    // One reads the question first: the focus is on it, and no reason is chosen for anybody.
    expect((await focusOf(attestant)).tag).toBe('h2');
    expect(await question.getByLabel(attestant.t('field.code')).inputValue()).toBe('');
    const reject = question.getByRole('button', { name: attestant.t('action.reject') });
    await reject.click();
    // The summary of errors leads to the field, and the field says what is wrong.
    await attestant.sees(attestant.t('errors.title'), question);
    await question.getByRole('link', { name: attestant.t('field.reason') }).click();
    const words = question.getByLabel(attestant.t('field.reason'));
    expect(await focusOf(attestant)).toMatchObject({ tag: 'textarea', visible: true });
    expect(await words.getAttribute('aria-invalid')).toBe('true');

    await question
      .getByLabel(attestant.t('field.code'))
      .selectOption({ label: rejectionTexts['wrong-input'].sv });
    await words.fill('Region Gotlands prognos är gammal.');
    await reject.click();
    await attestant.heading(new RegExp(`^${attestant.t('done.reject')}`)).waitFor();
    await attestant.sees(attestant.t('next.rejected'));
    // At the top: who, why, and what happens now.
    await attestant.heading(attestant.t('older.title.rejected', { number: '1' })).waitFor();
    await attestant.sees(
      attestant.t('older.rejected', {
        name: 'Astrid Attestant',
        because: 'Region Gotlands prognos är gammal.',
      }),
    );
    await attestant.sees(attestant.t('older.next'));
    attestant.foundNoFault(/status of 422/);
    await attestant.leave();
  });

  it('the case officer finds the rejected run in the list and has it prepared again', async () => {
    const officer = await at('handläggare', '/');
    await officer.sees(/Astrid Attestant avvisade förslaget: Region Gotlands prognos är gammal/);
    await officer.click(officer.link(officer.t('tasks.go.prepare-again')));
    await officer.sees('Region Gotlands prognos är gammal.');
    await officer.click(officer.button(officer.t('action.prepare-again')));
    const question = officer.dialog();
    await question.getByLabel(officer.t('field.reason')).fill('Regionen står fast vid prognosen.');
    await question.getByRole('button', { name: officer.t('action.prepare-again') }).click();
    await officer.click(officer.button(officer.t('older.current')));
    await officer.sees(officer.t('next.waiting-for-approval'));
    officer.foundNoFault();
    await officer.leave();
  });

  it('the attestant attests the new proposal', async () => {
    const attestant = await at('attestant');
    await attestant.sees(attestant.t('next.waiting-for-approval'));
    await attestant.button(attestant.t('action.attest')).click();
    await attestant
      .dialog()
      .getByRole('button', { name: attestant.t('action.attest') })
      .click();
    await attestant.sees(attestant.t('next.half-approved'));
    attestant.foundNoFault();
    await attestant.leave();
  });

  it('whoever attested cannot order payment, and the button says why', async () => {
    const both = await at(astridWithBoth);
    await both.sees(both.t('next.half-approved'));
    await both.page.getByText(both.t('actions.more')).click();
    const order = both.button(both.t('action.order'));
    expect(await order.getAttribute('aria-disabled')).toBe('true');
    const reason = both.page.locator(`id=${await order.getAttribute('aria-describedby')}`);
    expect(await reason.innerText()).toContain('Astrid Attestant har redan gjort den ena delen');
    await order.click({ force: true });
    expect(await both.dialog().count()).toBe(0);
    both.foundNoFault();
    await both.leave();

    const proposal = await standing('payout-2022-02');
    const answer = await server.api(astridWithBoth, '/runs/payout-2022-02/approvals', {
      right: 'order',
      proposal,
    });
    expect([answer.status, answer.body.type]).toEqual([403, expect.stringMatching(/same-person$/)]);
  });

  it('a new version of an input voids the attest, tried before it is registered, and a new proposal waits', async () => {
    const attestant = await at('attestant');
    await attestant.sees(attestant.t('next.half-approved'));
    const before = await standing('payout-2022-02');

    const officer = await at('handläggare', '/underlag/2021/rebate-forecast');
    await officer.button(officer.t('inputs.register-new')).click();
    await officer.page.getByLabel(officer.t('inputs.document-hash')).fill('5'.repeat(64));
    await officer.page
      .getByRole('textbox', { name: officer.t('inputs.content.json') })
      .or(officer.page.getByRole('textbox', { name: officer.t('inputs.content.csv') }))
      .first()
      .waitFor();
    const json = officer.page.getByRole('radio', { name: officer.t('inputs.form.json') });
    if ((await json.count()) > 0) await json.check();
    const forecasts = rebateForecasts();
    await officer.page
      .getByRole('textbox', { name: officer.t('inputs.content.json') })
      .fill(JSON.stringify({ ...forecasts, '09': '30506982' }));
    await officer.button(officer.t('inputs.try')).click();
    await officer.sees(officer.t('inputs.dry-run.voids'));
    expect(await standing('payout-2022-02')).toBe(before);
    await officer.button(new RegExp(`^${officer.t('inputs.register')}$`)).click();
    await officer.sees(officer.t('inputs.version-number', { version: '2' }));
    officer.foundNoFault();
    await officer.leave();

    // Whoever has the page open is told without loading it anew, and comes to the new one by their own hand.
    await attestant.sees(attestant.t('older.lapsed-own.attest'));
    await attestant.click(attestant.button(attestant.t('older.current')));
    await attestant.sees(attestant.t('next.waiting-for-approval'));
    const proposals = attestant.page.getByRole('table', { name: attestant.t('proposals.title') });
    await attestant.sees(attestant.t('proposals.voided'), proposals);
    const now = await standing('payout-2022-02');
    expect(now).not.toBe(before);
    await attestant.sees(now.slice(0, 12));
    // Gotland's forecast is 10 000 000 kr higher: 0.4 of that less is paid.
    await attestant.sees(attestant.kronor(String(BigInt(total) - 4_000_000n)));
    attestant.foundNoFault();
    await attestant.leave();
  });

  it('the switch holds an approved payment, and two people lift it', async () => {
    const officer = await at('handläggare', '/granskning');
    await officer.button(officer.t('switch.stop')).click();
    await officer.dialog().getByLabel(officer.t('field.reason')).fill('Filen ser konstig ut.');
    await officer
      .dialog()
      .getByRole('button', { name: officer.t('switch.stop') })
      .click();
    await officer.sees(officer.t('stopped.title'));
    await officer.dialog().waitFor({ state: 'hidden' });
    expect((await focusOf(officer)).tag).not.toBe('body');
    officer.foundNoFault();

    await approve('payout-2022-02');
    await officer.open(run);
    await officer.sees(officer.t('stopped-run.title'));
    // The pay day comes and goes.
    await vi.waitFor(async () => {
      const { now } = (await server.api('revisor', '/me')).body;
      expect(String(now) > '2022-02-02').toBe(true);
    }, 20_000);
    expect((await server.api('revisor', '/runs/payout-2022-02')).body.state).toBe('approved');

    for (const as of ['attestant', 'utanordnare']) {
      const lifting = await at(as, '/granskning');
      await lifting.button(lifting.t('switch.lift')).click();
      await lifting.dialog().getByLabel(lifting.t('field.reason')).fill('Filen är kontrollerad.');
      await lifting
        .dialog()
        .getByRole('button', { name: lifting.t('switch.lift') })
        .click();
      await lifting.dialog().waitFor({ state: 'hidden' });
      lifting.foundNoFault(tokenRanOut);
      await lifting.leave();
    }
    // Meanwhile March has come to wait for people, and the clock with it; the hold looks again as time goes on.
    await vi.waitFor(async () => {
      expect(await standing('payout-2022-03')).toMatch(/^[0-9a-f]{64}$/);
    }, 20_000);
    await approve('payout-2022-03');
    await officer.sees(officer.t('next.paid'));
    officer.foundNoFault(tokenRanOut);
    await officer.leave();
  });
});
