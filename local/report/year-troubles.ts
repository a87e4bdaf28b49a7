import type { PayeeCode } from '../../core/payment/events.ts';

/** What can go otherwise than smoothly between the bank and us. */
export type TroubleKind =
  /** One payment was not carried out. */
  | 'rejected'
  /** No payment of a file was carried out. */
  | 'file-rejected'
  /** It came back while its run was open. */
  | 'returned'
  /** It came back when its run was closed as paid. */
  | 'returned-late'
  /** It left on a later day than it should have. */
  | 'booked-late'
  /** A report that says what was known. */
  | 'told-again'
  /** A report of what came before something that was known. */
  | 'out-of-order'
  /** A report of something that leads to no payment of ours, or cannot be true. */
  | 'leads-nowhere'
  /** A file that could not be read. */
  | 'unreadable';

/** Something that happened once. Of a report there is its file, of a payment its run, payee and kronor. */
export interface Trouble {
  /** YYYY-MM-DD: when it became known. */
  readonly on: string;
  readonly what: TroubleKind;
  readonly run?: string;
  readonly payee?: PayeeCode;
  readonly sek?: string;
  readonly code?: string;
  /** What became of a payment that came back: the run that sends it again, `next-month` or `booked-anew`; nothing while nobody has said. */
  readonly became?: string;
  readonly file?: string;
}

/** A payment that was sent again. */
export interface Reissue {
  readonly run: string;
  readonly payee: PayeeCode;
  readonly sek: string;
  readonly paidOn: string;
}

/** What a payee has come to. Kronor as text. */
export interface PayeeBalance {
  readonly payee: PayeeCode;
  /** What was sent and has not come back. */
  readonly paidSek: string;
  /** What came back and has not been sent again; below zero what it owes. As the journal has it. */
  readonly heldSek: string;
}

/** What did not go smoothly in a year, and where it has left the kronor. */
export interface YearTroubles {
  readonly troubles: readonly Trouble[];
  readonly reissues: readonly Reissue[];
  readonly payees: readonly PayeeBalance[];
}
