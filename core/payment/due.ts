import type { Rulebook } from '../agreement/rulebook.ts';
import { addMonths, type Month, monthsFrom } from '../calendar/month.ts';
import type { Authorisation } from '../inputs/contents.ts';
import type { LineKind } from '../line-kinds.ts';
import type { CaseState } from './evolve.ts';

/** Lines of one kind that fell due in one month, before anybody has worked them out. */
export interface DueItem {
  /** Names the item for good: `instalment/2021/2021-03`. A release lists the keys that it paid. */
  readonly key: string;
  readonly kind: LineKind;
  readonly agreementYear: number;
  readonly due: Month;
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
    .toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1));
  for (const decision of ordered)
    for (const month of monthsFrom(decision.firstMonth, decision.lastMonth))
      newest.set(`${decision.agreementYear} ${month}`, { month, decision });
  return [...newest.values()];
}

const item = (kind: LineKind, agreementYear: number, due: Month): DueItem => ({
  key: `${kind}/${agreementYear}/${due}`,
  kind,
  agreementYear,
  due,
});

/**
 * Everything that falls due up to a month, by the calendar of the agreements and the interim decisions.
 *
 * A year's local discounts bite in the first month, from the agreement's own on, in which the next grant year pays an
 * instalment or an interim instalment; while there is none they are not due.
 */
export function dueUpTo(
  month: Month,
  rulebooks: readonly Rulebook[],
  interims: readonly InterimMonth[],
): readonly DueItem[] {
  const instalments = rulebooks.flatMap(({ agreement, lines }) =>
    lines
      .filter(({ kind }) => kind !== 'local-discount')
      .flatMap(({ kind, dueMonths }) =>
        dueMonths(agreement).map((due) => item(kind, agreement.year, due)),
      ),
  );
  const interim = interims.map(({ month: due, decision }) =>
    item('interim-instalment', decision.agreementYear, due),
  );
  const discounts = rulebooks.flatMap(({ agreement }) => {
    const { fromMonth } = agreement.localDiscounts;
    const first = [...instalments, ...interim]
      .filter(({ kind }) => kind === 'instalment' || kind === 'interim-instalment')
      .filter(({ agreementYear }) => agreementYear === agreement.year + 1)
      .map(({ due }) => due)
      .filter((due) => due >= fromMonth.value)
      .toSorted()[0];
    return first ? [item('local-discount', agreement.year, first)] : [];
  });
  return [...instalments, ...interim, ...discounts].filter(({ due }) => due <= month);
}

/** Every item that some run of these has paid. */
export const paidKeys = (runs: ReadonlyMap<Month, CaseState>): ReadonlySet<string> =>
  new Set([...runs.values()].flatMap(({ released }) => released?.paid ?? []));

/**
 * What a month's run has to pay: what falls due in the month, and what earlier runs left due when they closed.
 *
 * An item stays with the run of its own month until that run is closed, and with every run after it that is still open:
 * so no two runs ever hold the same item.
 */
export function dueIn(
  month: Month,
  items: readonly DueItem[],
  runs: ReadonlyMap<Month, CaseState>,
): readonly DueItem[] {
  const paid = paidKeys(runs);
  const handedOn = ({ due }: DueItem) =>
    runs.get(due)?.closed !== undefined &&
    monthsFrom(due, addMonths(month, -1)).every((between) => {
      const run = runs.get(between);
      return run === undefined || run.closed !== undefined;
    });
  return items.filter(
    (each) => !paid.has(each.key) && (each.due === month || (each.due < month && handedOn(each))),
  );
}
