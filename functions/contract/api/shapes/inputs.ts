import * as z from 'zod/mini';
import { hash } from '../requests.ts';
import { count, inputYear, instant, sek, text, who } from './scalars.ts';

export const InputVersion = z.strictObject({
  year: inputYear,
  kind: text,
  version: z.int(),
  /** The part of the kind that this version is of: a decision, a day; empty when there is one only. */
  key: text,
  from: text,
  registeredAt: instant,
  registeredBy: who,
  documentHash: hash,
  registration: z.optional(text),
  /** The document itself, where it is kept: what it is called, its media type, its size. */
  document: z.optional(z.strictObject({ name: text, mediaType: text, bytes: z.int() })),
  hash,
  confirmed: z.boolean(),
  confirmedBy: z.optional(who),
  /** Who refused it and why, of a version that never counts. */
  refused: z.optional(
    z.strictObject({ at: instant, by: who, code: text, codeText: text, reason: text }),
  ),
  needsConfirmation: z.boolean(),
  /** Whether payments rest on it now. */
  inForce: z.boolean(),
});

export const InputKindSummary = z.strictObject({
  year: inputYear,
  kind: text,
  text,
  from: text,
  needsConfirmation: z.boolean(),
  versions: z.array(InputVersion),
  /** The runs that wait for it. */
  awaitedBy: z.array(text),
  canBeCsv: z.boolean(),
});

export const InputList = z.strictObject({ year: inputYear, kinds: z.array(InputKindSummary) });

export const InputVersions = InputKindSummary;

/** A content against the confirmed version before it. */
const Compared = z.strictObject({
  /** That version; absent when there is none, and everything is new. */
  against: z.optional(
    z.strictObject({
      version: z.int(),
      registeredAt: instant,
      registeredBy: who,
      confirmedBy: z.optional(who),
    }),
  ),
  /** The entries that differ, from what to what; without `before` it is new, without `after` it is gone. */
  changes: z.array(
    z.strictObject({
      entry: text,
      before: z.optional(text),
      after: z.optional(text),
      /** How much more, where both are whole numbers that count something. */
      change: z.optional(text),
    }),
  ),
  /** How many entries are the same in both. */
  same: count,
  /** Of a kind whose entries add up: what they come to. */
  sum: z.optional(
    z.strictObject({
      of: z.enum(['kronor', 'inhabitants']),
      before: z.optional(text),
      after: text,
      change: z.optional(text),
    }),
  ),
});

export const InputVersionInFull = z.strictObject({
  ...InputVersion.shape,
  content: z.unknown(),
  ...Compared.shape,
});

export const InputRegistered = z.strictObject({
  year: inputYear,
  kind: text,
  version: z.int(),
  hash,
  needsConfirmation: z.boolean(),
});

/** What a version would change, were it registered and, where needed, confirmed. Nothing was written. */
export const DryRun = z.strictObject({
  year: inputYear,
  kind: text,
  ...Compared.shape,
  runs: z.array(
    z.strictObject({
      run: text,
      /** What would become of the run: it goes on, its proposal is made anew, or it goes on waiting. */
      effect: z.enum(['proposed', 'proposed-anew', 'still-waiting', 'unchanged', 'nothing-due']),
      needs: z.array(text),
      totalBeforeSek: z.optional(sek),
      totalAfterSek: z.optional(sek),
      voidsApprovals: z.boolean(),
      regions: z.array(
        z.strictObject({
          region: text,
          beforeSek: z.optional(sek),
          afterSek: z.optional(sek),
          changeSek: sek,
        }),
      ),
    }),
  ),
});
