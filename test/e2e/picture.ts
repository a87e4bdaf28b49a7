/**
 * Takes the README's picture: February 2022, which waits to be attested, with the working of an amount beside it, in Swedish.
 * `node test/e2e/picture.ts [FILE]`, docs/console.png when no file is named.
 */
import { removeFolders } from '../helpers/folders.ts';
import { startChromium } from './chromium.ts';
import { Server } from './server.ts';
import { Visitor } from './visitor.ts';

const [path = 'docs/console.png'] = process.argv.slice(2);
const [browser, server] = await Promise.all([startChromium(), Server.at({ until: '2021-12' })]);
try {
  const visitor = await Visitor.come(browser, server);
  await visitor.isSignedIn('attestant');
  await visitor.open('/utbetalningar/payout-2022-02?belopp=09.rebate-forecast');
  await visitor.sees(visitor.t('working.cites'), visitor.dialog());
  await visitor.page.screenshot({ path, clip: { x: 0, y: 0, width: 1280, height: 720 } });
  console.log(path);
} finally {
  await browser.close();
  await server.stop();
  removeFolders();
}
