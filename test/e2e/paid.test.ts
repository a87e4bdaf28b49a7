import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { regionCodes } from '../../core/regions.ts';
import { kronorText } from '../../functions/api/views/amount-text.ts';
import { recordAt } from '../../local/record/record-at.ts';
import { YearInRecord } from '../../local/record/year-in-record.ts';
import { yearSummary } from '../../local/report/summary.ts';
import { copyOf, removeFolders } from '../helpers/folders.ts';
import { pdfOf, plain } from '../helpers/pdf.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { preparedRecords } from './prepared-records.ts';
import { Server } from './server.ts';
import { tokenRanOut, Visitor } from './visitor.ts';

const stage = { until: '2022-05', bank: 'troubled' } as const;

/** What the troubled year paid its regions: 40 822 523 878 kr were sent, and of that this is where it was meant to be. */
const paid = 40_644_846_930n;
/** Two payments of May came back, and nobody has been paid for them: Halland's and Västerbotten's. */
const owed = 87_898_210n + 72_396_784n;

interface Row {
  readonly payee: string;
  readonly settled: string;
  readonly outstanding: string;
  readonly held: string;
}

const sum = (amounts: readonly (string | bigint)[]): bigint =>
  amounts.reduce<bigint>((all, each) => all + BigInt(each), 0n);

describeInChromium('What a year with troubles has paid is one sum, wherever it is told', () => {
  let browser: Browser;
  let server: Server;

  const read = async <T>(path: string): Promise<T> => (await server.api('revisor', path)).body as T;

  async function at(as: string, path: string): Promise<Visitor> {
    const visitor = await Visitor.come(browser, server);
    await visitor.isSignedIn(as);
    await visitor.open(path);
    await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
    return visitor;
  }

  const tile = (visitor: Visitor, name: string) =>
    visitor.page.locator('.figures > div').filter({ hasText: name }).locator('dd').textContent();

  const digits = (text: string | null): string => (text ?? '').replaceAll(/\D/g, '');

  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), Server.at(stage)]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('in the calendar, month by month and in all, and beside it what came back', async () => {
    const calendar = await read<{
      months: readonly { paidSek: string }[];
      totalPaidSek: string;
      owedSek: string;
    }>('/calendars/2021');
    expect(BigInt(calendar.totalPaidSek)).toBe(paid);
    expect(sum(calendar.months.map(({ paidSek }) => paidSek))).toBe(paid);
    expect(BigInt(calendar.owedSek)).toBe(owed);
    const officer = await at('handläggare', '/kalender/2021');
    const table = officer.page.getByRole('table', { name: officer.t('months.title') });
    expect(digits(await table.locator('tfoot td').last().textContent())).toBe(String(paid));
    expect(digits(await tile(officer, officer.t('calendar.owed')))).toBe(String(owed));
    officer.foundNoFault(tokenRanOut);
    await officer.leave();
  });

  it('in the regions’ statements, on their pages and on paper', async () => {
    const statements = await Promise.all(
      regionCodes.map((region) =>
        read<{ paidSek: string; months: readonly { receivedSek: string }[] }>(
          `/regions/${region}/statements/2021`,
        ),
      ),
    );
    expect(sum(statements.map(({ paidSek }) => paidSek))).toBe(paid);
    expect(
      sum(statements.flatMap(({ months }) => months.map(({ receivedSek }) => receivedSek))),
    ).toBe(paid);
    const halland = statements[regionCodes.indexOf('13')]?.paidSek ?? '';
    const region = await at('region-13', '/regioner/13/2021');
    expect(digits(await tile(region, region.t('statement.paid')))).toBe(halland);
    region.foundNoFault(tokenRanOut);
    await region.leave();
    const answer = await fetch(`${server.origin}/api/regions/13/documents/2021`, {
      headers: { authorization: `Bearer ${await server.token('revisor')}` },
    });
    const text = plain((await pdfOf(new Uint8Array(await answer.arrayBuffer()))).text);
    // As the lead, in the facts, under the months and under the kinds.
    expect(text.split(plain(kronorText(halland, 'sv'))).length).toBeGreaterThanOrEqual(5);
  });

  it('in the list of payments, in the tally with the bank, and in the journal', async () => {
    const { runs } = await read<{ runs: readonly { kind: string; paidSek?: string }[] }>(
      '/runs?limit=100',
    );
    const regional = runs.filter(({ kind }) => kind !== 'requisition');
    const skr = 7_000_000n; // The SOL requisition, which is among those that were sent again.
    expect(sum(regional.map(({ paidSek = '0' }) => paidSek)) - skr).toBe(paid);
    const tallies = await Promise.all(
      [2021, 2022].map((year) => read<{ rows: readonly Row[] }>(`/tallies/${year}`)),
    );
    const rows = tallies.flatMap((tally) => tally.rows).filter(({ payee }) => payee !== 'SKR');
    expect(sum(rows.flatMap(({ settled, outstanding }) => [settled, outstanding]))).toBe(paid);
    expect(sum(rows.map(({ held }) => held))).toBe(owed);
    const accounts = await Promise.all(
      [2021, 2022].map((year) =>
        read<{ vouchers: readonly { run: string; cashSek: string }[] }>(`/accounts/${year}`),
      ),
    );
    const booked = accounts.flatMap(({ vouchers }) => vouchers);
    expect(
      sum(
        booked
          .filter(({ run }) => !/^re(quisition|issue-2021-(sol|ihsi))/.test(run))
          .map(({ cashSek }) => cashSek),
      ),
    ).toBe(paid);
  });

  it('in the terminal, in the result, and what came back is neither lost nor paid twice', async () => {
    const year = new YearInRecord(await recordAt(copyOf(await preparedRecords(stage))), 2021);
    const result = year.result('33432900840');
    const text = yearSummary(result, []).replaceAll('\u00a0', ' ');
    expect(text).toMatch(/^paid to regions +40 644 846 930$/m);
    expect(text).toMatch(/^sent to regions +40 822 523 878 /m);
    const payees = result.bank?.payees.filter(({ payee }) => payee !== 'SKR') ?? [];
    expect(sum(payees.map(({ paidSek }) => paidSek))).toBe(paid);
    expect(sum(payees.map(({ heldSek }) => heldSek))).toBe(owed);
  });

  it('and all is well with the bank only where nothing is open: a return that waits stands first', async () => {
    const officer = await at('handläggare', '/banken/2022');
    await officer.heading(officer.t('tally.holds-so-far')).waitFor();
    expect(await officer.page.getByText(officer.t('tally.holds')).count()).toBe(0);
    expect(await officer.page.getByText(officer.t('bank-page.open.none')).count()).toBe(0);
    const open = officer.page.locator('.open-items .held-list > li').first();
    await officer.sees(/1 betalning kom tillbaka/, open);
    await open.getByRole('link').click();
    await officer.page.waitForURL('**/utbetalningar/payout-2022-05');
    officer.foundNoFault(tokenRanOut);
    await officer.leave();
  });

  it('and its working says the reason first, quotes the paragraph, and opens as one by keyboard', async () => {
    const region = await at('region-09', '/regioner/09/2021/2022-02?belopp=rebate-forecast');
    const working = region.dialog();
    await region.sees(/^Minus 40\s% av 20\s506\s982\skr\. I hela kronor/, working);
    await region.sees(
      'Under 2021 ska 60 procent av återbäringen tillfalla regionerna och 40 procent tillfalla staten.',
      working,
    );
    expect(await working.getByText('I det fall enskilda regioner').count()).toBe(0);
    await region.button(region.t('working.whole')).focus();
    await region.page.keyboard.press('Enter');
    await region.sees(/Återbäring, prognos 2021, version 1: Region Gotland/, working);
    expect(await working.locator('.working-tree-row').count()).toBe(5);
    region.foundNoFault(tokenRanOut);
    await region.leave();
  });
});
