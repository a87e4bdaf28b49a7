import * as z from 'zod/mini';
import { hash, movementChoices } from '../requests.ts';
import { caseKindNames } from './run-words.ts';
import { count, day, instant, month, sek, text, who } from './scalars.ts';

/** What became of one thing that the bank reported. What needs a person is `open` until somebody has looked at it. */
export const itemOutcomes = [
  'taken',
  'known',
  'overtaken',
  'noted',
  'unknown',
  'not-sent',
  'amount-differs',
  'contradicts',
  'moved-twice',
  'of-a-copy',
  'stopped',
] as const;

/** Amounts of the bank, exact to the öre. */
const money = z.string().check(z.regex(/^-?(0|[1-9][0-9]*)(\.[0-9]{1,5})?$/));

export const BankItem = z.strictObject({
  item: z.int(),
  outcome: z.enum(itemOutcomes),
  /** In a sentence: what the bank said, and what became of it. */
  text,
  open: z.boolean(),
  result: z.optional(z.enum(['accepted', 'booked', 'rejected', 'returned'])),
  code: z.optional(text),
  /** What the code means. */
  codeText: z.optional(text),
  endToEndId: z.optional(text),
  run: z.optional(text),
  payee: z.optional(text),
  amount: z.optional(money),
  currency: z.optional(text),
  bankReference: z.optional(text),
  /** The day on which the account has it. */
  day: z.optional(text),
  /** What can be said of it now, where money moved without an order and nobody has said so yet: one of these must be. */
  choices: z.optional(z.array(z.enum(movementChoices))),
  resolved: z.optional(
    z.strictObject({
      at: instant,
      by: who,
      choice: z.optional(z.enum(movementChoices)),
      reason: text,
    }),
  ),
});

/** One file of the bank's, and what became of everything in it. */
export const BankReport = z.strictObject({
  report: hash,
  file: text,
  at: instant,
  /** pain.002.001.10, camt.053.001.08, …; absent when it could not be read. */
  format: z.optional(text),
  /** The bank's own id of the message. */
  messageId: z.optional(text),
  state: z.enum(['taken', 'refused']),
  /** Why it was refused. */
  why: z.optional(text),
  open: z.boolean(),
  items: z.array(BankItem),
});

/** A payment file that has left, and how far it is. */
export const SentFile = z.strictObject({
  run: text,
  kind: z.enum(caseKindNames),
  /** What two people approved, and the file pays. */
  proposal: hash,
  messageId: text,
  fileHash: hash,
  orderedAt: instant,
  executionDay: day,
  payments: count,
  totalSek: sek,
  accepted: count,
  booked: count,
  cameBack: count,
  held: count,
});

export const Bank = z.strictObject({
  year: z.int(),
  files: z.array(SentFile),
  /** The newest first. */
  reports: z.array(BankReport),
  openItems: count,
});

/** What came of a report that was sent in: the same report again gives the same answer. */
export const BankReportTaken = z.strictObject({ ...BankReport.shape, again: z.boolean() });

/** What must be equal of one payee's payment, kronor and öre. */
export const TallyRow = z.strictObject({
  payee: text,
  name: text,
  prepared: money,
  approved: money,
  filed: money,
  settled: money,
  returned: money,
  /** Neither settled nor returned: the bank has not answered. */
  outstanding: money,
  /** What moved on the account without an order, and has not been moved back: left, less came. */
  unordered: money,
  /** Of what came back: what nobody has been paid for yet. */
  held: money,
  differs: z.array(text),
});

export const TallyRun = z.strictObject({
  run: text,
  paidOn: z.optional(day),
  holds: z.boolean(),
  rows: z.array(TallyRow),
  total: TallyRow,
});

/** What moved on the account by the bank's reports of a year and was taken for no payment. Sums: left, less came; of kronor only. */
export const Untaken = z.strictObject({
  /** In a clause each: what nobody has looked into. While there is some, the year does not hold. */
  open: z.array(text),
  openSek: money,
  /** How much a person has looked into. */
  lookedInto: count,
  lookedIntoSek: money,
});

export const Tally = z.strictObject({
  year: z.int(),
  holds: z.boolean(),
  runs: z.array(TallyRun),
  /** Per payee over all runs of the year. */
  rows: z.array(TallyRow),
  total: TallyRow,
  untaken: Untaken,
  /** What of the year's reports nobody has looked into: that the sums hold is then not yet that all is well. */
  openItems: count,
  /** Payments of the runs that came back, and of which nobody has said what is to become of them. */
  undecided: count,
});

export const AccountEntry = z.strictObject({
  account: text,
  name: text,
  counterpart: text,
  text,
  debitSek: z.optional(sek),
  creditSek: z.optional(sek),
});

export const AccountVoucher = z.strictObject({
  number: z.int(),
  key: text,
  run: text,
  day,
  text,
  entries: z.array(AccountEntry),
  cashSek: sek,
});

/** The budget year's vouchers, and what the appropriation was used for, month by month. */
export const Accounts = z.strictObject({
  year: z.int(),
  vouchers: z.array(AccountVoucher),
  /** Absent while no appropriation is registered for the year. */
  use: z.optional(
    z.strictObject({
      appropriationSek: sek,
      creditSek: sek,
      /** Of the credit, what the year before has used. */
      creditUsedBeforeSek: sek,
      paidBeforeSek: sek,
      /** What payments have taken room for and the journal does not hold yet: new payments are judged beside it. */
      orderedNotBookedSek: sek,
      months: z.array(
        z.strictObject({
          month,
          usedSek: sek,
          usedToDateSek: sek,
          /** What is left of the appropriation; below zero when the credit is used. */
          leftSek: sek,
          creditUsedSek: sek,
        }),
      ),
    }),
  ),
});
