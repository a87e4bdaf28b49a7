import type { LineRule } from '../agreement/line-rules.ts';
import type { Corridor } from '../agreement/parameters.ts';
import type { Rulebook } from '../agreement/rulebook.ts';
import type { Citation } from '../agreement/sources.ts';
import type { Month } from '../calendar/month.ts';
import type { Explained } from '../explain.ts';
import type { Authorisation } from '../inputs/contents.ts';
import type { LineKind } from '../line-kinds.ts';
import { Sek } from '../money/sek.ts';
import type { DueItem } from '../payment/due.ts';
import { isGrant } from '../payment/due-in-payout.ts';
import { type ByRegion, byRegion, of, type RegionCode } from '../regions.ts';
import { riskCorridor } from '../rules/corridor/risk-corridor.ts';
import type { FactName, PaymentFacts } from '../rules/facts.ts';
import { interimInstalment } from '../rules/instalment/interim-instalment.ts';
import { interimTrueUp } from '../rules/instalment/interim-true-up.ts';
import { mayRebateSettlement } from '../rules/rebate/may-rebate-settlement.ts';
import { keyFact, nationalKey } from '../rules/settlement/national-key.ts';
import { type AssumedOutcomes, assumedOutcomes } from './assumed-outcomes.ts';
import { lineCites } from './line-cites.ts';
import type { ExpectedItem } from './year-items.ts';

/**
 * What is known of a line that is still to come: `decided` rests on what has been decided, signed or reported, `unsigned` on finals that State
 * and SKR have not signed, `range` on assumed outcomes; of the rest something is missing.
 */
export type Prospect =
  | { readonly basis: 'decided' | 'unsigned'; readonly amount: Sek }
  | {
      readonly basis: 'range';
      readonly low: Sek;
      readonly high: Sek;
      readonly assumed: AssumedOutcomes;
      readonly corridor: Corridor;
      readonly missing: readonly FactName[];
    }
  | { readonly basis: 'unknown'; readonly missing: readonly FactName[] };

/** One line that a region has still to expect. */
export type ForecastItem = Prospect & {
  /** The month of the payout that is expected to pay it. */
  readonly month: Month;
  /** The month in which it falls due. */
  readonly due: Month;
  /** It stands for all instalments of the year up to the month, less what has been paid of the year by then. */
  readonly settles?: true;
  readonly kind: LineKind;
  readonly cites: readonly Citation[];
};

/** What a forecast is made from besides the items that are still due. */
export interface ForecastContext {
  readonly rulebook: Rulebook;
  readonly facts: PaymentFacts;
  readonly interimTotal: (decision: Authorisation) => Explained<Sek>;
  /** The grants of the latest decided year before an agreement year: its interim payments are shared by them. */
  readonly latestGrants: (agreementYear: number) => ByRegion<Explained<Sek>> | undefined;
  /** Every line of the year's instalments and interim payments that has been released. */
  readonly grantReleased: ByRegion<readonly Explained<Sek>[]>;
}

/**
 * What each of these items will come to for a region, as far as anybody can know today, by the very rules that pay. Unknown is not
 * zero: an amount that nothing is known of has no figure.
 */
export function regionForecast(
  region: RegionCode,
  items: readonly ExpectedItem[],
  known: ForecastContext,
): readonly ForecastItem[] {
  const context = { ...known, facts: withExpectedDeduction(known.facts, items) };
  const forecast: ForecastItem[] = [];
  // Of the year's grant: what payouts before the one at hand are expected to pay.
  let before: Sek | undefined = Sek.zero;
  for (const item of items) {
    const prospect = prospectOf(item, before, region, context);
    const { month, due, kind, settles } = item;
    const cites = lineCites(kind, context.rulebook.agreement);
    forecast.push({ month, due, kind, cites, ...(settles && { settles }), ...prospect });
    if (isGrant(item) && item.agreementYear === context.rulebook.agreement.year)
      before = 'amount' in prospect ? before?.plus(prospect.amount) : undefined;
  }
  return forecast;
}

function prospectOf(
  { ground, due, month, settles }: ExpectedItem,
  before: Sek | undefined,
  region: RegionCode,
  context: ForecastContext,
): Prospect {
  if ('decision' in ground) return interim(ground.decision, region, context);
  if (settles) return settling(ground.rule, month, before, region, context);
  return agreed(ground.rule, due, region, context);
}

/** All instalments of the year up to a month, less what has been released of the year, and what is expected to be before it. */
function settling(
  rule: LineRule,
  month: Month,
  before: Sek | undefined,
  region: RegionCode,
  { facts, rulebook: { agreement }, grantReleased }: ForecastContext,
): Prospect {
  const cells = byRegion((): Explained<Sek>[] => []);
  for (const due of rule.dueMonths(agreement).filter((each) => each <= month)) {
    const lines = rule.lines(facts, agreement, due);
    if (!lines.ok) return { basis: 'unknown', missing: lines.refusal.missing };
    for (const [each, line] of lines.value) of(cells, each).push(line);
  }
  if (!before) return { basis: 'unknown', missing: ['grants'] };
  const owed = amountOf(interimTrueUp(cells, grantReleased), region);
  return { basis: 'decided', amount: owed.minus(before) };
}

/** As long as a deduction of the forecast is still to come, the final rebates are expected to be settled against it. */
export function withExpectedDeduction(
  { rebateDeducted, ...facts }: PaymentFacts,
  items: readonly DueItem[],
): PaymentFacts {
  const expected = items.some(({ kind }) => kind === 'rebate-forecast')
    ? facts.rebateForecast
    : rebateDeducted;
  return expected ? { ...facts, rebateDeducted: expected } : facts;
}

function interim(
  decision: Authorisation,
  region: RegionCode,
  { interimTotal, latestGrants }: ForecastContext,
): Prospect {
  const grants = latestGrants(decision.agreementYear);
  if (!grants) return { basis: 'unknown', missing: ['grants'] };
  return inRegion('decided', interimInstalment(interimTotal(decision), grants), region);
}

function agreed(
  rule: LineRule,
  due: Month,
  region: RegionCode,
  context: ForecastContext,
): Prospect {
  const { facts, rulebook } = context;
  if (rule.kind === 'ihsi-difference' && facts.ihsiRate === 'not-requisitioned')
    return { basis: 'unknown', missing: ['ihsiRate'] };
  const settled = rulebook.reconcile(facts);
  const lines = rule.lines(
    settled.ok ? { settlement: settled.value, ...facts } : facts,
    rulebook.agreement,
    due,
  );
  const signed = facts.settlement || !rule.needs.includes('settlement');
  if (lines.ok) return inRegion(signed ? 'decided' : 'unsigned', lines.value, region);
  const { missing } = lines.refusal;
  return missing.includes('settlement')
    ? withoutFinals(rule.kind, region, context)
    : { basis: 'unknown', missing };
}

/** What the settlement will hold of a kind while finals are missing: what is known of it, a range, or nothing. */
function withoutFinals(kind: LineKind, region: RegionCode, { rulebook, facts }: Known): Prospect {
  const { agreement, reconciliationNeeds } = rulebook;
  if (kind === 'rebate-settlement') return rebateSettlement(region, { rulebook, facts });
  const corridor = agreement.corridors.find((each) => each.kind === kind);
  if (corridor?.parts.length !== 1 || !facts[keyFact[agreement.nationalKey.value]])
    return { basis: 'unknown', missing: reconciliationNeeds.filter((name) => !facts[name]) };
  return corridorProspect(corridor, region, { rulebook, facts });
}

type Known = Pick<ForecastContext, 'rulebook' | 'facts'>;

/** The rebates' part of the settlement needs the two rebates only, and is known before the outcomes are. */
function rebateSettlement(region: RegionCode, { rulebook, facts }: Known): Prospect {
  const { rebateDeducted, rebateFinal } = facts;
  const { agreement } = rulebook;
  if (rebateDeducted && rebateFinal)
    return inRegion(
      'unsigned',
      mayRebateSettlement(rebateDeducted, rebateFinal, agreement),
      region,
    );
  const missing: readonly FactName[] = [
    // What somebody has yet to supply is the forecast: it has been deducted by nobody.
    ...(rebateDeducted ? [] : (['rebateForecast'] as const)),
    ...(rebateFinal ? [] : (['rebateFinal'] as const)),
  ];
  return { basis: 'unknown', missing };
}

/** A corridor of one cost: by its outcome when that is known, else between the assumed outcomes. */
function corridorProspect(
  corridor: Corridor,
  region: RegionCode,
  { rulebook, facts }: Known,
): Prospect {
  const [{ cost }] = corridor.parts;
  const fact = cost === 'benefits' ? 'benefitCost' : 'hepatitisCCost';
  const shares = nationalKey(facts, rulebook.agreement);
  const at = (outcome: Explained<Sek>) =>
    riskCorridor(corridor, new Map([[cost, outcome]]), shares);
  const outcome = facts[fact];
  if (outcome) return inRegion('unsigned', at(outcome), region);
  const assumed = assumedOutcomes(corridor);
  return {
    basis: 'range',
    low: amountOf(at(assumed.low), region),
    high: amountOf(at(assumed.high), region),
    assumed,
    corridor,
    missing: [fact],
  };
}

function inRegion(
  basis: 'decided' | 'unsigned',
  lines: ByRegion<Explained<Sek>>,
  region: RegionCode,
): Prospect {
  return { basis, amount: amountOf(lines, region) };
}

/** A region that a kind has no line for gets nothing of it. */
const amountOf = (lines: ByRegion<Explained<Sek>>, region: RegionCode): Sek =>
  lines.get(region)?.value ?? Sek.zero;
