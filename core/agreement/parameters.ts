import type { Day } from '../calendar/day.ts';
import type { Month } from '../calendar/month.ts';
import type { Fraction } from '../money/fraction.ts';
import type { Rate } from '../money/rate.ts';
import type { Sek } from '../money/sek.ts';
import type { NeedsGroup } from './needs-groups.ts';
import type { Cited, SourceId } from './sources.ts';

/** A party that requisitions or is paid outside the regions' pot. */
export type Party = 'SKR' | 'E-hälsomyndigheten' | 'Kammarkollegiet';

/** Money that the agreement takes from the grant before it is shared among the regions. Kronor. */
export interface SetAside {
  readonly name: string;
  readonly amount: Cited<Sek>;
}

/** An outcome that a corridor looks at. The State's share of rebates is worked out from the final rebates. */
export type CorridorCost = 'benefits' | 'hepatitis-c' | 'state-share-of-rebates';

/** One share of an outcome: 100 % of benefits, 70 % of hepatitis C … Negative where it reduces the net. */
export interface CorridorPart {
  readonly cost: CorridorCost;
  readonly share: Cited<Rate>;
}

/**
 * A risk corridor: inside its limits nothing happens, outside them State and regions share the deviation.
 *
 * `limitsOn` says what the limits are compared with: 'cost' compares the cost itself and takes the deviation's `parts`
 * share afterwards, 'share-of-cost' compares the shares' sum.
 *
 * The rule is `corridor/risk-corridor`.
 */
export interface Corridor {
  readonly kind: CorridorKind;
  readonly lower: Cited<Sek>;
  readonly upper: Cited<Sek>;
  readonly limitsOn: 'cost' | 'share-of-cost';
  readonly parts: readonly [CorridorPart, ...CorridorPart[]];
  /** The State's share of what lies outside the limits. */
  readonly sharing: Cited<Rate>;
}

export type CorridorKind = 'corridor-benefits' | 'corridor-hepatitis-c' | 'corridor-net';

/** By what an amount that is one for the whole country is shared among the regions. */
export type SharingKey = 'years-grant' | 'needs-share' | 'population';

/** A one-off amount outside the regions' payments: fixed kronor, or euros at the rate of the payment day. */
export type RequisitionTerms =
  | RequisitionOf<'sol', { readonly in: 'sek'; readonly fixed: Cited<Sek> }>
  | RequisitionOf<
      'ihsi',
      {
        readonly in: 'eur';
        readonly euro: Cited<Fraction>;
        /** The kronor set aside for it before the rate is known. */
        readonly preliminary: Cited<Sek>;
      }
    >;

interface RequisitionOf<Kind extends string, Amount> {
  readonly kind: Kind;
  readonly requisitionedBy: Cited<Party>;
  /** The last day on which it may be received, Stockholm time; null when the agreement names none. */
  readonly lastDay: Cited<Day> | null;
  readonly amount: Amount;
}

/**
 * What one signed agreement says, as data: the numbers as printed, each with the place where it is written.
 *
 * Where the text is silent the value is a reading and cites `docs/readings.md`. A rule takes its numbers from here and
 * nowhere else. Another year is another module of this shape and, at most, another rule in its rulebook.
 */
export interface AgreementParameters {
  readonly year: number;
  readonly source: SourceId;
  readonly signed: Cited<Day>;
  readonly grant: {
    readonly parts: readonly SetAside[];
    readonly total: Cited<Sek>;
  };
  readonly pot: {
    /** The pot as printed; it is checked against total − set aside + unexplained. */
    readonly printed: Cited<Sek>;
    readonly setAside: readonly SetAside[];
    /** Kronor by which the printed pot differs from its parts (2026: 300 000). Zero where it adds up. */
    readonly unexplained: Cited<Sek>;
  };
  readonly needs: {
    readonly groups: Cited<readonly NeedsGroup[]>;
    readonly populationOn: Cited<Day>;
  };
  readonly solidarity: {
    /** How far above the mean a region's cost per inhabitant must be. */
    readonly gate: Cited<Sek<'perInhabitant'>>;
    /** 2021 says over the gate, 2026 at least at it. */
    readonly gateIs: Cited<'over' | 'at-least'>;
    /** 'mean': past the gate, compensation counts from the mean. 'gate': only what lies above the gate counts. */
    readonly countsFrom: Cited<'mean' | 'gate'>;
    readonly upToSecondLevel: Cited<Rate>;
    readonly aboveSecondLevel: Cited<Rate>;
    /** Who pays: taken off the pot before it is shared by need, or collected from every region per inhabitant. */
    readonly fundedBy: Cited<'pot' | 'per-inhabitant'>;
  };
  readonly instalments: {
    readonly count: Cited<number>;
    readonly firstCostMonth: Cited<Month>;
    readonly lagMonths: Cited<number>;
    readonly payDay: Cited<'first-weekday' | 'first-bank-day'>;
  };
  readonly rebate: {
    readonly stateShare: Cited<Rate>;
    /** The payment months of the forecast's deduction and of its settlement; null for a net grant, which has neither step. */
    readonly forecastMonth: Cited<Month> | null;
    readonly settlementMonth: Cited<Month> | null;
  };
  readonly reconciliation: {
    readonly opens: Cited<Day>;
    readonly settlementMonth: Cited<Month>;
  };
  readonly corridors: readonly Corridor[];
  readonly nationalKey: Cited<SharingKey>;
  readonly localDiscounts: {
    /** The first payment month that the report can reduce. */
    readonly fromMonth: Cited<Month>;
    /** The last day of the month in which SKR reports. */
    readonly reportedBy: Cited<Day>;
  };
  readonly requisitions: readonly RequisitionTerms[];
  readonly ihsiDifference: {
    readonly month: Cited<Month>;
    /** Differences up to this many kronor are let be (2026: 100 000). Zero counts every krona. */
    readonly onlyAbove: Cited<Sek>;
    /** What February does with euros that nobody requisitioned. */
    readonly unrequisitioned: Cited<'left-open' | 'returned-to-regions'>;
  };
}
