import type { Sek } from '../money/sek.ts';
import type { PayeeCode } from '../payment/events.ts';
import type { CaseState } from '../payment/evolve.ts';
import type { PaymentProposal } from '../payment/proposal.ts';
import type { Voucher } from '../payment/voucher.ts';
import type { CaseId } from '../record/case-id.ts';

/** What a payment file says, as it was read from its bytes. Amounts as text, in kronor. */
export interface FiledPayments {
  readonly messageId: string;
  readonly payments: readonly { readonly endToEndId: string; readonly sek: string }[];
  /** Every control sum and number of transactions that the file gives; the group's and the payment's. */
  readonly controlSums: readonly string[];
  readonly counts: readonly string[];
}

/** The file as it was found: there is none, it cannot be read, or this is in it. */
export type FoundFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | ({ readonly kind: 'read' } & FiledPayments);

/** A proposal, as far as a tally looks at it. */
export type TalliedProposal = Pick<PaymentProposal, 'payments' | 'totalSek'>;

/** Everything that is written of one case's payment, each from the place where it is written. */
export interface CaseToTally {
  readonly case: CaseId;
  readonly state: CaseState;
  /** The stored proposals by their hashes. */
  readonly proposals: ReadonlyMap<string, TalliedProposal>;
  readonly file: FoundFile;
  /** The case's vouchers, of whichever year. */
  readonly vouchers: readonly Voucher[];
  /** The cases that send payments of this one again, by whose payment it is. */
  readonly reissues: ReadonlyMap<PayeeCode, CaseState>;
  /** The payouts, as far as they have come: a later one carries what came back and was let go to it. */
  readonly payouts: readonly CaseState[];
}

/**
 * What must be equal of a payment, in kronor and öre: prepared = approved = filed = settled + returned + outstanding; and that nothing
 * moved without an order.
 */
export interface TallyAmounts {
  readonly prepared: Sek;
  readonly approved: Sek;
  readonly filed: Sek;
  readonly settled: Sek;
  /** As its reversal is booked. */
  readonly returned: Sek;
  /** The bank has not answered; or it has, and the case has yet to take back what came back. */
  readonly outstanding: Sek;
  /** What moved on the account without an order, and has neither been moved back nor said to be the payment: left, less came. */
  readonly unordered: Sek;
  /** Of what came back: what nobody has been paid for yet, neither again nor with a later payment. */
  readonly held: Sek;
}

/** The amounts of a tally in the order in which a payment goes through them. */
export const tallyAmounts = [
  'prepared',
  'approved',
  'filed',
  'settled',
  'returned',
  'outstanding',
  'unordered',
  'held',
] as const satisfies readonly (keyof TallyAmounts)[];
