import * as z from 'zod/mini';
import { lineKinds } from '../../../core/line-kinds.ts';
import { hash, rejectionCodes } from './requests.ts';
import { roles } from './roles.ts';
import type { OperationId } from './routes.ts';

/**
 * What the API answers, by operation. Amounts are decimal text in kronor, days YYYY-MM-DD, moments RFC 3339 in UTC. Texts for
 * people are in the language that was asked for; codes and ids are the same in both.
 */

const sek = z.string().check(z.regex(/^-?(0|[1-9][0-9]*)$/));
const decimal = z.string().check(z.regex(/^-?[0-9]+(\.[0-9]+)?$/));
const day = z.string().check(z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/));
const month = z.string().check(z.regex(/^[0-9]{4}-[0-9]{2}$/));
const instant = z.string().check(z.regex(/^[0-9-]{10}T[0-9:.]+Z$/));
const text = z.string();
const count = z.int().check(z.minimum(0));
const right = z.enum(['attest', 'order', 'sign-state', 'sign-skr']);
/** A line of a payment; `grant` is a region's grant in the year's allocation. */
const lineKind = z.enum([...lineKinds, 'sol', 'ihsi', 'grant']);
/** One who acts, as others see them. */
const who = z.strictObject({ sub: text, name: text });
const cursor = z.optional(z.string());

export const caseKindNames = ['payout', 'requisition', 'opening', 'reconciliation'] as const;

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
const runState = z.enum(runStates);

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
const action = z.strictObject({
  action: z.enum(actionNames),
  allowed: z.boolean(),
  /** The problem's name and its text, when it is not allowed. */
  why: z.optional(z.strictObject({ code: text, text })),
});

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
    'prepare-again',
    'resolve-return',
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

export const RunSummary = z.strictObject({
  run: text,
  kind: z.enum(caseKindNames),
  year: z.int(),
  month: z.optional(month),
  state: runState,
  payDay: z.optional(day),
  paidOn: z.optional(day),
  totalSek: z.optional(sek),
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
      totalSek: z.optional(sek),
    }),
  ),
  release: z.optional(
    z.strictObject({
      messageId: text,
      fileHash: hash,
      orderedAt: instant,
      payDay: day,
      paidOn: day,
      voucher: z.optional(z.int()),
    }),
  ),
  returned: z.array(z.strictObject({ payee: text, sek: z.optional(sek), code: z.optional(text) })),
  rejectionCodes: z.array(z.strictObject({ code: z.enum(rejectionCodes), text })),
  actions: z.array(action),
  history: z.array(HistoryEntry),
  /** Whether releases are stopped, whatever this run has come to. */
  stopped: z.boolean(),
});

const change = z.strictObject({
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
  debtor: z.optional(z.strictObject({ name: text, account: text })),
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
      /** Payees of that month that get nothing now. */
      unpaidNow: z.optional(z.array(z.strictObject({ payee: text, name: text }))),
    }),
  ),
  decisions: z.array(text),
  warnings: z.array(text),
  without: z.array(z.strictObject({ needs: z.array(text), reason: text, by: text })),
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
  byKind: z.array(z.strictObject({ kind: lineKind, text, totalSek: sek })),
  needs: z.array(text),
});
export const Calendar = z.strictObject({
  year: z.int(),
  now: instant,
  potSek: sek,
  months: z.array(CalendarMonth),
  others: z.array(RunSummary),
  plannedSek: sek,
  paidSek: sek,
  adjustmentsSek: sek,
  /** What of the pot is not paid yet. */
  remainingSek: sek,
});

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

const inputYear = z.union([z.int(), z.literal('all')]);
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

/** What came of something that was done to a run. */
export const Done = z.strictObject({ run: text, state: runState });

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
  /** What of it the bank sent back; it is paid with a later month, as a line of that month. */
  returnedSek: z.optional(sek),
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
  paidSek: sek,
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

/** What each operation answers when it does what was asked, and with which status. */
export const answers = {
  describeApi: { status: 200, body: z.looseObject({ openapi: text }) },
  whoAmI: { status: 200, body: Me },
  listTasks: { status: 200, body: Tasks },
  listNotices: { status: 200, body: Notices },
  readCalendar: { status: 200, body: Calendar },
  listRuns: { status: 200, body: Runs },
  readRun: { status: 200, body: Run },
  readProposal: { status: 200, body: Proposal },
  readWorking: { status: 200, body: Working },
  readTimeline: { status: 200, body: Timeline },
  approveProposal: { status: 200, body: Done },
  rejectProposal: { status: 200, body: Done },
  withdrawApproval: { status: 200, body: Done },
  goWithout: { status: 200, body: Done },
  prepareAgain: { status: 200, body: Done },
  requestClose: { status: 200, body: Done },
  reportBank: { status: 200, body: Done },
  resolveReturn: { status: 200, body: Done },
  listRequisitions: { status: 200, body: Requisitions },
  createRequisition: { status: 201, body: Requisition },
  readRequisition: { status: 200, body: RequisitionInFull },
  listInputs: { status: 200, body: InputList },
  readInput: { status: 200, body: InputVersions },
  readInputVersion: { status: 200, body: InputVersionInFull },
  registerInput: { status: 201, body: InputRegistered },
  tryInput: { status: 200, body: DryRun },
  confirmInput: { status: 200, body: InputRegistered },
  signLocalDiscounts: { status: 201, body: InputRegistered },
  readReconciliation: { status: 200, body: Reconciliation },
  signReconciliation: { status: 200, body: Done },
  listRegions: { status: 200, body: Regions },
  readStatement: { status: 200, body: Statement },
  readMonthStatement: { status: 200, body: MonthStatement },
  readStatementWorking: { status: 200, body: Working },
  readForecast: { status: 200, body: Forecast },
  readSwitch: { status: 200, body: Switch },
  stopReleases: { status: 200, body: Switch },
  liftStop: { status: 200, body: Switch },
  verifyRecord: { status: 200, body: Verification },
  readEvents: { status: 200, body: Events },
} as const satisfies {
  readonly [Id in OperationId]: { readonly status: number; readonly body: z.ZodMiniType };
};
