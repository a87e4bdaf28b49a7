import * as z from 'zod/mini';
import { Citation } from './proposals.ts';
import { cursor, day, decimal, instant, sek, text } from './scalars.ts';

export const Requisition = z.strictObject({
  requisition: text,
  year: z.int(),
  kind: z.enum(['sol', 'ihsi']),
  state: z.enum([
    'received',
    'refused',
    'accepted',
    'approved',
    'sent',
    'paid',
    'returned',
    'closed',
  ]),
  amount: z.strictObject({ currency: z.enum(['SEK', 'EUR']), value: decimal }),
  reference: text,
  submittedAt: instant,
  wishedPaymentDay: day,
  payDay: z.optional(day),
  paidOn: z.optional(day),
  paidSek: z.optional(sek),
  rate: z.optional(decimal),
  refusal: z.optional(z.strictObject({ code: text, text, cites: z.array(Citation) })),
});

export const RequisitionInFull = z.strictObject({
  ...Requisition.shape,
  contents: z.record(z.string(), z.unknown()),
  timeline: z.array(z.strictObject({ at: instant, state: text, text })),
});

export const Requisitions = z.strictObject({
  requisitions: z.array(Requisition),
  next: cursor,
});
