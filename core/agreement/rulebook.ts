import type { Explained } from '../explain.ts';
import type { Sek } from '../money/sek.ts';
import type { ByRegion } from '../regions.ts';
import type { Result } from '../result.ts';
import type {
  AllocationFacts,
  FactName,
  MissingFacts,
  PaymentFacts,
  Settlement,
} from '../rules/facts.ts';
import { type AllocationRefusal, yearsGrant } from '../rules/grant/years-grant.ts';
import { reconciliation, reconciliationNeeds } from '../rules/settlement/reconciliation.ts';
import { agreement2021 } from './2021.ts';
import {
  corridorLines,
  ihsiDifferenceLines,
  instalmentLines,
  type LineRule,
  type LineRuleOf,
  localDiscountLines,
  rebateForecastLines,
  rebateSettlementLines,
} from './line-rules.ts';
import type { AgreementParameters } from './parameters.ts';

export type { LineRule, Lines } from './line-rules.ts';

/** Everything that one agreement year pays by: its parameters, and its rules in the agreement's own order. */
export interface Rulebook {
  readonly agreement: AgreementParameters;
  /** The line kinds of the year. Interim instalments are none of them: a decision orders those, not the agreement. */
  readonly lines: readonly LineRule[];
  /** Every region's grant of the year, or why there is none. */
  readonly allocate: (
    facts: AllocationFacts,
  ) => Result<ByRegion<Explained<Sek>>, AllocationRefusal>;
  /** The finals that the reconciliation waits for. */
  readonly reconciliationNeeds: readonly FactName[];
  /** What State and SKR sign after the year, or which finals are missing. */
  readonly reconcile: (facts: PaymentFacts) => Result<Settlement, MissingFacts>;
}

/** Puts an agreement together with its line rules. A line kind may come once. */
export function rulebookFrom(
  agreement: AgreementParameters,
  lineRules: readonly LineRuleOf[],
): Rulebook {
  return {
    agreement,
    lines: lineRules.map((rule) => rule(agreement)),
    allocate: (facts) => yearsGrant(facts, agreement),
    reconciliationNeeds: reconciliationNeeds(agreement),
    reconcile: (facts) => reconciliation(facts, agreement),
  };
}

/** The line rules of a gross grant with two corridors, in the order of the 2021 agreement. */
export const lineRules2021: readonly LineRuleOf[] = [
  instalmentLines,
  rebateForecastLines,
  ihsiDifferenceLines,
  localDiscountLines,
  rebateSettlementLines,
  corridorLines('corridor-benefits'),
  corridorLines('corridor-hepatitis-c'),
];

/** The rulebooks by which is paid: production's are the table of agreements below, tests give their own. */
export interface Rulebooks {
  /** The years that have a rulebook, ascending. */
  readonly years: readonly number[];
  /** The year's rulebook. Refuses a year without one, naming those there are; the latest is never used instead. */
  readonly of: (year: number) => Rulebook;
}

/** Rulebooks of some years, each year once. */
export function rulebooksOf(given: readonly Rulebook[]): Rulebooks {
  const byYear = new Map(given.map((rulebook) => [rulebook.agreement.year, rulebook]));
  const years = [...byYear.keys()].sort((a, b) => a - b);
  return {
    years,
    of: (year) => {
      const rulebook = byYear.get(year);
      if (rulebook) return rulebook;
      throw new RangeError(
        `There is no agreement module for ${year}. There is one for: ${years.join(', ')}.`,
      );
    },
  };
}

/** The agreements that have been signed. */
export const agreements: Rulebooks = rulebooksOf([rulebookFrom(agreement2021, lineRules2021)]);

/** The years that have an agreement module, ascending. */
export const agreementYears = agreements.years;

/** The year's rulebook of the signed agreements. */
export const rulebookOf = agreements.of;
