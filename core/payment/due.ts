import type { LineRule, Rulebook } from '../agreement/rulebook.ts';
import { addMonths, type Month, monthsFrom } from '../calendar/month.ts';
import type { Authorisation } from '../inputs/contents.ts';
import type { LineKind } from '../line-kinds.ts';
import type { CaseState } from './evolve.ts';

/** By what lines fall due: a rule of an agreement, or an interim decision. */
export type Ground =
  | { readonly rulebook: Rulebook; readonly rule: LineRule }
  | { readonly decision: Authorisation };

/** Lines of one kind that fell due in one month, before anybody has worked them out. */
export interface DueItem {
  /**
   * Names the item for good: `instalment/2021/2021-03`. A release lists the keys that it paid. A year's local discounts are
   * `local-discount/2021`: they bite once, even if a decision that comes later would have let them bite in another month.
   */
  readonly key: string;
  readonly kind: LineKind;
  readonly agreementYear: number;
  readonly due: Month;
  readonly ground: Ground;
  /** Of local discounts: the grant year whose instalments, or interim instalments, they are deducted from. */
  readonly deductedFrom?: number;
}

/** The months in which interim decisions order a payment, with the agreement year each is for. */
export interface InterimMonth {
  readonly month: Month;
  readonly decision: Authorisation;
}

/**
 * The months that interim decisions cover. Where two cover the same month and year the later decided one holds.
 *
 * @sv    utbetalning i avvaktan på överenskommelse
 * @cites letter-2016, ändringsbeslut 2016-02-25
 */
export function interimMonths(decisions: readonly Authorisation[]): readonly InterimMonth[] {
  const newest = new Map<string, InterimMonth>();
  const ordered = decisions
    .filter(({ kind }) => kind === 'interim')
    // Sorting is stable: of two that were decided on one day the later registered holds.
    .toSorted((a, b) => Number(a.decidedOn > b.decidedOn) - Number(a.decidedOn < b.decidedOn));
  for (const decision of ordered) {
    // Its newest version may have ended it before its first month: then it covers none.
    if (decision.lastMonth < decision.firstMonth) continue;
    for (const month of monthsFrom(decision.firstMonth, decision.lastMonth))
      newest.set(`${decision.agreementYear} ${month}`, { month, decision });
  }
  return [...newest.values()];
}

/**
 * Everything that falls due up to a month, by the calendar of the agreements and the interim decisions.
 *
 * A year's local discounts bite in the first month, from the agreement's own on, in which the next grant year pays an
 * instalment or an interim instalment; while there is none they are not due. A year that is ended without an agreement is none: what its
 * interim payments did not deduct is deducted from the year after.
 *
 * @param ended the agreement years that are ended without an agreement; of these nothing is due
 *
 * @reading R-14
 */
export function dueUpTo(
  month: Month,
  rulebooks: readonly Rulebook[],
  interims: readonly InterimMonth[],
  ended: ReadonlySet<number> = new Set(),
): readonly DueItem[] {
  const agreed = rulebooks.flatMap((rulebook) =>
    rulebook.lines
      .filter(({ kind }) => kind !== 'local-discount')
      .flatMap((rule) => agreedItems(rulebook, rule)),
  );
  const interim = interims.map(({ month: due, decision }): DueItem => {
    const [kind, agreementYear] = ['interim-instalment', decision.agreementYear] as const;
    return {
      key: `${kind}/${agreementYear}/${due}`,
      kind,
      agreementYear,
      due,
      ground: { decision },
    };
  });
  const discounts = rulebooks.flatMap((rulebook) =>
    rulebook.lines
      .filter(({ kind }) => kind === 'local-discount')
      .flatMap((rule) => discountItem(rulebook, rule, [...agreed, ...interim], ended)),
  );
  return [...agreed, ...interim, ...discounts].filter(({ due }) => due <= month);
}

function agreedItems(rulebook: Rulebook, rule: LineRule): DueItem[] {
  const { kind } = rule;
  const { year: agreementYear } = rulebook.agreement;
  return rule.dueMonths(rulebook.agreement).map((due) => {
    const key = `${kind}/${agreementYear}/${due}`;
    return { key, kind, agreementYear, due, ground: { rulebook, rule } };
  });
}

function discountItem(
  rulebook: Rulebook,
  rule: LineRule,
  others: readonly DueItem[],
  ended: ReadonlySet<number>,
): readonly DueItem[] {
  const { year: agreementYear, localDiscounts } = rulebook.agreement;
  const deductedFrom = grantYearAfter(agreementYear, ended);
  const [due] = others
    .filter(({ kind }) => kind === 'instalment' || kind === 'interim-instalment')
    .filter((other) => other.agreementYear === deductedFrom)
    .map((other) => other.due)
    .filter((first) => first >= localDiscounts.fromMonth.value)
    .toSorted();
  const { kind } = rule;
  const key = `${kind}/${agreementYear}`;
  return due ? [{ key, kind, agreementYear, due, ground: { rulebook, rule }, deductedFrom }] : [];
}

/**
 * The grant year after an agreement year: the next that is not ended without an agreement.
 *
 * @reading R-14
 */
export function grantYearAfter(agreementYear: number, ended: ReadonlySet<number>): number {
  const next = agreementYear + 1;
  return ended.has(next) ? grantYearAfter(next, ended) : next;
}

/** What of a payout's state decides which items it and the others pay. */
export type PayoutState = Pick<CaseState, 'proposal' | 'closeRequested' | 'closed'> & {
  readonly released?: { readonly paid: readonly string[] } | undefined;
};

/** Every item that some run of these has paid. */
export const paidKeys = (runs: ReadonlyMap<Month, PayoutState>): ReadonlySet<string> =>
  new Set([...runs.values()].flatMap(({ released }) => released?.paid ?? []));

/** What an item's key says: `instalment/2021/2021-03` is of the kind `instalment` and the agreement year 2021. */
export function keyParts(key: string): { readonly kind: LineKind; readonly agreementYear: number } {
  const [kind, year] = key.split('/');
  return { kind: kind as LineKind, agreementYear: Number(year) };
}

/** Nothing can change any more what a run pays: it has been released, or closed. */
export const isDone = ({ released, closed }: PayoutState): boolean =>
  released !== undefined || closed !== undefined;

/**
 * Whether a month's run keeps what is due in it or was handed on to it: while it is open, and before it is opened. A month in which
 * nothing falls due is never opened, and keeps nothing.
 */
export function keeps(
  month: Month,
  items: readonly DueItem[],
  runs: ReadonlyMap<Month, PayoutState>,
): boolean {
  const run = runs.get(month);
  return run ? !isDone(run) : items.some(({ due }) => due === month);
}

/**
 * What a month's run has to pay: what falls due in the month, and what earlier runs left due when they were released without it or
 * closed. `items` are all that the calendar holds up to the month, paid or not.
 *
 * An item stays with the run of its own month until that is done, and then with the first after it that is not: also with one that
 * is still to be opened, since it is opened in the end, however late. So no two runs ever hold the same item.
 */
export function dueIn(
  month: Month,
  items: readonly DueItem[],
  runs: ReadonlyMap<Month, PayoutState>,
): readonly DueItem[] {
  const paid = paidKeys(runs);
  const handedOn = ({ due }: DueItem) =>
    !monthsFrom(due, addMonths(month, -1)).some((between) => keeps(between, items, runs));
  return items.filter(
    (each) => !paid.has(each.key) && (each.due === month || (each.due < month && handedOn(each))),
  );
}
