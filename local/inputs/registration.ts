import type { Day } from '../../core/calendar/day.ts';
import type { InputContents } from '../../core/inputs/contents.ts';
import type { InputKind } from '../../core/inputs/kinds.ts';
import type { Requisition } from '../../core/payment/events.ts';
import type { InputFile } from './input-files.ts';

/** What can arrive, in the order in which things of one day are registered. */
export const arrivalOrder = [
  'payees',
  'population',
  'price-tags',
  'solidarity-costs',
  'second-level',
  'appropriation',
  'authorisation',
  'year-ended',
  'requisition',
  'rate',
  'rebate-forecast',
  'local-discounts',
  'outcomes',
  'rebate-final',
] as const satisfies readonly (InputKind | 'requisition')[];

interface Arrival {
  /** The simulated day on which a local official registers it, or SKR sends it. */
  readonly day: Day;
  /** The agreement year that it belongs to; for an appropriation its budget year. */
  readonly year: number;
  /** The authority or party that supplies it. */
  readonly from: string;
  /** Which file it was taken from, or 'requisition' for SKR's letter, which is composed and not read. */
  readonly document: InputFile | 'payees.json' | 'requisition';
  /** SHA-256 of that file's bytes; of the canonical content for a requisition. */
  readonly documentHash: string;
}

/** An input to register. Amounts are canonical decimal text. */
export type InputRegistration = {
  [K in InputKind]: Arrival & { readonly kind: K; readonly content: InputContents[K] };
}[InputKind];

/** A requisition that SKR sends. */
export interface RequisitionRegistration extends Arrival {
  readonly kind: 'requisition';
  readonly requisition: 'sol' | 'ihsi';
  readonly content: Requisition;
}

export type Registration = InputRegistration | RequisitionRegistration;
