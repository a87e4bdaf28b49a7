import type { Instant } from '../calendar/stockholm.ts';
import type { BankResult, EntryPlace, MovementChoice } from '../payment/bank-words.ts';
import type { PayeeCode, Person } from '../payment/events.ts';
import type { CaseId } from '../record/case-id.ts';

/**
 * What became of one thing that the bank reported.
 *
 * - `taken`: it changed what is known of a payment.
 * - `known`: it was known. `overtaken`: it tells of what came before something that is known. `noted`: it is about a payment and says
 *   nothing that money follows from.
 * - The others changed nothing and need a person: `unknown` leads to no payment of ours, or moved money in no way that we know;
 *   `not-sent` leads to one that was never sent, `amount-differs` to one of another amount or currency, `contradicts` to one of which
 *   the bank has said what cannot be true as well. `moved-twice` is a second movement of a payment, which nobody ordered; `of-a-copy` a
 *   refusal that may be of a second copy of a file which the bank has; `stopped` that the bank has cancelled a payment or blocked it.
 */
export type ItemOutcome =
  | 'taken'
  | 'known'
  | 'overtaken'
  | 'noted'
  | 'unknown'
  | 'not-sent'
  | 'amount-differs'
  | 'contradicts'
  | 'moved-twice'
  | 'of-a-copy'
  | 'stopped';

/** The outcomes that a person must look at. */
export const outcomesForPeople: readonly ItemOutcome[] = [
  'unknown',
  'not-sent',
  'amount-differs',
  'contradicts',
  'moved-twice',
  'of-a-copy',
  'stopped',
];

export type ReportItem = {
  readonly outcome: ItemOutcome;
  readonly result: BankResult | 'other';
  readonly status: string;
  readonly code?: string;
  readonly words?: string;
  readonly endToEndId?: string;
  readonly messageId?: string;
  readonly case?: CaseId;
  readonly payee?: PayeeCode;
  readonly amount?: string;
  readonly currency?: string;
  readonly bankReference?: string;
  /** The reference of the entry in which it is, where that is another one. */
  readonly entryReference?: string;
  /** The day on which the account has it. */
  readonly day?: string;
  /** Where the report has the entry. */
  readonly place?: EntryPlace;
  /** The entry that names it moved another sum, and is an item of its own. */
  readonly within?: true;
  /** Which movement of the payment moved without an order, from 1: a person says what it was. */
  readonly movement?: number;
  /** The case's side of it, where the two differ: the amount that was sent, or what the bank said before. */
  readonly standing?: string;
};

/** Why a file could not be read at all. The file is kept; nothing follows from it but that a person must look. */
export type UnreadableCode =
  | 'not-utf-8'
  | 'too-large'
  | 'not-xml'
  | 'has-doctype'
  | 'unknown-format'
  | 'incomplete'
  | 'too-many-entries'
  | 'too-deep'
  | 'another-account';

/** The file that a report came in: its SHA-256 is what it is known by, so the same file again is the same report. */
export type ReportFile = {
  readonly hash: string;
  readonly file: string;
  readonly bytes: number;
};

/** The items of a report as they lie in pieces: the SHA-256 of all of them, by which their pieces are known, and how many they are. */
export type PiecesOfItems = { readonly content: string; readonly items: number };

/**
 * The stream `BANK#YYYY` / `report`: everything that the bank has sent, and what became of it. Items are numbered from 1 in the
 * order of the file.
 */
export type BankReportEvent =
  | ({
      readonly type: 'report-taken';
      readonly at: Instant;
      readonly format: string;
      readonly messageId: string;
      readonly createdAt: string;
      readonly items: readonly ReportItem[];
      /** Where the items follow in events of their own before this one, since one event does not hold them: which those are. */
      readonly pieces?: PiecesOfItems;
      /** Who sent it in, where it was not the bank itself. */
      readonly by?: Person;
    } & ReportFile)
  | {
      /** Some of the items of a report that is about to be taken. */
      readonly type: 'report-items';
      readonly content: string;
      readonly from: number;
      readonly items: readonly ReportItem[];
    }
  | ({
      readonly type: 'report-refused';
      readonly at: Instant;
      readonly code: UnreadableCode;
      readonly why: string;
      /** What the sentence is made of, so that it can be said in another language. */
      readonly facts: Readonly<Record<string, string>>;
      readonly by?: Person;
    } & ReportFile)
  | {
      readonly type: 'item-resolved';
      readonly at: Instant;
      readonly by: Person;
      readonly report: string;
      /** From 1; a report that was refused is its own item 1. */
      readonly item: number;
      /** What was decided of it, where money moved without an order. */
      readonly choice?: MovementChoice;
      readonly reason: string;
    };

/** What may be said of an item: of money that left without an order more than of money that came; nothing of one that moved none. */
export const choicesOf = ({ movement, result }: ReportItem): readonly MovementChoice[] => {
  if (movement === undefined) return [];
  return result === 'booked' ? ['booked-anew', 'bank-to-correct'] : ['bank-to-correct'];
};
