import type { Rulebook } from '../agreement/rulebook.ts';
import { addMonths, type Month } from '../calendar/month.ts';
import { type DueItem, grantYearAfter, paidKeys } from '../payment/due.ts';
import { instalmentMonths } from '../rules/instalment/pay-month.ts';
import { type Calendar, type ExpectedPayout, expectedPayouts } from './expected-payouts.ts';

/** The first and the last payment month of what an agreement year pays by its own calendar. */
export interface YearMonths {
  readonly first: Month;
  readonly last: Month;
}

/** From the first instalment to the last of the year's lines: March 2021 to May 2022 under the 2021 agreement. */
export function yearMonths({ agreement, lines }: Rulebook): YearMonths {
  const months = [
    ...instalmentMonths(agreement),
    ...lines.flatMap(({ dueMonths }) => dueMonths(agreement)),
  ];
  months.sort();
  return { first: months[0] as Month, last: months.at(-1) as Month };
}

/** An item in the month of the payout that is expected to pay it. */
export interface ExpectedItem extends DueItem {
  readonly month: Month;
  /** It stands for all instalments of the year up to the month, less what has been paid of the year by then. */
  readonly settles?: true;
}

/**
 * What of an agreement year is not paid yet, in the order of the months in which it is expected to be, with the interim instalments
 * that fall among them.
 *
 * The year's local discounts are among them from the start, in the first month in which they can be deducted: a decision on the
 * next year's payments, which may come later, only moves them.
 *
 * @param next the month in which is paid what months that are done have left behind
 */
export function unpaidItems(
  rulebook: Rulebook,
  calendar: Calendar,
  next: Month,
): readonly ExpectedItem[] {
  const { year } = rulebook.agreement;
  const { first, last } = yearMonths(rulebook);
  const items = expectedPayouts(calendar, last, next).flatMap((payout) =>
    itemsOfYear(payout, year).filter(
      ({ agreementYear, month }) => agreementYear === year || month >= first,
    ),
  );
  return [...items, ...discountsToCome(rulebook, calendar, items)].toSorted(
    (a, b) => Number(a.month > b.month) - Number(a.month < b.month),
  );
}

/** A payout's items of the year, and the interim payments of others; what settles the year is one item. */
function itemsOfYear(
  { month, items, truesUp }: ExpectedPayout,
  year: number,
): readonly ExpectedItem[] {
  const own = items
    .filter(({ agreementYear, kind }) => agreementYear === year || kind === 'interim-instalment')
    .map((item): ExpectedItem => ({ ...item, month }));
  if (!truesUp.includes(year)) return own;
  const isSettled = ({ agreementYear, kind }: DueItem) =>
    agreementYear === year && kind === 'instalment';
  const settled = own.filter(isSettled).slice(0, 1);
  const others = own.filter((item) => !isSettled(item));
  return [...settled.map((item) => ({ ...item, settles: true as const })), ...others];
}

/** The year's local discounts, while no payout that pays the next grant year is in sight. */
function discountsToCome(
  rulebook: Rulebook,
  { runs, ended = new Set() }: Calendar,
  items: readonly ExpectedItem[],
): readonly ExpectedItem[] {
  const { agreement, lines } = rulebook;
  const rule = lines.find(({ kind }) => kind === 'local-discount');
  if (!rule) return [];
  const { kind } = rule;
  const { year: agreementYear, localDiscounts } = agreement;
  const key = `${kind}/${agreementYear}`;
  if (paidKeys(runs).has(key) || items.some((item) => item.key === key)) return [];
  const yearsOn = grantYearAfter(agreementYear, ended) - agreementYear - 1;
  const due = addMonths(localDiscounts.fromMonth.value, 12 * yearsOn);
  return [{ key, kind, agreementYear, due, month: due, ground: { rulebook, rule } }];
}
