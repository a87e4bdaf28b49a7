import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../functions/contract/api/problem-type.ts';
import { removeFolders } from '../helpers/folders.ts';
import { pdfOf } from '../helpers/pdf.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { type Oddity, oddWords } from './code-words.ts';
import { Server } from './server.ts';
import { Visitor } from './visitor.ts';

const languages: readonly Language[] = ['sv', 'en'];

/** Every kind of page in the states that a troubled year has, and who reads it. */
const pages: readonly (readonly [path: string, as: string])[] = [
  ['/', 'handläggare'],
  ['/kalender/2021', 'handläggare'],
  ['/utbetalningar', 'handläggare'],
  ['/utbetalningar/payout-2022-02', 'attestant'],
  ['/utbetalningar/payout-2022-05', 'handläggare'],
  ['/utbetalningar/payout-2021-06', 'handläggare'],
  ['/utbetalningar/reissue-2021-05-12-1', 'handläggare'],
  ['/utbetalningar/reissue-2021-05-12-2', 'handläggare'],
  ['/utbetalningar/opening-2021', 'handläggare'],
  ['/utbetalningar/reconciliation-2021', 'handläggare'],
  ['/utbetalningar/requisition-2021-sol', 'handläggare'],
  ['/utbetalningar/requisition-2021-ihsi', 'handläggare'],
  ['/utbetalningar/payout-2022-02?belopp=09.rebate-forecast', 'revisor'],
  ['/utbetalningar/payout-2022-02?belopp=09.ihsi-difference', 'revisor'],
  ['/utbetalningar/payout-2021-07?belopp=09.carried-forward', 'revisor'],
  ['/utbetalningar/payout-2022-05?belopp=13.corridor-benefits', 'revisor'],
  ['/utbetalningar/payout-2021-03?belopp=25.instalment', 'revisor'],
  ['/utbetalningar/payout-2022-03?belopp=09.interim-instalment', 'revisor'],
  ['/banken/2021', 'handläggare'],
  ['/banken/2022', 'handläggare'],
  ['/redovisning/2021', 'handläggare'],
  ['/rekvisitioner', 'handläggare'],
  ['/rekvisitioner/requisition-2021-sol', 'handläggare'],
  ['/underlag/2021', 'handläggare'],
  ['/underlag/2021/solidarity-costs/1', 'handläggare'],
  ['/underlag/2021/population/1', 'handläggare'],
  ['/underlag/2021/price-tags/1', 'handläggare'],
  ['/underlag/2021/rebate-final', 'handläggare'],
  ['/underlag/all/payees', 'handläggare'],
  ['/avstamning/2021', 'handläggare'],
  ['/avstamning/2021', 'skr-firmatecknare'],
  ['/regioner/13/2021', 'region-13'],
  ['/regioner/13/2021/2022-05', 'region-13'],
  ['/regioner/24/2021', 'region-24'],
  ['/regioner/09/2021/2022-02', 'region-09'],
  ['/granskning', 'revisor'],
];

describeInChromium('The words of a troubled year', () => {
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    [browser, server] = await Promise.all([
      startChromium(),
      Server.at({ until: '2022-05', bank: 'troubled' }),
    ]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  /** All that a page says, what it folds away and the whole of a working too; but for what is marked as code, and people's own words. */
  async function textOf(visitor: Visitor, path: string): Promise<string> {
    const { page } = visitor;
    await visitor.open(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
    if (path.includes('belopp')) {
      await visitor.button(visitor.t('working.whole')).click();
      await page.locator('.working-tree-row').first().waitFor();
    }
    await page.evaluate(
      `for (const each of document.querySelectorAll('details')) each.open = true`,
    );
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.waitForTimeout(300);
    const hidden = `code, pre, blockquote, .hash, [lang]:not(html), .citation-title, .unfolding-name, .reason, option[lang]`;
    return await page.evaluate<string>(`(() => {
      const copy = document.querySelector('main').cloneNode(true);
      for (const each of copy.querySelectorAll(${JSON.stringify(hidden)})) each.remove();
      for (const each of copy.querySelectorAll('*')) { each.prepend('\\n'); each.append('\\n'); }
      return copy.textContent;
    })()`);
  }

  for (const language of languages) {
    it.each(pages)(`are people's on every page (${language}): %s, %s`, async (path, as) => {
      const visitor = await Visitor.come(browser, server, { language });
      await visitor.isSignedIn(as);
      const text = await textOf(visitor, path);
      expect(text.trim().length).toBeGreaterThan(20);
      expect(oddWords(text, language)).toEqual([]);
      await visitor.leave();
    });

    it(`are people's on paper (${language})`, async () => {
      const found: Oddity[] = [];
      for (const path of [
        '/regions/13/documents/2021/2022-05',
        '/regions/12/documents/2021/2021-05',
        '/regions/13/documents/2021',
        '/regions/25/documents/2021/2021-03',
        '/runs/payout-2022-05/annex/csv',
      ]) {
        const answer = await fetch(`${server.origin}/api${path}`, {
          headers: {
            authorization: `Bearer ${await server.token('revisor')}`,
            'accept-language': language,
          },
        });
        expect(answer.status, path).toBe(200);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        const csv = path.endsWith('csv');
        const text = csv ? new TextDecoder().decode(bytes) : (await pdfOf(bytes)).text;
        found.push(...oddWords(text, language));
      }
      expect(found).toEqual([]);
    });
  }
});
