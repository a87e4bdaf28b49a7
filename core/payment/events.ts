import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/stockholm.ts';
import type { Giro } from '../inputs/giro.ts';
import type { CaseId } from '../record/case-id.ts';
import type { RegionCode } from '../regions.ts';
import type { BankResult, EntryPlace, MovementChoice, ReturnChoice } from './bank-words.ts';

/** Who did something, as their token said: the subject is what tells two people apart. */
export type Person = {
  readonly sub: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly signedInAt: Instant;
};

/**
 * The rights by which a case is approved. Payments and the year's allocation need attest and order by two people; the
 * reconciliation needs the signatures of State and SKR.
 *
 * @sv attest, utanordning, underskrift
 */
export type Right = 'attest' | 'order' | 'sign-state' | 'sign-skr';

/** What a case waits for: which input or decision, from whom, and which lines cannot be made without it. */
export type Need = {
  readonly need: string;
  readonly year: number;
  readonly from: string;
  readonly holds: readonly string[];
  readonly because: string;
  /** The case that has to be done first, where it is no input that is missing. */
  readonly case?: CaseId;
};

/** A version of an input that a proposal was made from, and who registered it (they may not approve the proposal). */
export type RestsOn = {
  readonly stream: string;
  readonly version: number;
  /** The stream's event that made the version count: with none after it, the version still does. */
  readonly event: number;
  readonly hash: string;
  readonly registeredBy: string;
  /** Something was paid by this version, and that is what is settled: a newer one makes the proposal no older. */
  readonly asPaid?: true;
};

/** A proposed payment's total and its pay day; a rate of the day makes it hold on that day only. */
export type PaymentTerms = {
  readonly totalSek: string;
  readonly payDay: Day;
  readonly onlyOnPayDay: boolean;
  /** The agreement years whose interim payments it settles: while it stands, no other payout pays them. */
  readonly truesUp?: readonly number[];
};

/** Why a line goes unpaid this month although it is due: by whose word, and the reason. It stays due. */
export type GoingWithout = {
  readonly needs: readonly string[];
  readonly reason: string;
  readonly by: string;
};

/** What SKR asks for, as in Bilaga 2 of the 2026 agreement. Amounts are text in the unit their name says. */
export type Requisition = {
  readonly organisation: string;
  readonly organisationNumber: string;
  readonly contact: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly agreementRegistration: string;
  readonly decisionRegistration: string;
  readonly agreementName: string;
  readonly amount: { readonly currency: 'SEK' | 'EUR'; readonly value: string };
  readonly period: string;
  readonly reference: string;
  readonly signatory: string;
  readonly wishedPaymentDay: Day;
} & Giro;

/**
 * A `carried-forward` line as released: what the region's next payment begins with is its opposite. A payment that came back
 * from the bank is entered as minus its amount.
 */
export type Carried = {
  readonly region: RegionCode;
  readonly sek: string;
  readonly working: string;
};

/** Who is paid: a region, or SKR. */
export type PayeeCode = RegionCode | 'SKR';

/** A payment as it was ordered of the bank: nobody is sent nothing. */
export type SentPayment = {
  readonly payee: PayeeCode;
  /** By which the bank names it in every report. */
  readonly endToEndId: string;
  readonly sek: string;
};

export type BankWord = {
  readonly payee: PayeeCode;
  readonly result: BankResult;
  /** The bank's reason, of what did not reach the payee: a code of ISO 20022. */
  readonly code?: string;
  /** Of what moved on the account: the bank's own references of it, and the day on which the account has it. */
  readonly reference?: string;
  /** That of the entry of the account in which it is, where that is another one. */
  readonly entryReference?: string;
  readonly day?: string;
  readonly place?: EntryPlace;
  /** Of which movement, from 1, if not simply the next: a known one named more closely, or one beside the payment. */
  readonly movement?: number;
  /** The money moved without an order from here. */
  readonly unordered?: true;
};

/** How the bank's word reached us: in a file, by the hash of its bytes, or by somebody who read it and says so. */
export type BankSource =
  | {
      readonly report: string;
      /** From 2 on, of a report of so many words that one event does not hold them. */
      readonly part?: number;
    }
  | { readonly by: Person; readonly reason: string };

/** A payment that came back, as its reversal was booked. */
export type TakenBack = {
  readonly payee: PayeeCode;
  readonly sek: string;
  readonly code: string;
  readonly voucherKey: string;
};

/**
 * Everything that can happen to a case, in the words of the people who do it. Events are facts: they are appended and
 * never changed. None holds a random id, a token or a wall-clock time, so the same year gives the same bytes.
 */
export type CaseEvent =
  | { readonly type: 'opened'; readonly at: Instant; readonly case: string }
  | {
      readonly type: 'submitted';
      readonly at: Instant;
      readonly by: Person;
      readonly requisition: Requisition;
    }
  | { readonly type: 'accepted'; readonly at: Instant }
  | {
      readonly type: 'refused';
      readonly at: Instant;
      readonly code: string;
      readonly reason: string;
      readonly cites: readonly string[];
    }
  | { readonly type: 'waiting'; readonly at: Instant; readonly needs: readonly Need[] }
  | {
      readonly type: 'going-without';
      readonly at: Instant;
      readonly by: Person;
      readonly needs: readonly string[];
      readonly reason: string;
    }
  | {
      readonly type: 'proposed';
      readonly at: Instant;
      readonly number: number;
      readonly proposal: string;
      /** What a payment adds: its total, and when it is due. Other proposals have none. */
      readonly payment?: PaymentTerms;
      readonly restsOn: readonly RestsOn[];
      readonly warnings: readonly string[];
    }
  | {
      /**
       * Of a reconciliation: a payout is about to release the deduction of the year's forecast of rebates. Stands before the
       * payout's `release-ordered`, in the stream that the signatures go to, so that one of the two is first.
       */
      readonly type: 'deduction-begun';
      readonly at: Instant;
      readonly case: string;
      readonly proposal: string;
    }
  | {
      readonly type: 'approved';
      readonly at: Instant;
      readonly right: Right;
      readonly proposal: string;
      readonly by: Person;
    }
  | {
      readonly type: 'rejected';
      readonly at: Instant;
      readonly right: Right;
      readonly proposal: string;
      readonly by: Person;
      readonly code: string;
      readonly reason: string;
    }
  | {
      readonly type: 'withdrawn';
      readonly at: Instant;
      readonly right: Right;
      readonly proposal: string;
      readonly by: Person;
      readonly reason: string;
    }
  | {
      readonly type: 'voided';
      readonly at: Instant;
      readonly proposal: string;
      readonly because: string;
    }
  | {
      readonly type: 'release-ordered';
      readonly at: Instant;
      readonly proposal: string;
      readonly voucherKey: string;
      readonly messageId: string;
      readonly fileHash: string;
      readonly payDay: Day;
      readonly paidOn: Day;
      readonly paid: readonly string[];
      readonly carried: readonly Carried[];
      readonly sent: readonly SentPayment[];
    }
  | {
      readonly type: 'bank-reported';
      readonly at: Instant;
      readonly messageId: string;
      readonly words: readonly BankWord[];
      readonly source: BankSource;
    }
  | {
      readonly type: 'settled';
      readonly at: Instant;
      readonly totalSek: string;
    }
  | {
      readonly type: 'returned';
      readonly at: Instant;
      readonly payments: readonly TakenBack[];
    }
  | {
      readonly type: 'return-resolved';
      readonly at: Instant;
      readonly by: Person;
      readonly payee: PayeeCode;
      readonly choice: ReturnChoice;
      readonly reason: string;
    }
  | {
      readonly type: 'movement-decided';
      readonly at: Instant;
      readonly by: Person;
      readonly payee: PayeeCode;
      /** Which of the payment's movements, from 1. */
      readonly movement: number;
      readonly choice: MovementChoice;
      readonly reason: string;
    }
  | {
      readonly type: 'recorded';
      readonly at: Instant;
      readonly paidSek: string;
      readonly rate?: string;
      readonly differenceSek?: string;
    }
  | {
      readonly type: 'reopened';
      readonly at: Instant;
      readonly by: Person;
      readonly reason: string;
    }
  | { readonly type: 'decided'; readonly at: Instant; readonly proposal: string }
  | {
      readonly type: 'close-requested';
      readonly at: Instant;
      readonly by: Person;
      readonly reason: string;
    }
  | { readonly type: 'closed'; readonly at: Instant; readonly outcome: Outcome };

/** How a case ended. Lines of a payout that ended without payment stay due for the next one. */
export type Outcome = 'paid' | 'without-payment' | 'nothing-due' | 'refused' | 'decided';
