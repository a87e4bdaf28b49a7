import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { texts } from '../../console/i18n/translate.ts';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { show, shownPages } from './pages.ts';
import { Server } from './server.ts';
import { Visitor } from './visitor.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Light and dark differ in the values of colours and in nothing else (console/styles/theme.css), so dark is asked about those. */
const rulesFor = {
  light: { type: 'tag', values: tags },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const satisfies Record<string, RunOnly>;

/** Every breach that axe finds in the page as it stands, each with its places. */
async function breaches({ page }: Visitor, rules: RunOnly): Promise<readonly string[]> {
  const found = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  );
  if (found.passes.length === 0) throw new RangeError(`axe tried nothing of ${rules.values}.`);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** By how many pixels the page is wider than the window; tables scroll in a place of their own. */
const tooWide = ({ page }: Visitor): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describeInChromium('Every page', () => {
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    [browser, server] = await Promise.all([
      startChromium(),
      Server.at({ until: '2022-03', bank: 'troubled' }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  for (const language of ['sv', 'en'] as const)
    it.concurrent.each(shownPages)(
      `$name (${language}) is open to everybody, light and dark, at 1280 and 320 pixels, and asks nobody else`,
      async (shown) => {
        const visitor = await Visitor.come(browser, server, { language });
        try {
          await show(visitor, shown);
          if (shown.name !== 'issuer')
            expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language);
          await visitor.page.evaluate(axe);
          for (const width of [1280, 320]) {
            await visitor.page.setViewportSize({ width, height: 900 });
            for (const colorScheme of ['light', 'dark'] as const) {
              await visitor.page.emulateMedia({ colorScheme });
              const where = `${shown.name}, ${language}, ${width}, ${colorScheme}`;
              expect(await breaches(visitor, rulesFor[colorScheme]), where).toEqual([]);
            }
            expect(await tooWide(visitor), `${shown.name} at ${width} pixels`).toBe(0);
          }
          visitor.foundNoFault(shown.name === 'input-new' ? /status of 422/ : undefined);
        } finally {
          await visitor.leave();
        }
      },
    );

  it('is in the language that the button chose last, also when it is loaded anew', async () => {
    const visitor = await Visitor.come(browser, server);
    await visitor.isSignedIn('revisor');
    await visitor.open('/utbetalningar');
    await visitor.heading(texts.sv['payments.title']).waitFor();
    await visitor.button('English').click();
    await visitor.heading(texts.en['payments.title']).waitFor();
    await visitor.open('/kalender/2021');
    await visitor.sees(texts.en['months.title']);
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
    visitor.foundNoFault();
    await visitor.leave();
  });
});
