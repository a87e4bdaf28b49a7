import * as z from 'zod/mini';
import { hash, rejectionCodes } from '../requests.ts';
import { Need } from './people.ts';
import { action, caseKindNames, runState } from './run-words.ts';
import { count, cursor, day, instant, lineKind, month, right, sek, text, who } from './scalars.ts';

export const RunSummary = z.strictObject({
  run: text,
  kind: z.enum(caseKindNames),
  year: z.int(),
  month: z.optional(month),
  state: runState,
  payDay: z.optional(day),
  paidOn: z.optional(day),
  totalSek: z.optional(sek),
  /** What of it has been paid by the run itself: sent, and not sent back. Absent before the release. */
  paidSek: z.optional(sek),
  proposal: z.optional(hash),
  /** Names of what is missing; empty when nothing is. */
  needs: z.array(text),
  since: z.optional(instant),
});

export const Runs = z.strictObject({ runs: z.array(RunSummary), next: cursor });

export const Approval = z.strictObject({ right, by: who, at: instant, proposal: hash });

/** Something that happened in a run: what, when, by whom, with the words that were given. */
export const HistoryEntry = z.strictObject({
  at: instant,
  event: text,
  text,
  by: z.optional(who),
  right: z.optional(right),
  proposal: z.optional(hash),
  code: z.optional(text),
  reason: z.optional(text),
});

export const Run = z.strictObject({
  ...RunSummary.shape,
  rights: z.array(right),
  approvals: z.array(Approval),
  missing: z.array(Need),
  goingWithout: z.array(z.strictObject({ needs: z.array(text), reason: text, by: text })),
  warnings: z.array(text),
  proposals: z.array(
    z.strictObject({
      number: z.int(),
      proposal: hash,
      at: instant,
      state: z.enum(['standing', 'rejected', 'voided', 'released', 'decided']),
      because: z.optional(text),
      /** Who rejected it. */
      by: z.optional(who),
      /** Who had approved it; of one that does not hold any more their approvals have lapsed. */
      approvals: z.array(z.strictObject({ right, by: who })),
      totalSek: z.optional(sek),
    }),
  ),
  release: z.optional(
    z.strictObject({
      /** What two people approved, and the file pays. */
      proposal: hash,
      messageId: text,
      fileHash: hash,
      orderedAt: instant,
      payDay: day,
      paidOn: day,
      voucher: z.optional(z.int()),
    }),
  ),
  /** Every payment that was sent to the bank, and how far it is; empty before the release. */
  sent: z.array(
    z.strictObject({
      payee: text,
      name: text,
      sek,
      endToEndId: text,
      status: z.enum(['sent', 'accepted', 'booked', 'rejected', 'returned']),
      code: z.optional(text),
      /** What the bank's code means. */
      codeText: z.optional(text),
      /** It came back, and nobody has said what is to become of it. */
      held: z.boolean(),
      /** Money has moved beside it, and nobody has said what it was. */
      movedBeside: z.optional(z.literal(true)),
      choice: z.optional(z.enum(['reissue', 'next-month'])),
      /** Who said so, when and why. */
      resolved: z.optional(z.strictObject({ at: instant, by: who, reason: text })),
      /** The run that sends it again. */
      reissue: z.optional(text),
    }),
  ),
  /** Of a reissue: whose payment it sends again. */
  reissues: z.optional(z.strictObject({ run: text, payee: text })),
  rejectionCodes: z.array(z.strictObject({ code: z.enum(rejectionCodes), text })),
  actions: z.array(action),
  history: z.array(HistoryEntry),
  /** Whether releases are stopped, whatever this run has come to. */
  stopped: z.boolean(),
});

/** The workflow of a run as a person reads it, oldest first. */
export const TimelineEntry = z.strictObject({
  execution: text,
  state: text,
  text,
  kind: z.enum(['task', 'wait', 'end']),
  enteredAt: instant,
  leftAt: z.optional(instant),
  /** How often the step was tried again. */
  retries: count,
  outcome: z.optional(z.enum(['succeeded', 'failed', 'caught'])),
  error: z.optional(text),
});

export const Timeline = z.strictObject({
  executions: z.array(
    z.strictObject({
      name: text,
      status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
      startedAt: instant,
      endedAt: z.optional(instant),
      transitions: count,
    }),
  ),
  entries: z.array(TimelineEntry),
});

/** The grant year's months, planned and paid. */
export const CalendarMonth = z.strictObject({
  month,
  run: text,
  payDay: day,
  state: runState,
  /** The agreement year's twelfth of that month, when it is one of its instalments. */
  plannedSek: z.optional(sek),
  totalSek: z.optional(sek),
  /** What of it has been paid, by itself or again: sent, and not sent back. Absent before the release. */
  paidSek: z.optional(sek),
  byKind: z.array(
    z.strictObject({ kind: lineKind, text, totalSek: sek, paidSek: z.optional(sek) }),
  ),
  needs: z.array(text),
});

export const Calendar = z.strictObject({
  year: z.int(),
  now: instant,
  potSek: sek,
  months: z.array(CalendarMonth),
  others: z.array(RunSummary),
  plannedSek: sek,
  /** What of the pot has been paid, by itself, again or with a later payment. */
  paidSek: sek,
  adjustmentsSek: sek,
  /** What of the pot is not paid yet; what came back and waits is among it. */
  remainingSek: sek,
  /** What all the months have paid, of whatever year and kind. */
  totalPaidSek: sek,
  /** What of the months came back and has been paid neither again nor with a later payment. */
  owedSek: sek,
});

/** What came of something that was done to a run. */
export const Done = z.strictObject({ run: text, state: runState });
