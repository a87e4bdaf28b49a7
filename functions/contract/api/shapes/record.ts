import * as z from 'zod/mini';
import { hash } from '../requests.ts';
import { count, cursor, instant, text, who } from './scalars.ts';

export const Switch = z.strictObject({
  stopped: z.boolean(),
  stoppedBy: z.optional(who),
  at: z.optional(instant),
  reason: z.optional(text),
  /** The first of the two who lift it. */
  liftApprovedBy: z.optional(who),
  actions: z.array(
    z.strictObject({
      action: z.enum(['stop', 'lift']),
      allowed: z.boolean(),
      why: z.optional(z.strictObject({ code: text, text })),
    }),
  ),
  history: z.array(z.strictObject({ at: instant, event: text, by: who, reason: text })),
});

export const Verification = z.strictObject({
  headHash: hash,
  heads: z.array(z.strictObject({ stream: text, length: z.int(), hash })),
  findings: z.array(z.strictObject({ where: text, what: text })),
  events: count,
});

/** Events as they stand in the record: whoever has them all can verify the chain without us. */
export const Events = z.strictObject({
  events: z.array(
    z.strictObject({
      partition: text,
      stream: text,
      number: z.int(),
      event: z.unknown(),
      previous: hash,
      hash,
    }),
  ),
  next: cursor,
});
