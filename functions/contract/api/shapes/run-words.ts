import * as z from 'zod/mini';
import { text } from './scalars.ts';

/** The words for how far a run has come and what may be done with it: the console says them in two languages. */
export const caseKindNames = [
  'payout',
  'requisition',
  'opening',
  'reconciliation',
  'reissue',
] as const;

/** How far a run has come. */
export const runStates = [
  'not-open',
  'preparing',
  'waiting-for-inputs',
  'waiting-for-approval',
  'half-approved',
  'approved',
  'rejected',
  'released',
  'returned',
  'paid',
  'decided',
  'refused',
  'closed-without-payment',
  'nothing-due',
] as const;

export const runState = z.enum(runStates);

/** What a person may do with a run, and if not, why not. */
export const actionNames = [
  'attest',
  'order',
  'sign-state',
  'sign-skr',
  'reject',
  'withdraw',
  'go-without',
  'prepare-again',
  'request-close',
  'report-bank',
  'resolve-return',
] as const;

export const action = z.strictObject({
  action: z.enum(actionNames),
  allowed: z.boolean(),
  /** The problem's name and its text, when it is not allowed. */
  why: z.optional(z.strictObject({ code: text, text })),
});
