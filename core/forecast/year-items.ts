import type { Rulebook } from '../agreement/rulebook.ts';
import type { Month } from '../calendar/month.ts';
import { type DueItem, dueUpTo, type InterimMonth } from '../payment/due.ts';
import { instalmentMonths } from '../rules/instalment/pay-month.ts';

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

/**
 * What of an agreement year is not paid yet, in the order of its months, with the interim instalments that fall among them.
 *
 * The year's local discounts are among them from the start, in the first month in which they can be deducted: a decision on the
 * next year's payments, which may come later, only moves them.
 */
export function unpaidItems(
  rulebook: Rulebook,
  interims: readonly InterimMonth[],
  paid: ReadonlySet<string>,
  ended: ReadonlySet<number> = new Set(),
): readonly DueItem[] {
  const { agreement, lines } = rulebook;
  const { year } = agreement;
  const { first, last } = yearMonths(rulebook);
  const items = dueUpTo(last, [rulebook], interims, ended).filter(
    ({ agreementYear, kind, due }) =>
      agreementYear === year || (kind === 'interim-instalment' && due >= first),
  );
  const rule = lines.find(({ kind }) => kind === 'local-discount');
  const expected: readonly DueItem[] =
    rule && !items.some(({ kind }) => kind === rule.kind)
      ? [
          {
            key: `${rule.kind}/${year}`,
            kind: rule.kind,
            agreementYear: year,
            due: agreement.localDiscounts.fromMonth.value,
            ground: { rulebook, rule },
          },
        ]
      : [];
  return [...items, ...expected]
    .filter(({ key }) => !paid.has(key))
    .toSorted((a, b) => Number(a.due > b.due) - Number(a.due < b.due));
}
