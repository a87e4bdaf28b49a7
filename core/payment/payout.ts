import { withoutZeros } from '../agreement/line-rules.ts';
import type { Rulebook } from '../agreement/rulebook.ts';
import type { Month } from '../calendar/month.ts';
import type { Explained } from '../explain.ts';
import type { Authorisation } from '../inputs/contents.ts';
import type { LineKind } from '../line-kinds.ts';
import type { Sek } from '../money/sek.ts';
import type { ByRegion } from '../regions.ts';
import { ok, type Result, refused } from '../result.ts';
import type { FactName, PaymentFacts } from '../rules/facts.ts';
import { interimInstalment } from '../rules/instalment/interim-instalment.ts';
import { authorityFor } from '../rules/payment/authority.ts';
import { composePayments, type KindOfLines, type RegionPayment } from './compose.ts';
import { type DueItem, dueIn, dueUpTo, type InterimMonth } from './due.ts';
import type { Need } from './events.ts';
import type { CaseState } from './evolve.ts';
import { type NeedName, need, needFor } from './needs.ts';

/** Everything that the record knows when a month's payout is worked out. */
export interface PayoutContext {
  readonly month: Month;
  readonly rulebooks: readonly Rulebook[];
  /** The payouts so far, this month's left out. */
  readonly runs: ReadonlyMap<Month, CaseState>;
  readonly facts: (agreementYear: number) => PaymentFacts;
  readonly interims: readonly InterimMonth[];
  readonly interimTotal: (decision: Authorisation) => Explained<Sek>;
  /** The grants of the latest decided year: interim payments are shared by them. */
  readonly latestGrants: ByRegion<Explained<Sek>> | undefined;
  readonly authorisations: readonly Authorisation[];
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
    };

interface Ready {
  readonly item: DueItem;
  readonly lines: KindOfLines;
  readonly decision: string | undefined;
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
 */
export function workOutPayout(context: PayoutContext): Payout {
  const items = dueIn(
    context.month,
    dueUpTo(context.month, context.rulebooks, context.interims),
    context.runs,
  );
  const worked = items.map((item) => workOut(item, context));
  const ready = worked.flatMap((each) => (each.ok ? [each.value] : []));
  // A line that the month goes without holds nothing, whatever else it lacks.
  const lacking = worked
    .flatMap((each) => (each.ok ? [] : [each.refusal]))
    .filter((own) => !own.some((each) => context.without.has(each.need)))
    .flat();
  if (lacking.length > 0) return { kind: 'waiting', needs: needsOf(lacking) };
  if (ready.every(({ lines }) => lines.lines.size === 0)) return { kind: 'nothing-due' };
  return {
    kind: 'payable',
    payments: composePayments(
      ready.map(({ lines }) => lines),
      context.balances,
    ),
    paid: ready.map(({ item }) => item),
    decisions: [...new Set(ready.flatMap(({ decision }) => decision ?? []))].sort(),
  };
}

function workOut(item: DueItem, context: PayoutContext): Result<Ready, readonly Lacking[]> {
  const { month } = context;
  const { kind, agreementYear } = item;
  // Interim payments are shared by the grants of a year before theirs, which has none yet.
  const year = kind === 'interim-instalment' ? agreementYear - 1 : agreementYear;
  const lines = linesOf(item, context);
  const missing = lines.ok
    ? []
    : lines.refusal.map((fact): Lacking => {
        const lacks = needFor(fact);
        return { item, need: lacks, year, because: `no ${lacks} of ${year} is known` };
      });
  const movesMoney = !lines.ok || lines.value.size > 0;
  const authority = movesMoney
    ? authorityFor({ kind, agreementYear, month }, context.authorisations)
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
  const decision = authority.value === 'none-needed' ? undefined : authority.value.decision;
  return ok({ item, lines: { kind, lines: lines.value }, decision });
}

function linesOf(
  { ground, agreementYear, due }: DueItem,
  { facts, interimTotal, latestGrants }: PayoutContext,
): Result<ByRegion<Explained<Sek>>, readonly FactName[]> {
  if ('decision' in ground)
    return latestGrants
      ? ok(withoutZeros(interimInstalment(interimTotal(ground.decision), latestGrants)))
      : refused(['grants']);
  const { rulebook, rule } = ground;
  const lines = rule.lines(facts(agreementYear), rulebook.agreement, due);
  return lines.ok ? lines : refused(lines.refusal.missing);
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
