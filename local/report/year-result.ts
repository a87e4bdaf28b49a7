import type { LineKind } from '../../core/line-kinds.ts';
import type { RegionCode } from '../../core/regions.ts';
import type { YearTroubles } from './year-troubles.ts';

/** What one region was sent in a month. Whole kronor as text; what is deducted is negative. */
export interface RegionPayment {
  readonly code: RegionCode;
  readonly totalSek: string;
  /** What of it is paid, by itself or again: sent, and not sent back. Absent where that is all. */
  readonly paidSek?: string;
  readonly lines: readonly { readonly kind: LineKind; readonly sek: string }[];
}

/** What was sent to the regions in a month. */
export interface MonthPayment {
  /** YYYY-MM. */
  readonly month: string;
  /** YYYY-MM-DD. */
  readonly payDay: string;
  readonly totalSek: string;
  /** What its regions have been paid of it. Absent where that is all. */
  readonly paidSek?: string;
  readonly regions: readonly RegionPayment[];
}

/** A one-off amount that was sent on requisition, what of it is paid, and when it was last sent. `rate` is kronor for a euro. */
export type RequisitionPayment = {
  readonly sek: string;
  /** Absent where that is all. */
  readonly paidSek?: string;
  readonly paidOn: string;
} & ({ readonly kind: 'sol' } | { readonly kind: 'ihsi'; readonly rate: string });

/** The whole year as it is reported: read from the record, and never recomputed from rules. */
export interface YearResult {
  readonly agreementYear: number;
  readonly potSek: string;
  /** By region; empty until the year's grants are decided. */
  readonly grants: Readonly<Partial<Record<RegionCode, string>>>;
  readonly payments: readonly MonthPayment[];
  readonly requisitions: readonly RequisitionPayment[];
  readonly vouchers: number;
  /** What did not go smoothly between the bank and us; absent when everything did. */
  readonly bank?: YearTroubles;
  readonly headHash: string;
}

/** Something that has not gone on. */
export interface Waiting {
  /** The run, e.g. payout-2022-02. */
  readonly what: string;
  readonly forWhat: string;
  /** YYYY-MM-DD. */
  readonly since: string;
}

/** A check that was made when a month was paid, and whether it held. */
export interface Check {
  readonly month: string;
  readonly name: string;
  readonly held: boolean;
}
