import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { focusOf, tabTo } from './keyboard.ts';
import { Server } from './server.ts';
import { Visitor } from './visitor.ts';

describeInChromium('A month is attested by keyboard alone', () => {
  let browser: Browser;
  let server: Server;
  let attestant: Visitor;

  const press = (key: string) => attestant.page.keyboard.press(key);

  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), Server.at({ until: '2021-12' })]);
    attestant = await Visitor.come(browser, server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('signing in is a button on our page and one on the issuer’s', async () => {
    await attestant.open('/');
    await attestant.button(attestant.t('sign-in.button')).waitFor();
    await tabTo(attestant, attestant.t('sign-in.button'));
    await press('Enter');
    await attestant.page.getByRole('button', { name: 'Astrid Attestant' }).waitFor();
    await tabTo(attestant, 'Astrid Attestant');
    await press('Space');
    await attestant.link(attestant.t('tasks.go.attest')).waitFor();
  });

  it('the first stop leads past the menu', async () => {
    await press('Tab');
    expect(await focusOf(attestant)).toMatchObject({
      name: attestant.t('skip.main'),
      visible: true,
    });
    await press('Enter');
    expect((await tabTo(attestant, attestant.t('tasks.go.attest'))) < 5).toBe(true);
    await press('Enter');
    await attestant.page.getByRole('table', { name: attestant.t('lines.title') }).waitFor();
  });

  it('a page that one comes to has the focus on its title', async () => {
    expect(await focusOf(attestant)).toMatchObject({ tag: 'h1' });
  });

  it('Escape leaves a question undone, and the focus goes back to where it was asked', async () => {
    await tabTo(attestant, new RegExp(`^${attestant.t('action.attest')}$`));
    await press('Enter');
    await attestant.dialog().waitFor();
    await press('Escape');
    await attestant.dialog().waitFor({ state: 'hidden' });
    expect(await focusOf(attestant)).toMatchObject({
      tag: 'button',
      name: attestant.t('action.attest'),
      visible: true,
    });
  });

  it('the working of an amount opens with Enter and closes with Escape, back on the amount', async () => {
    await tabTo(attestant, 'Region Gotland');
    const { name } = await focusOf(attestant);
    await press('Enter');
    await attestant.sees(attestant.t('working.cites'), attestant.dialog());
    await press('Escape');
    await attestant.dialog().waitFor({ state: 'hidden' });
    expect(await focusOf(attestant)).toMatchObject({ tag: 'button', name, visible: true });
  });

  it('the focus stays in a question until it is answered', async () => {
    const attest = attestant.button(attestant.t('action.attest'));
    await attest.focus();
    await press('Space');
    await attestant.dialog().waitFor();
    for (let stop = 0; stop < 8; stop++) {
      await press('Tab');
      const inside =
        'document.activeElement === document.body || document.activeElement.closest("dialog") !== null';
      expect(await attestant.page.evaluate(inside)).toBe(true);
    }
    await tabTo(attestant, new RegExp(`^${attestant.t('action.attest')}$`));
    await press('Enter');
    await attestant.heading(new RegExp(`^${attestant.t('done.attest')}`)).waitFor();
  });

  it('and is not lost when the question is gone', async () => {
    expect((await focusOf(attestant)).tag).not.toBe('body');
    attestant.foundNoFault();
  });
});
