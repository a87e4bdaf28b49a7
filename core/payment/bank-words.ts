/**
 * What the bank says of one payment. `accepted` is a promise; `booked` has left the account; `rejected` never left it; `returned`
 * left it and came back.
 */
export type BankResult = 'accepted' | 'booked' | 'rejected' | 'returned';

/** Where a report of the bank's has an entry of the account: with it the bank names the entry where it gives no reference of its own. */
export type EntryPlace = {
  /** A statement lists each movement of the account once; a notification tells of some of them ahead of it. */
  readonly of: 'statement' | 'notification';
  /** The bank's id of it. */
  readonly id: string;
  /** Of what lies in several pages. */
  readonly page?: string;
  /** The bank's number of the entry (`NtryRef`); where it has none, which one it is on the page, from 1. */
  readonly entry: string | number;
};

/** What becomes of a payment that came back: sent again on its own, or paid with the region's next payment. */
export type ReturnChoice = 'reissue' | 'next-month';

/**
 * What a person says of money that moved without an order: the payment has been carried out with it after all, or it is wrong and
 * the bank is to move it back.
 */
export type MovementChoice = 'booked-anew' | 'bank-to-correct';
