import type { NeedsGroup } from '../agreement/needs-groups.ts';
import type { Explained, Foreign, Inhabitants } from '../explain.ts';
import type { LineKind } from '../line-kinds.ts';
import type { Sek } from '../money/sek.ts';
import type { ByRegion } from '../regions.ts';
import { ok, type Result, refused } from '../result.ts';

/** What the year's grant is worked out from: all of it is needed. */
export interface AllocationFacts {
  /** Inhabitants per region and group on the agreement's population day. */
  readonly population: ByRegion<ReadonlyMap<NeedsGroup, Explained<Inhabitants>>>;
  /** Kronor per inhabitant of each group. */
  readonly priceTags: ReadonlyMap<NeedsGroup, Explained<Sek<'perInhabitant'>>>;
  /** Kronor per region and decided disease. */
  readonly solidarityCosts: ByRegion<readonly Explained<Sek>[]>;
  /** How far above the mean the second compensation level lies. */
  readonly secondLevel: Explained<Sek<'perInhabitant'>>;
}

/** Every region's amount of each line kind that State and SKR settle after the year, zeros included. */
export type Settlement = ReadonlyMap<LineKind, ByRegion<Explained<Sek>>>;

/**
 * What the lines of a payment month are worked out from. A fact that is not known yet is absent: unknown is not zero,
 * and a line that needs it is held.
 */
export interface PaymentFacts {
  /** The decided year's grant of the agreement year. */
  readonly grants?: ByRegion<Explained<Sek>>;
  readonly rebateForecast?: ByRegion<Explained<Sek>>;
  /** The forecast by which a released payout deducted; 'not-deducted' when none has. Absent while a release is under way. */
  readonly rebateDeducted?: ByRegion<Explained<Sek>> | 'not-deducted';
  readonly rebateFinal?: ByRegion<Explained<Sek>>;
  readonly benefitCost?: Explained<Sek>;
  readonly hepatitisCCost?: Explained<Sek>;
  /** Kronor for a euro on the day when IHSI was paid; 'not-requisitioned' when nobody has asked for the money. */
  readonly ihsiRate?: Explained<Foreign> | 'not-requisitioned';
  /** Every reported local discount of each region; an empty list where a region has none. */
  readonly localDiscounts?: ByRegion<readonly Explained<Sek>[]>;
  /** The settlement that State and SKR have signed, by line kind. */
  readonly settlement?: Settlement;
  /** Model costs, asked for only where the agreement shares national amounts by need. */
  readonly modelCosts?: ByRegion<Explained<Sek>>;
  /** Inhabitants, asked for only where the agreement shares national amounts by population. */
  readonly inhabitants?: ByRegion<Explained<Inhabitants>>;
}

export type FactName = keyof PaymentFacts;

/** Which facts somebody has yet to supply. */
export interface MissingFacts {
  readonly missing: readonly FactName[];
}

/** The named facts, all of them known, or the names of those that are not. */
export function known<Name extends FactName>(
  facts: PaymentFacts,
  names: readonly Name[],
): Result<Required<Pick<PaymentFacts, Name>>, MissingFacts> {
  const missing = names.filter((name) => facts[name] === undefined);
  if (missing.length > 0) return refused({ missing });
  return ok(facts as Required<Pick<PaymentFacts, Name>>);
}
