import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { focusOf, tabTo } from './keyboard.ts';
import { Server } from './server.ts';
import { tokenRanOut, Visitor } from './visitor.ts';

/** In May 2022 of the troubled year Halland's payment comes back, and nobody decides by themselves what is to become of it. */
const may = 'payout-2022-05';
const halland = 'Region Halland';
const again = 'reissue-2022-05-13-1';

describeInChromium('A payment that came back, in the console', () => {
  let browser: Browser;
  let server: Server;

  async function at(as: string, path: string): Promise<Visitor> {
    const visitor = await Visitor.come(browser, server);
    await visitor.isSignedIn(as);
    await visitor.open(path);
    return visitor;
  }

  /** Two people approve what stands, by the API. */
  async function approve(id: string): Promise<void> {
    const { proposal } = (await server.api('revisor', `/runs/${id}`)).body;
    for (const [as, right] of [
      ['attestant', 'attest'],
      ['utanordnare', 'order'],
    ] as const) {
      const said = await server.api(as, `/runs/${id}/approvals`, { right, proposal });
      expect(said.status).toBe(200);
    }
  }

  const cardOf = (visitor: Visitor, name: string): Locator =>
    visitor.page.locator('.held-list > li').filter({ hasText: name });

  /** Halland's own pages, while May's payment has not arrived. */
  async function isOwed(): Promise<void> {
    const region = await at('region-13', '/regioner/13/2021/2022-05');
    await region.heading(region.t('statement.came-back')).waitFor();
    expect(await region.page.getByText(region.t('state.paid'), { exact: true }).count()).toBe(0);
    await region.open('/regioner/13/2021');
    await region.heading(region.t('statement.owed')).waitFor();
    expect(await region.page.getByText(region.t('forecast.none')).count()).toBe(0);
    region.foundNoFault(tokenRanOut);
    await region.leave();
  }

  beforeAll(async () => {
    [browser, server] = await Promise.all([
      startChromium(),
      Server.at({ until: '2022-04', bank: 'troubled' }),
    ]);
    await approve(may);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('waits in the case officer’s list, and leads to the payment with the bank’s reason', async () => {
    const officer = await at('handläggare', '/');
    await officer.click(officer.link(officer.t('tasks.go.resolve-return')));
    await officer.heading(new RegExp(`^${officer.t('held.title')}`)).waitFor();
    await officer.sees(/AC06/, cardOf(officer, halland));
    expect(await officer.link(officer.t('held.payees')).getAttribute('href')).toBe(
      '/underlag/all/payees',
    );
    officer.foundNoFault(tokenRanOut);
    await officer.leave();
  });

  it('is not called paid on the region’s pages before it has arrived', isOwed);

  it('is decided on by the case officer and nobody else, and the others see why', async () => {
    const attestant = await at('attestant', `/utbetalningar/${may}`);
    await cardOf(attestant, halland).waitFor();
    const decide = cardOf(attestant, halland).getByRole('button', {
      name: attestant.t('held.decide'),
    });
    expect(await decide.getAttribute('aria-disabled')).toBe('true');
    await decide.click({ force: true });
    expect(await attestant.dialog().count()).toBe(0);
    attestant.foundNoFault(tokenRanOut);
    await attestant.leave();
  });

  it('is sent again by keyboard alone; it needs words', async () => {
    const officer = await at('handläggare', `/utbetalningar/${may}`);
    const press = (key: string) => officer.page.keyboard.press(key);
    await cardOf(officer, halland).waitFor();
    await tabTo(officer, new RegExp(`^${officer.t('resolve.reissue')} ?: ${halland}$`));
    await press('Enter');
    await officer.sees(officer.t('resolve.reissue.title', { name: halland }), officer.dialog());
    await tabTo(officer, new RegExp(`^${officer.t('resolve.reissue')}$`));
    await press('Enter');
    await officer.sees(officer.t('errors.title'), officer.dialog());
    await officer
      .dialog()
      .getByLabel(officer.t('field.reason'))
      .fill('Regionen har bekräftat kontot; banken hade fel.');
    await tabTo(officer, new RegExp(`^${officer.t('resolve.reissue')}$`));
    await press('Enter');
    const done = officer.t('resolve.reissue.done', { name: halland });
    await officer.heading(new RegExp(`^${done}`)).waitFor();
    expect((await focusOf(officer)).tag).not.toBe('body');
    await officer.sees('Regionen har bekräftat kontot; banken hade fel.');
    officer.foundNoFault(/status of 4(01|22)/);
    await officer.leave();
  });

  it('is not called paid either once somebody has decided that it is sent again', isOwed);

  it('is a run of its own, which two people approve, and the two lead to each other', async () => {
    const officer = await at('handläggare', `/utbetalningar/${may}`);
    const row = officer.page.getByRole('row').filter({ hasText: halland }).last();
    await row.getByRole('link', { name: officer.t('sent.chosen.reissue') }).click();
    await officer.sees(officer.t('reissues.title'));
    await officer.sees(officer.t('next.waiting-for-approval'));
    await approve(again);
    await officer.sees(officer.t('next.paid'));
    await officer.sees(officer.t('sent.status.booked'));
    await officer.page.getByRole('main').getByRole('link', { name: /2022/ }).first().click();
    await officer.page.waitForURL(`**/utbetalningar/${may}`);
    officer.foundNoFault(tokenRanOut);
    await officer.leave();
  });

  it('leaves nothing over between what was prepared and what arrived', async () => {
    const revisor = await at('revisor', '/banken/2022');
    // Every krona is followed; that all is well is not said while Västerbotten's payment waits for somebody to decide.
    await revisor.heading(revisor.t('tally.holds-so-far')).waitFor();
    await revisor.sees(/^1 betalning kom tillbaka och väntar på beslut/);
    expect(await revisor.page.getByText(revisor.t('tally.holds')).count()).toBe(0);
    const file = revisor.page.getByRole('row').filter({ hasText: 'STB-REI-2022-05-13-1' });
    await revisor.sees(
      revisor.t('bank-page.file.booked', { booked: '1', payments: '1' }),
      file.first(),
    );
    revisor.foundNoFault(tokenRanOut);
    await revisor.leave();
  });

  it('is told to the region plainly, with the day on which it was paid again', async () => {
    const region = await at('region-13', '/regioner/13/2021/2022-05');
    await region.heading(region.t('statement.came-back.arrived')).waitFor();
    region.foundNoFault(tokenRanOut);
    await region.leave();
  });
});

describeInChromium('A document, in the console', () => {
  let browser: Browser;
  let server: Server;
  const documents = [
    [
      'handläggare',
      '/utbetalningar/payout-2022-02',
      'release.get-file',
      /^STB-PAY-2022-02\.xml$/,
      '<?xml',
    ],
    ['handläggare', '/utbetalningar/payout-2022-02', 'release.annex', /\.xlsx$/, 'PK'],
    ['handläggare', '/redovisning/2022', 'accounts.export', /\.se$/, '#FLAGGA'],
    ['region-09', '/regioner/09/2021', 'statement.document', /\.pdf$/, '%PDF-'],
    ['region-09', '/regioner/09/2021/2022-02', 'statement.advice', /\.pdf$/, '%PDF-'],
  ] as const;

  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), Server.at({ until: '2022-03' })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it.each(documents)('comes to a %s at %s: %s', async (as, path, text, name, begins) => {
    const visitor = await Visitor.come(browser, server);
    await visitor.isSignedIn(as);
    await visitor.open(path);
    const coming = visitor.page.waitForEvent('download');
    await visitor.button(visitor.t(text)).first().click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(name);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, begins.length).toString('latin1')).toBe(begins);
    visitor.foundNoFault(tokenRanOut);
    await visitor.leave();
  });
});
