import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { type Day, parseDay } from '../../core/calendar/day.ts';
import { parseInstant } from '../../core/calendar/stockholm.ts';
import { parseCaseId } from '../../core/record/case-id.ts';

// Without words of its own the small zod calls everything "Invalid input", and nobody learns what is wrong with it.
z.config(en());

/** No day, moment or case is longer as text. */
const MOST_PARSED = 100;

/** Text that a parser of core takes; what it says of bad text is what the caller reads. Of longer text it is given the beginning. */
function parsed<T>(parse: (text: string) => T) {
  return z.pipe(
    z.string(),
    z.transform((text, context) => {
      try {
        return parse(text.slice(0, MOST_PARSED + 1));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        context.issues.push({ code: 'custom', input: text, message });
        return z.NEVER;
      }
    }),
  );
}

export const caseId = parsed(parseCaseId);
export const instant = parsed(parseInstant);
/** A day of a year that there can be a payment in: near the ends of the calendar there is no bank day before, or after. */
export const day = parsed((text): Day => {
  const given = parseDay(text);
  if (given >= '2000-01-01' && given <= '2099-12-31') return given;
  throw new RangeError(`No day of a payment: ${given}. Allowed: 2000-01-01 to 2099-12-31.`);
});
/** EventBridge writes whole seconds: `2021-03-01T05:40:00Z`. */
const instantOfEvent = parsed((text) => parseInstant(text.replace(/(:\d{2})Z$/, '$1.000Z')));

/** A year that there can be an agreement or a budget of. */
export const year = z.int().check(z.minimum(2000), z.maximum(2099));

/** What every step of a case is given: which case, and when the state was entered. */
export const CaseStep = z.object({ case: caseId, now: instant });
export type CaseStep = z.infer<typeof CaseStep>;

/** How many events each stream held that a wait depends on: a longer one wakes it. */
export const watch = z.record(z.string(), z.number());
export type Watch = z.infer<typeof watch>;

export const purposes = ['inputs', 'approval', 'change', 'switch', 'bank', 'return'] as const;
export type Purpose = (typeof purposes)[number];

/** A wait hands out its token, and says what would wake it. */
export const Ask = z.object({
  case: caseId,
  now: instant,
  token: z.string(),
  purpose: z.enum(purposes),
  watch,
});
export type Ask = z.infer<typeof Ask>;

export const CloseCase = z.object({
  case: caseId,
  now: instant,
  outcome: z.enum(['paid', 'without-payment', 'nothing-due', 'refused', 'decided']),
});
export type CloseCase = z.infer<typeof CloseCase>;

export const SendReminders = z.object({ scheduledTime: instant });
export type SendReminders = z.infer<typeof SendReminders>;

/** What EventBridge tells of an object that was put into a bucket; what is left out here is of no use to us. */
export const ObjectCreated = z.object({
  time: instantOfEvent,
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    /** In a bucket that keeps every version the event says which one it is about. */
    object: z.object({ key: z.string(), 'version-id': z.optional(z.string()) }),
  }),
});
export type ObjectCreated = z.infer<typeof ObjectCreated>;

/** What the schedule tells the opener; or an engineer, or an execution that has grown old, who name a case that is to go on. */
export const OpenDue = z.object({
  scheduledTime: instant,
  goOn: z.optional(caseId),
  /** The execution that hands over, by its name: the next one comes after it, although it still runs. */
  after: z.optional(z.string()),
});
export type OpenDue = z.infer<typeof OpenDue>;

export const RedeliverAnswers = z.object({});
export type RedeliverAnswers = z.infer<typeof RedeliverAnswers>;

/** Told nothing: what is verified follows from the last anchor. */
export const VerifyEvents = z.object({});
export type VerifyEvents = z.infer<typeof VerifyEvents>;

export const VerifyRecord = z.object({ scheduledTime: instant });
export type VerifyRecord = z.infer<typeof VerifyRecord>;
