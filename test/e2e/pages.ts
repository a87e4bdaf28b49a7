import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.ts';

/** A page as somebody sees it, and when it is all there. */
export interface ShownPage {
  readonly name: string;
  readonly path: string;
  /** Who looks; nobody for pages before signing in. */
  readonly as?: string;
  /** Brings out what the page shows only when asked, and waits for it. */
  readonly until?: (visitor: Visitor) => Promise<unknown>;
}

const attestant = 'attestant';
const officer = 'handläggare';

/** Each page of the console and the issuer's, in the states that look different. The year stands before the May payment. */
export const shownPages: readonly ShownPage[] = [
  { name: 'sign-in', path: '/', until: (v) => v.button(v.t('sign-in.button')).waitFor() },
  {
    name: 'issuer',
    path: '/',
    until: async (v) => {
      await v.button(v.t('sign-in.button')).click();
      await v.button('Astrid Attestant').waitFor();
    },
  },
  {
    name: 'list',
    path: '/',
    as: attestant,
    until: (v) => v.link(v.t('tasks.go.attest')).waitFor(),
  },
  { name: 'list-nothing-waits', path: '/', as: officer },
  { name: 'calendar', path: '/kalender/2021', as: officer },
  { name: 'payments', path: '/utbetalningar', as: officer },
  {
    name: 'payment-waiting',
    path: '/utbetalningar/payout-2022-05',
    as: attestant,
    until: (v) => v.page.getByRole('table', { name: v.t('lines.title') }).waitFor(),
  },
  {
    name: 'payment-question',
    path: '/utbetalningar/payout-2022-05',
    as: attestant,
    until: async (v) => {
      await v.button(v.t('action.attest')).click();
      await v.dialog().waitFor();
    },
  },
  {
    name: 'payment-working',
    path: '/utbetalningar/payout-2022-02?belopp=09.rebate-forecast',
    as: attestant,
    until: (v) => v.sees(v.t('working.cites'), v.dialog()),
  },
  {
    name: 'payment-paid',
    path: '/utbetalningar/payout-2022-02',
    as: officer,
    until: async (v) => {
      await v.page.getByRole('table', { name: v.t('lines.title') }).waitFor();
      for (const summary of await v.page.locator('main summary').all()) await summary.click();
    },
  },
  {
    name: 'payment-came-back',
    path: '/utbetalningar/payout-2021-05',
    as: officer,
    until: (v) => v.link(v.t('sent.chosen.reissue')).waitFor(),
  },
  {
    name: 'payment-again',
    path: '/utbetalningar/reissue-2021-05-12-1',
    as: officer,
    until: (v) => v.sees(v.t('reissues.title')),
  },
  {
    name: 'bank',
    path: '/banken/2022',
    as: officer,
    until: async (v) => {
      await v.page.locator('.equation').waitFor();
      await v.page.locator('.tally .more > summary').first().click();
      for (const summary of await v.page.locator('.unfolding > details > summary').all())
        if (await summary.isVisible()) await summary.click();
    },
  },
  {
    name: 'accounts',
    path: '/redovisning/2021',
    as: officer,
    until: (v) => v.page.locator('.vouchers summary').first().click(),
  },
  { name: 'opening', path: '/utbetalningar/opening-2021', as: officer },
  { name: 'requisitions', path: '/rekvisitioner', as: officer },
  {
    name: 'requisition',
    path: '/rekvisitioner/requisition-2021-sol',
    as: officer,
    until: (v) => v.heading(v.t('requisition.timeline')).waitFor(),
  },
  { name: 'inputs', path: '/underlag/2021', as: officer },
  { name: 'input', path: '/underlag/2021/rebate-forecast', as: officer },
  { name: 'input-version', path: '/underlag/2021/rebate-forecast/1', as: officer },
  { name: 'input-population', path: '/underlag/2021/population/1', as: officer },
  {
    name: 'input-new',
    path: '/underlag/2021/rebate-final/ny',
    as: officer,
    until: async (v) => {
      await v.button(v.t('inputs.try')).click();
      await v.sees(v.t('errors.title'));
    },
  },
  { name: 'reconciliation', path: '/avstamning/2021', as: officer },
  { name: 'discounts', path: '/avstamning/2021/lokala-rabatter', as: 'skr-firmatecknare' },
  { name: 'regions', path: '/regioner', as: officer },
  { name: 'statement', path: '/regioner/09/2021', as: 'region-09' },
  { name: 'statement-month', path: '/regioner/09/2021/2022-02', as: 'region-09' },
  {
    name: 'statement-came-back',
    path: '/regioner/12/2021/2021-05',
    as: 'region-12',
    until: (v) => v.heading(v.t('statement.came-back.arrived')).waitFor(),
  },
  { name: 'audit', path: '/granskning', as: 'revisor' },
  { name: 'events', path: '/granskning/poster', as: 'revisor' },
  { name: 'not-found', path: '/finns-inte', as: officer },
];

/** Opens the page and waits until nothing of it is missing. */
export async function show(visitor: Visitor, { path, as, until }: ShownPage): Promise<void> {
  if (as !== undefined) await visitor.isSignedIn(as);
  await visitor.open(path);
  await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
  await until?.(visitor);
  // What is fetched only when somebody comes to it belongs to the page too.
  if (path.startsWith('/utbetalningar/') && (await visitor.dialog().count()) === 0)
    await comeTo(visitor, visitor.heading(visitor.t('timeline.title')));
  await visitor.page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  // From the top: what a header that stays in sight happens to cover is no finding.
  await visitor.page.evaluate('scrollTo(0, 0)');
}

/** Scrolls down until something is there; the page may grow meanwhile. */
async function comeTo({ page }: Visitor, what: Locator): Promise<void> {
  for (let attempt = 0; attempt < 100 && (await what.count()) === 0; attempt++) {
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.waitForTimeout(50);
  }
  await what.waitFor();
}
