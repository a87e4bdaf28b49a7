/** Takes a picture of every page, in both languages and colours, wide and narrow: `node test/e2e/screenshots.ts FOLDER [PAGE …]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders } from '../helpers/folders.ts';
import { startChromium } from './chromium.ts';
import { show, shownPages } from './pages.ts';
import { Server } from './server.ts';
import { Visitor } from './visitor.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new RangeError('Where to? node test/e2e/screenshots.ts FOLDER');
const asked = shownPages.filter(({ name }) => names.length === 0 || names.includes(name));
if (asked.length === 0)
  throw new RangeError(
    `Given ${names.join(', ')}; pages: ${shownPages.map(({ name }) => name).join(', ')}.`,
  );

mkdirSync(folder, { recursive: true });
const [browser, server] = await Promise.all([
  startChromium(),
  Server.at({ until: '2022-03', bank: 'troubled' }),
]);
try {
  for (const page of asked)
    for (const language of ['sv', 'en'] as const) {
      const visitor = await Visitor.come(browser, server, { language });
      await show(visitor, page);
      for (const width of [1280, 320]) {
        await visitor.page.setViewportSize({ width, height: width === 320 ? 700 : 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await visitor.page.emulateMedia({ colorScheme });
          const path = join(folder, `${page.name}-${language}-${width}-${colorScheme}.png`);
          await visitor.page.screenshot({ path, fullPage: true });
          console.log(path);
        }
      }
      await visitor.leave();
    }
} finally {
  await browser.close();
  await server.stop();
  removeFolders();
}
