import { withoutZeros } from './agreement/line-rules.ts';
import type { Rulebook } from './agreement/rulebook.ts';
import type { Day } from './calendar/day.ts';
import type { Month } from './calendar/month.ts';
import type { Explained } from './explain.ts';
import type { LineKind } from './line-kinds.ts';
import { Sek } from './money/sek.ts';
import { type BalanceEntry, balances } from './payment/balances.ts';
import { composePayments, type RegionPayment } from './payment/compose.ts';
import type { ByRegion } from './regions.ts';
import { ok, type Result, refused } from './result.ts';
import type { AllocationFacts, FactName, PaymentFacts, Settlement } from './rules/facts.ts';
import type { AllocationRefusal } from './rules/grant/years-grant.ts';
import { interimInstalment } from './rules/instalment/interim-instalment.ts';
import { payDay } from './rules/instalment/pay-month.ts';

/** What a year is simulated from besides its agreement. */
export interface YearFacts {
  readonly allocation: AllocationFacts;
  /** Everything but the grants and the settlement, which the year itself works out. */
  readonly payment: Omit<PaymentFacts, 'grants' | 'settlement'>;
  /** The monthly totals of interim decisions, by payment month. */
  readonly interimTotals: ReadonlyMap<Month, Explained<Sek>>;
  /** The payment month whose instalment the reported local discounts reduce. */
  readonly discountMonth: Month;
}

export interface MonthPayment {
  readonly month: Month;
  readonly payDay: Day;
  readonly regions: ByRegion<RegionPayment>;
  readonly total: Sek;
}

export interface SimulatedYear {
  readonly grants: ByRegion<Explained<Sek>>;
  readonly settlement: Settlement;
  /** Every month in which money is due, ascending. */
  readonly months: readonly MonthPayment[];
  /** What each region still owes after the last month; a region that owes nothing is absent. */
  readonly stillOwed: ByRegion<Explained<Sek>>;
}

/** Why a year cannot be simulated. */
export type SimulationRefusal =
  | AllocationRefusal
  | { readonly kind: 'missing-facts'; readonly missing: readonly FactName[] };

/**
 * A whole agreement year by its rulebook, from the grants to the settlement, as it is paid when every input arrives in time:
 * the rules of production, without record, approvals and banks.
 */
export function simulateYear(
  rulebook: Rulebook,
  facts: YearFacts,
): Result<SimulatedYear, SimulationRefusal> {
  const grants = rulebook.allocate(facts.allocation);
  if (!grants.ok) return grants;
  const { rebateForecast } = facts.payment;
  const settlement = rulebook.reconcile({
    ...(rebateForecast && { rebateDeducted: rebateForecast }),
    ...facts.payment,
    grants: grants.value,
  });
  if (!settlement.ok) return refused({ kind: 'missing-facts', ...settlement.refusal });
  const known = { ...facts.payment, grants: grants.value, settlement: settlement.value };

  const due = dueLines(rulebook, known, facts);
  if (!due.ok) return due;
  const carried: BalanceEntry[] = [];
  const months = [...new Set(due.value.map(({ month }) => month))].sort().map((month) => {
    const ofMonth = due.value.filter((lines) => lines.month === month);
    const regions = composePayments(ofMonth, balances(carried));
    carried.push(...carriedIn(regions));
    const total = Sek.sum([...regions.values()].map((payment) => payment.total));
    return { month, payDay: payDay(month, rulebook.agreement), regions, total };
  });
  return ok({
    grants: grants.value,
    settlement: settlement.value,
    months,
    stillOwed: balances(carried),
  });
}

/** The lines of one kind that are due in one month. */
interface DueLines {
  readonly month: Month;
  readonly kind: LineKind;
  readonly lines: ByRegion<Explained<Sek>>;
}

/** Every line of the year but what is carried forward. A month and kind in which no region has a line is left out. */
function dueLines(
  { agreement, lines: rules }: Rulebook,
  known: PaymentFacts & Pick<SimulatedYear, 'grants'>,
  { interimTotals, discountMonth }: YearFacts,
): Result<readonly DueLines[], SimulationRefusal> {
  const due: DueLines[] = [...interimTotals].map(([month, total]) => ({
    month,
    kind: 'interim-instalment',
    lines: withoutZeros(interimInstalment(total, known.grants)),
  }));
  for (const { kind, dueMonths, lines: linesOf } of rules) {
    for (const month of kind === 'local-discount' ? [discountMonth] : dueMonths(agreement)) {
      const lines = linesOf(known, agreement, month);
      if (!lines.ok) return refused({ kind: 'missing-facts', ...lines.refusal });
      due.push({ month, kind, lines: lines.value });
    }
  }
  return ok(due.filter(({ lines }) => lines.size > 0));
}

/** What a month's payments carry to the next. */
const carriedIn = (payments: ByRegion<RegionPayment>): readonly BalanceEntry[] =>
  [...payments].flatMap(([region, { lines }]) => {
    const carried = lines.get('carried-forward');
    return carried ? [{ region, carried }] : [];
  });
