import { withoutZeros } from '../agreement/line-rules.ts';
import type { Month } from '../calendar/month.ts';
import type { Explained } from '../explain.ts';
import type { Authorisation } from '../inputs/contents.ts';
import type { LineKind } from '../line-kinds.ts';
import { Sek } from '../money/sek.ts';
import { payoutCase } from '../record/case-id.ts';
import { type ByRegion, byRegion, of } from '../regions.ts';
import { ok, type Result, refused } from '../result.ts';
import type { FactName, PaymentFacts } from '../rules/facts.ts';
import { interimInstalment } from '../rules/instalment/interim-instalment.ts';
import { interimTrueUp } from '../rules/instalment/interim-true-up.ts';
import { authorityFor } from '../rules/payment/authority.ts';
import {
  composePayments,
  type LinesOfYear,
  type RegionPayment,
  type SharedLine,
  sharedLines,
} from './compose.ts';
import type { DueItem } from './due.ts';
import { dueInPayout, type Obstacle, type PayoutCalendar } from './due-in-payout.ts';
import type { Need } from './events.ts';
import { type NeedName, need, needFor } from './needs.ts';

/** Everything that the record knows when a month's payout is worked out. */
export interface PayoutContext extends PayoutCalendar {
  readonly facts: (agreementYear: number) => PaymentFacts;
  readonly interimTotal: (decision: Authorisation) => Explained<Sek>;
  /** The grants of the latest decided year before an agreement year: its interim payments are shared by them. */
  readonly latestGrants: (agreementYear: number) => ByRegion<Explained<Sek>> | undefined;
  /** Every line of an agreement year's instalments and interim payments that has been released, of the years that are trued up. */
  readonly grantReleased: (agreementYear: number) => ByRegion<readonly Explained<Sek>[]>;
  readonly balances: ByRegion<Explained<Sek>>;
  /** Needs that two people have let the month go without. */
  readonly without: ReadonlySet<string>;
}

/** What a month's payout comes to. */
export type Payout =
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'waiting'; readonly needs: readonly Need[] }
  | {
      readonly kind: 'payable';
      readonly payments: ByRegion<RegionPayment>;
      readonly paid: readonly DueItem[];
      readonly decisions: readonly string[];
      /** The agreement years whose interim payments it settles. */
      readonly truesUp: readonly number[];
      /** What each year has in a line that items of several years make up. */
      readonly shares: readonly SharedLine[];
    };

interface Ready {
  /** The items that the lines pay: one, or all instalments of a year that is trued up. */
  readonly items: readonly DueItem[];
  readonly lines: LinesOfYear;
  readonly decisions: readonly string[];
}

interface Lacking {
  readonly item: DueItem;
  readonly need: NeedName;
  readonly year: number;
  readonly because: string;
}

/**
 * The month's lines from everything that is due in it, or what is missing for them.
 *
 * Unknown is not zero: a line whose input or decision is missing holds the payout, unless two people let the month go
 * without it; then it is left out, and stays due.
 *
 * What came back and is to be paid with the next payment is paid also where no line is due. What regions owe waits for lines.
 */
export function workOutPayout(context: PayoutContext): Payout {
  const due = dueInPayout(context);
  const isTrueUp = ({ kind, agreementYear }: DueItem) =>
    kind === 'instalment' && due.truesUp.includes(agreementYear);
  const worked = due.items.flatMap((item) => {
    if (!isTrueUp(item)) return [workOut(item, [item], context)];
    const ofYear = due.items.filter(
      (each) => isTrueUp(each) && each.agreementYear === item.agreementYear,
    );
    return item === ofYear[0] ? [workOut(item, ofYear, context, true)] : [];
  });
  const ready = worked.flatMap((each) => (each.ok ? [each.value] : []));
  // A line that the month goes without holds nothing, whatever else it lacks.
  const lacking = worked
    .flatMap((each) => (each.ok ? [] : [each.refusal]))
    .filter((own) => !own.some((each) => context.without.has(each.need)))
    .flat();
  const needs = [
    ...due.obstacles.map((each) => obstacleNeed(each, context.month)),
    ...needsOf(lacking),
  ];
  if (needs.length > 0) return { kind: 'waiting', needs };
  const isOwed = [...context.balances.values()].some(({ value }) => Sek.zero.isLessThan(value));
  if (!isOwed && ready.every(({ lines }) => lines.lines.size === 0)) return { kind: 'nothing-due' };
  const lines = ready.map((each) => each.lines);
  return {
    kind: 'payable',
    payments: composePayments(lines, context.balances),
    paid: ready.flatMap(({ items }) => items),
    decisions: [...new Set(ready.flatMap(({ decisions }) => decisions))].sort(),
    truesUp: due.truesUp,
    shares: sharedLines(lines),
  };
}

/** The lines of items of one kind and year, or what is missing for them. */
function workOut(
  item: DueItem,
  items: readonly DueItem[],
  context: PayoutContext,
  truesUp = false,
): Result<Ready, readonly Lacking[]> {
  const { month } = context;
  const { kind, agreementYear, deductedFrom } = item;
  // Interim payments are shared by the grants of a year before theirs, which has none yet.
  const year = kind === 'interim-instalment' ? agreementYear - 1 : agreementYear;
  const lines = linesOf(item, truesUp, context);
  const missing = lines.ok
    ? []
    : lines.refusal.map((fact): Lacking => {
        const lacks = needFor(fact);
        return { item, need: lacks, year, because: `no ${lacks} of ${year} is known` };
      });
  const movesMoney = !lines.ok || lines.value.size > 0;
  // What an interim decision orders is paid by that decision, though another one covers the month as well.
  const own = context.authorisations.filter(
    (each) => 'decision' in item.ground && each === item.ground.decision,
  );
  const authority = movesMoney
    ? authorityFor({ kind, agreementYear, month, ...(deductedFrom && { deductedFrom }) }, [
        ...own,
        ...context.authorisations,
      ])
    : ok('none-needed' as const);
  const unauthorised: Lacking[] = authority.ok
    ? []
    : [
        {
          item,
          need: 'authorisation',
          year: authority.refusal.needsYear,
          because: `no decision covers ${kind} of ${agreementYear} in ${month}`,
        },
      ];
  const lacking = [...missing, ...unauthorised];
  if (!lines.ok || !authority.ok) return refused(lacking);
  const covering = authority.value === 'none-needed' ? [] : [authority.value.decision];
  const decisions = [...covering, ...own.map(({ decision: name }) => name)];
  return ok({ items, lines: { kind, agreementYear, lines: lines.value }, decisions });
}

function linesOf(
  { ground, agreementYear, due }: DueItem,
  truesUp: boolean,
  context: PayoutContext,
): Result<ByRegion<Explained<Sek>>, readonly FactName[]> {
  if ('decision' in ground) {
    const grants = context.latestGrants(agreementYear);
    return grants
      ? ok(withoutZeros(interimInstalment(context.interimTotal(ground.decision), grants)))
      : refused(['grants']);
  }
  const { rulebook, rule } = ground;
  const linesDue = (each: Month) =>
    rule.lines(context.facts(agreementYear), rulebook.agreement, each);
  if (!truesUp) {
    const lines = linesDue(due);
    return lines.ok ? lines : refused(lines.refusal.missing);
  }
  const cells = byRegion((): Explained<Sek>[] => []);
  for (const each of rule.dueMonths(rulebook.agreement)) {
    if (each > context.month) continue;
    const lines = linesDue(each);
    if (!lines.ok) return refused(lines.refusal.missing);
    for (const [region, line] of lines.value) of(cells, region).push(line);
  }
  return ok(withoutZeros(interimTrueUp(cells, context.grantReleased(agreementYear))));
}

/** What a person has to do before the year can be paid in this month. */
function obstacleNeed(obstacle: Obstacle, month: Month): Need {
  const { agreementYear: year, holds } = obstacle;
  const kinds = holds.map(({ kind }) => kind);
  if (obstacle.kind === 'earlier-payout')
    return {
      ...need(
        'earlier-payout',
        year,
        kinds,
        `the payout of ${obstacle.month} could still pay ${year} and is not released or closed`,
      ),
      case: payoutCase(obstacle.month),
    };
  const { agreement, interim } = obstacle;
  return need(
    'single-decision',
    year,
    kinds,
    `${agreement.decision} and the interim decision ${interim.decision} both cover ${year} in ${month}, until a new version of ${interim.decision} ends earlier`,
  );
}

/** One need per name and year, with every line that it holds. */
function needsOf(lacking: readonly Lacking[]): readonly Need[] {
  const needs = new Map<string, { readonly first: Lacking; readonly holds: LineKind[] }>();
  for (const each of lacking) {
    const key = `${each.need} ${each.year}`;
    const found = needs.get(key);
    if (found) found.holds.push(each.item.kind);
    else needs.set(key, { first: each, holds: [each.item.kind] });
  }
  return [...needs.values()].map(({ first, holds }) =>
    need(first.need, first.year, holds, first.because),
  );
}
