import * as z from 'zod/mini';
import { hash } from '../requests.ts';
import { roles } from '../roles.ts';
import { caseKindNames } from './run-words.ts';
import { day, instant, sek, text } from './scalars.ts';

export const Problem = z.looseObject({
  type: text,
  title: text,
  status: z.int(),
  detail: text,
  instance: z.optional(text),
  errors: z.optional(z.array(z.strictObject({ pointer: text, detail: text }))),
});

export const Me = z.strictObject({
  sub: text,
  name: text,
  roles: z.array(z.enum(roles)),
  /** The region whose statement this person may read. */
  region: z.optional(text),
  signedInAt: instant,
  now: instant,
  /** Whether the clock is a simulated one. */
  simulated: z.boolean(),
});

export const Need = z.strictObject({
  need: text,
  year: z.int(),
  from: text,
  holds: z.array(text),
  because: text,
  since: instant,
});

export const Task = z.strictObject({
  /** Absent where it is about no run: an input to confirm, a stop to lift. */
  run: z.optional(text),
  kind: z.optional(z.enum(caseKindNames)),
  /** What is waited for: an approval, an input, the bank, a person's decision on what came back. */
  task: z.enum([
    'attest',
    'order',
    'sign-state',
    'sign-skr',
    'register-input',
    'confirm-input',
    'correct-input',
    'prepare-again',
    'resolve-return',
    'resolve-bank-item',
    'report-bank',
    'lift-stop',
  ]),
  /** In a sentence. */
  text,
  since: instant,
  /** The day by which it must be done for the money to leave on its pay day. */
  by: z.optional(day),
  payDay: z.optional(day),
  late: z.boolean(),
  totalSek: z.optional(sek),
  proposal: z.optional(hash),
  mine: z.boolean(),
  /** Why it is not mine although my role has it. */
  why: z.optional(z.strictObject({ code: text, text })),
  /** What the bank reported: in which calendar year, the hash of its file, how many of its items are open. */
  bank: z.optional(z.strictObject({ year: z.int(), report: hash, openItems: z.int() })),
  /** Inputs: which stream and version. */
  input: z.optional(
    z.strictObject({
      year: z.union([z.int(), z.literal('all')]),
      kind: text,
      version: z.optional(z.int()),
    }),
  ),
});

export const Tasks = z.strictObject({ now: instant, tasks: z.array(Task) });

export const Notice = z.strictObject({
  at: instant,
  kind: text,
  to: text,
  run: z.optional(text),
  proposal: z.optional(hash),
  payDay: z.optional(day),
  text,
});

export const Notices = z.strictObject({ notices: z.array(Notice) });
