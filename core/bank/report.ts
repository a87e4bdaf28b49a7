import type { BankResult, EntryPlace } from '../payment/bank-words.ts';

/** The messages of ISO 20022 that banks report by. Versions are text: banks change them, and what we read of them stays. */
export type ReportKind = 'pain.002' | 'camt.053' | 'camt.054';

/** What the bank says of one payment, or of a whole file when it names no payment. Amounts as text, exact, in the currency given. */
export type ReportedPayment = {
  readonly result: BankResult | 'other';
  /** As the bank wrote it: a status of pain.002, or a transaction code of camt. */
  readonly status: string;
  /** The reason code of ISO 20022, where there is one. */
  readonly code?: string;
  /** The bank's own words, where it gives some. */
  readonly words?: string;
  /** Our message, when the bank names it. */
  readonly messageId?: string;
  readonly endToEndId?: string;
  /** Of a booking without ids of payments: how many payments of the message it stands for. */
  readonly numberOfTransactions?: number;
  readonly amount?: string;
  readonly currency?: string;
  /** The bank's own reference of the booking: the payment's, else that of the entry of the account in which it is. */
  readonly bankReference?: string;
  /** That of the entry. */
  readonly entryReference?: string;
  /** The day on which the account has it, YYYY-MM-DD. */
  readonly day?: string;
  /** Where the report has the entry. */
  readonly place?: EntryPlace;
  /**
   * It moves money and does not say of which payment, or moves it in no way that a payment of ours can, or stands in an entry of the
   * account that moved less than it names: nothing follows from it but that a person must look.
   */
  readonly unclear?: true;
  /** The entry that names it moved another sum, and stands beside it as a whole: its money is the entry's. */
  readonly within?: true;
};

/** A report as it was read: the same words whatever message and version it came in. */
export type BankReport = {
  readonly kind: ReportKind;
  /** pain.002.001.10, camt.054.001.08, … */
  readonly format: string;
  /** The bank's own id of the message. */
  readonly messageId: string;
  /** As the bank wrote it. */
  readonly createdAt: string;
  /** The accounts that it is about, each as the bank names it; none of a report on orders. */
  readonly accounts: readonly string[];
  readonly payments: readonly ReportedPayment[];
};
