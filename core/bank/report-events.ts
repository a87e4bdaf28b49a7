import type { Instant } from '../calendar/stockholm.ts';
import type { BankResult, PayeeCode, Person } from '../payment/events.ts';
import type { CaseId } from '../record/case-id.ts';

/**
 * What became of one thing that the bank reported.
 *
 * - `taken`: it changed what is known of a payment.
 * - `known`: it was known. `overtaken`: it tells of what came before something that is known. `noted`: it is about a payment and says
 *   nothing that money follows from.
 * - The others changed nothing and need a person: `unknown` leads to no payment of ours, or moved money in no way that we know;
 *   `not-sent` leads to one that was never sent, `amount-differs` to one of another amount or currency, `contradicts` to one of which
 *   the bank has said what cannot be true as well.
 */
export type ItemOutcome =
  | 'taken'
  | 'known'
  | 'overtaken'
  | 'noted'
  | 'unknown'
  | 'not-sent'
  | 'amount-differs'
  | 'contradicts';

/** The outcomes that a person must look at. */
export const outcomesForPeople: readonly ItemOutcome[] = [
  'unknown',
  'not-sent',
  'amount-differs',
  'contradicts',
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
  | 'same-id-other-content';

/** The file that a report came in: its SHA-256 is what it is known by, so the same file again is the same report. */
export type ReportFile = {
  readonly hash: string;
  readonly file: string;
  readonly bytes: number;
};

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
      /** Who sent it in, where it was not the bank itself. */
      readonly by?: Person;
    } & ReportFile)
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
      readonly reason: string;
    };
