import * as z from 'zod/mini';
import { hash } from '../requests.ts';
import { inputYear, instant, sek, text, who } from './scalars.ts';

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
  hash,
  confirmed: z.boolean(),
  confirmedBy: z.optional(who),
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

export const InputVersionInFull = z.strictObject({
  ...InputVersion.shape,
  content: z.unknown(),
  /** Against the version that it replaces: which entries, from what to what. */
  changes: z.array(
    z.strictObject({ entry: text, before: z.optional(text), after: z.optional(text) }),
  ),
});

export const InputRegistered = z.strictObject({
  year: inputYear,
  kind: text,
  version: z.int(),
  needsConfirmation: z.boolean(),
});

/** What a version would change, were it registered and, where needed, confirmed. Nothing was written. */
export const DryRun = z.strictObject({
  year: inputYear,
  kind: text,
  changes: z.array(
    z.strictObject({ entry: text, before: z.optional(text), after: z.optional(text) }),
  ),
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
