import * as z from 'zod/mini';
import { hash } from '../requests.ts';
import { count, day, decimal, instant, lineKind, sek, text, who } from './scalars.ts';

export const change = z.strictObject({
  sek,
  /** In per cent of the month before, with one decimal; absent when there was nothing to compare with. */
  percent: z.optional(decimal),
  /** Marked when it is out of the ordinary, and why. */
  outlier: z.optional(text),
});

export const ProposalLine = z.strictObject({
  kind: lineKind,
  sek,
  working: hash,
});

export const ProposalPayment = z.strictObject({
  payee: text,
  name: text,
  organisationNumber: z.optional(text),
  bankgiro: z.optional(text),
  plusgiro: z.optional(text),
  /** `bankgiro 990-1000`: where the money goes; absent where none does. */
  account: z.optional(text),
  payeeVersion: z.optional(z.int()),
  lines: z.array(ProposalLine),
  totalSek: sek,
  /** Against what the payee got in the month before; absent for other proposals than payouts. */
  change: z.optional(change),
});

export const RestsOn = z.strictObject({
  stream: text,
  year: z.union([z.int(), z.literal('all')]),
  kind: text,
  version: z.int(),
  hash,
  registeredBy: text,
  registeredByName: z.optional(text),
});

/** From one proposal of a run to another; `before` is absent of what is new, `after` of what is gone. */
const amountChange = {
  before: z.optional(sek),
  after: z.optional(sek),
  change,
};

/** What differs between two proposals of a run; what is the same in both is left out. */
export const ProposalChanges = z.strictObject({
  run: text,
  before: z.strictObject({ proposal: hash, number: z.int() }),
  after: z.strictObject({ proposal: hash, number: z.int() }),
  totalSek: z.strictObject({ before: sek, after: sek, change }),
  payDay: z.optional(z.strictObject({ before: day, after: day })),
  debtorAccount: z.optional(z.strictObject({ before: text, after: text })),
  payees: z.array(
    z.strictObject({
      payee: text,
      name: text,
      ...amountChange,
      lines: z.array(z.strictObject({ kind: lineKind, text, ...amountChange })),
    }),
  ),
  /** Payees that are paid to another account, or under another name. */
  accounts: z.array(
    z.strictObject({
      payee: text,
      before: z.strictObject({ name: text, account: text, payeeVersion: z.int() }),
      after: z.strictObject({ name: text, account: text, payeeVersion: z.int() }),
    }),
  ),
  inputs: z.array(
    z.strictObject({
      year: z.union([z.int(), z.literal('all')]),
      kind: text,
      before: z.optional(text),
      after: z.optional(text),
    }),
  ),
});

/** A payee that is new, or whose name or account is another than in the last payment to it. */
export const AccountChange = z.strictObject({
  payee: text,
  name: text,
  /** `bankgiro 990-1000`: where the money goes. */
  account: text,
  /** Where it went the last time, and by which run; absent of a payee that has never been paid. */
  before: z.optional(z.strictObject({ name: text, account: text, run: text })),
  payeeVersion: z.int(),
  registeredBy: z.optional(who),
  registeredAt: z.optional(instant),
  confirmedBy: z.optional(who),
});

/** Any proposal as it is shown: a payment's, an allocation's or a settlement's lines, per payee. */
export const Proposal = z.strictObject({
  run: text,
  proposal: hash,
  kind: z.enum(['payment', 'allocation', 'settlement']),
  number: z.int(),
  codeVersion: text,
  payDay: z.optional(day),
  onlyOnPayDay: z.optional(z.boolean()),
  budgetYear: z.optional(z.int()),
  debtor: z.optional(
    z.strictObject({
      name: text,
      organisationNumber: text,
      account: text,
      bic: text,
      bankAgreement: text,
      fileFormat: text,
      /** Where the debtor is, when payment files hold its address. */
      town: z.optional(text),
      /** The account behind a giro number, as the bank's statements name it. */
      iban: z.optional(text),
    }),
  ),
  /** The kinds that any line has, in the order of columns, with their totals. */
  kinds: z.array(
    z.strictObject({
      kind: lineKind,
      text,
      totalSek: sek,
      /** The month before had no line of this kind. */
      isNew: z.optional(z.boolean()),
    }),
  ),
  payments: z.array(ProposalPayment),
  totalSek: sek,
  /** The month that the changes are counted from. */
  comparedWith: z.optional(
    z.strictObject({
      run: text,
      totalSek: sek,
      change,
      /** Kinds of line that only one of the two months has: what they add or take, and where it is written. */
      explained: z.array(z.strictObject({ kind: lineKind, text, sek, cites: text })),
      /** What of the change they leave unexplained. */
      leftSek: sek,
      /** Payees of that month that get nothing now. */
      unpaidNow: z.optional(z.array(z.strictObject({ payee: text, name: text }))),
    }),
  ),
  decisions: z.array(text),
  warnings: z.array(text),
  without: z.array(z.strictObject({ needs: z.array(text), reason: text, by: text })),
  /** Of a payment: what is new or changed about where the money goes. */
  accounts: z.optional(z.array(AccountChange)),
  restsOn: z.array(RestsOn),
  agreements: z.array(z.strictObject({ year: z.int(), registration: text })),
  /** The sums that must be equal, each with both sides. */
  sums: z.array(z.strictObject({ name: text, left: text, right: text, holds: z.boolean() })),
});

/** A citation, with the document's title and address. */
export const Citation = z.strictObject({
  source: text,
  place: text,
  title: text,
  registration: z.optional(text),
  url: z.optional(text),
});

export const WorkingNode = z.strictObject({
  hash,
  node: z.enum(['input', 'parameter', 'step']),
  /** Exact: a whole number, or numerator/denominator. */
  exact: text,
  /** For reading: the amount with at most six decimals; `rounded` says that digits were left out. */
  shown: text,
  rounded: z.boolean(),
  unit: text,
  /** In a sentence: what this is or does. */
  text,
  /** Steps: the operation, the rule's id and its Swedish and English name, where it is written. */
  operation: z.optional(text),
  rule: z.optional(z.strictObject({ id: text, name: text })),
  cites: z.array(Citation),
  /** The arguments, in order; keys name them where the step is an allocation or a split. */
  of: z.array(hash),
  keys: z.optional(z.array(text)),
  key: z.optional(text),
  count: z.optional(z.int()),
  instalment: z.optional(z.int()),
  /** Inputs: which row of which version. Parameters: its name in the agreement's module. */
  row: z.optional(text),
  name: z.optional(text),
  source: z.optional(
    z.strictObject({
      stream: text,
      year: z.union([z.int(), z.literal('all')]),
      kind: text,
      version: z.int(),
      hash,
    }),
  ),
});

export const Working = z.strictObject({
  root: hash,
  /** The root first; what lies deeper than was asked for is named in `of` and absent here. */
  nodes: z.array(WorkingNode),
  /** What is written at the places that the nodes cite, word for word where it is kept, for their rule; of a reading what it comes to. */
  quotes: z.array(
    z.strictObject({
      source: text,
      place: text,
      rule: z.optional(text),
      passages: z.array(text),
    }),
  ),
  /**
   * All of it as the documents print it, where that was asked for: each row before those that it is made of, which are one deeper. A row
   * with `more` has a working of its own that is not here.
   */
  rows: z.optional(
    z.array(z.strictObject({ hash, depth: count, text, amount: text, more: z.boolean() })),
  ),
});
