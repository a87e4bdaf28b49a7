import * as z from 'zod/mini';
import { hash } from '../requests.ts';
import { Need } from './people.ts';
import { Citation, Proposal } from './proposals.ts';
import { action, runState } from './run-words.ts';
import { Approval, HistoryEntry } from './runs.ts';
import { day, instant, lineKind, month, sek, text } from './scalars.ts';

export const Reconciliation = z.strictObject({
  year: z.int(),
  run: text,
  state: runState,
  missing: z.array(Need),
  proposal: z.optional(Proposal),
  approvals: z.array(Approval),
  actions: z.array(action),
  localDiscounts: z.array(z.strictObject({ region: text, sek })),
  history: z.array(HistoryEntry),
});

export const RegionSummary = z.strictObject({ region: text, name: text });

export const Regions = z.strictObject({ regions: z.array(RegionSummary) });

export const StatementMonth = z.strictObject({
  month,
  run: text,
  payDay: day,
  paidOn: z.optional(day),
  state: runState,
  totalSek: sek,
  /** What of it has reached the region: sent, by itself or again, and not sent back. */
  receivedSek: sek,
  /** What of it the bank sent back; it is paid again on its own, or with a later month as a line of that month. */
  returnedSek: z.optional(sek),
  /** What came back is a line of the region's next payment. */
  paidLater: z.optional(z.literal(true)),
  /** Every time that it was paid again on its own, and what of that the bank sent back too. */
  reissues: z.optional(
    z.array(
      z.strictObject({
        run: text,
        state: runState,
        paidOn: z.optional(day),
        sek,
        returnedSek: z.optional(sek),
      }),
    ),
  ),
  lines: z.array(
    z.strictObject({ kind: lineKind, text, sek, working: hash, cites: z.array(Citation) }),
  ),
});

export const Statement = z.strictObject({
  region: text,
  name: text,
  year: z.int(),
  grantSek: z.optional(sek),
  grantWorking: z.optional(hash),
  /** The run that the grant's working lies in. */
  grantRun: z.optional(text),
  months: z.array(StatementMonth),
  /** All that was sent for the year's months, arrived or not. */
  totalSek: sek,
  /** What of it has reached the region. */
  paidSek: sek,
  /** What came back and has not arrived since, nor stands in a later payment. */
  owedSek: sek,
  byKind: z.array(z.strictObject({ kind: lineKind, text, totalSek: sek })),
});

export const MonthStatement = z.strictObject({ region: text, name: text, ...StatementMonth.shape });

/** What is still to come: certain amounts, and ranges where an outcome is not known yet. */
export const Forecast = z.strictObject({
  region: text,
  name: text,
  year: z.int(),
  now: instant,
  items: z.array(
    z.strictObject({
      month,
      kind: lineKind,
      text,
      /** From and to are equal when the amount is certain; both absent when nothing is known. */
      fromSek: z.optional(sek),
      toSek: z.optional(sek),
      /** What it rests on: what is decided, finals that nobody has signed, assumed outcomes, or nothing yet. */
      basis: z.optional(z.enum(['decided', 'unsigned', 'range', 'unknown'])),
      /** How it was computed, in sentences, and from what. */
      how: text,
      cites: z.array(Citation),
    }),
  ),
});
