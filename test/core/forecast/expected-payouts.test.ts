import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import { type Calendar, expectedPayouts } from '../../../core/forecast/expected-payouts.ts';
import { type ForecastContext, regionForecast } from '../../../core/forecast/region-forecast.ts';
import { unpaidItems } from '../../../core/forecast/year-items.ts';
import { dueUpTo, grantYearAfter, interimMonths } from '../../../core/payment/due.ts';
import { byRegion } from '../../../core/regions.ts';
import { madeUp2022 } from '../agreement/made-up-2022.ts';
import { kronor } from '../amounts.ts';
import {
  decisions,
  interimMay,
  interimSpring,
  rulebook2021,
} from '../payment/calendar-of-the-sample.ts';

const month = parseMonth;
const interimsOf2022 = [interimSpring, interimMay];
/** March and April 2022 were paid in the interim; May is still to be. */
const calendar: Calendar = {
  rulebooks: [madeUp2022],
  interims: interimMonths(interimsOf2022),
  authorisations: decisions,
  signed: new Set(),
  runs: new Map(
    ['2022-03', '2022-04'].map((each) => [
      month(each),
      { released: { paid: [`interim-instalment/2022/${each}`] } },
    ]),
  ),
};
const next = month('2022-05');

// Twelve instalments of 100 kronor for every region; what was paid in the interim of two months is 130.
const grants = byRegion(() => kronor('1200'));
const known: ForecastContext = {
  rulebook: madeUp2022,
  facts: { grants },
  interimTotal: () => kronor(`${21 * 60}`),
  latestGrants: () => grants,
  grantReleased: byRegion(() => [kronor('130')]),
};
const grantLines = (more: Partial<ForecastContext> = {}) =>
  regionForecast('09', unpaidItems(madeUp2022, calendar, next), { ...known, ...more })
    .filter(({ kind }) => kind === 'instalment' || kind === 'interim-instalment')
    .slice(0, 3)
    .map((item) => [item.month, item.kind, 'amount' in item ? `${item.amount}` : item.basis]);

describe('The payouts that are still to come after interim payments', () => {
  it('are the interim one of May, one that settles the year, and an instalment a month', () => {
    const expected = expectedPayouts(calendar, month('2022-07'), next);
    expect(expected.map((each) => [each.month, each.items.length, each.truesUp])).toEqual([
      ['2022-05', 1, []],
      ['2022-06', 4, [2022]],
      ['2022-07', 1, []],
    ]);
  });

  it('hold June’s instalments less what was paid and May’s interim payment: 4 × 100 − 130 − 60 = 210', () => {
    expect(grantLines()).toEqual([
      ['2022-05', 'interim-instalment', '60'],
      ['2022-06', 'instalment', '210'],
      ['2022-07', 'instalment', '100'],
    ]);
  });

  it('have no figure in June as long as the year’s grants or May’s payment are not known', () => {
    expect(grantLines({ facts: {} })[1]).toEqual(['2022-06', 'instalment', 'unknown']);
    expect(grantLines({ latestGrants: () => undefined })).toEqual([
      ['2022-05', 'interim-instalment', 'unknown'],
      ['2022-06', 'instalment', 'unknown'],
      ['2022-07', 'instalment', '100'],
    ]);
  });

  it('settle the year in May where a decision under the agreement covers it as well', () => {
    const both = { ...interimMay, decision: 'rb', kind: 'agreement' as const };
    const covered = { ...calendar, authorisations: [...decisions, both] };
    const [may] = expectedPayouts(covered, month('2022-06'), next);
    expect(may?.truesUp).toEqual([2022]);
  });

  it('hold in the next month what months left behind that are done', () => {
    const closed = {
      ...calendar,
      runs: new Map([[month('2023-05'), { closed: 'without-payment' as const }]]),
    };
    const last = expectedPayouts(closed, month('2023-05'), month('2023-06')).at(-1);
    expect([last?.month, last?.items.map(({ due }) => due)]).toEqual([
      '2023-06',
      ['2023-05', '2023-05', '2023-05'],
    ]);
  });
});

describe('The grant year after another', () => {
  const ended = new Set([2022, 2023]);
  it('is the next that is not ended without an agreement', () => {
    expect([grantYearAfter(2021, ended), grantYearAfter(2020, ended)]).toEqual([2024, 2021]);
  });

  it('is where local discounts are deducted, in its first month, and shown until then', () => {
    const of2023 = {
      ...interimSpring,
      agreementYear: 2023,
      firstMonth: month('2023-03'),
      lastMonth: month('2023-04'),
    };
    const all = dueUpTo(month('2023-12'), [rulebook2021], interimMonths([of2023]), new Set([2022]));
    const [item] = all.filter(({ kind }) => kind === 'local-discount');
    expect([item?.due, item?.deductedFrom]).toEqual(['2023-03', 2023]);
    const shown = unpaidItems(
      rulebook2021,
      { ...calendar, rulebooks: [rulebook2021], interims: [], ended: new Set([2022]) },
      next,
    );
    expect(shown.find(({ kind }) => kind === 'local-discount')?.month).toBe('2023-03');
  });

  it('is shown of no agreement that has no local discounts', () => {
    const without = { ...rulebook2021, lines: rulebook2021.lines.slice(0, 1) };
    const shown = unpaidItems(without, { ...calendar, rulebooks: [without], interims: [] }, next);
    expect(shown.map(({ kind }) => kind)).not.toContain('local-discount');
  });
});
