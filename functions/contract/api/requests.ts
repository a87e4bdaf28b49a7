import * as z from 'zod/mini';
import { regionCodes } from '../../../core/regions.ts';
import { matching } from '../matching.ts';
import { caseId, day, year } from '../steps.ts';
import type { OperationId } from './routes.ts';

/** A SHA-256 as 64 hex digits. */
export const hash = matching(/^[0-9a-f]{64}$/, '64 hex digits, 0–9 and a–f');

/** Why somebody does something, in their own words. */
const reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(2000));

/** Why a proposal is sent back or an approval taken back, for those who count such things. */
export const rejectionCodes = [
  'wrong-amount',
  'wrong-payee',
  'wrong-input',
  'missing-input',
  'no-authority',
  'other',
] as const;

/** Why a second person refuses a version of an input, for those who count such things. */
export const inputRefusalCodes = [
  'unlike-document',
  'wrong-document',
  'unexplained-change',
  'other',
] as const;

const amount = matching(
  /^[1-9][0-9]{0,14}(\.[0-9]{1,2})?$/,
  'an amount above 0, such as 7000000.00',
);
const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** Years in paths are text. */
const yearText = z.pipe(matching(/^[0-9]{4}$/, 'a year, YYYY'), z.pipe(z.transform(Number), year));
const monthText = matching(/^[0-9]{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');
const numberText = z.pipe(
  matching(/^[1-9][0-9]{0,5}$/, 'a whole number from 1'),
  z.transform(Number),
);

/** What stands in the path, by the name in its braces. */
export const parameters = {
  run: caseId,
  year: yearText,
  month: monthText,
  proposal: hash,
  before: hash,
  working: hash,
  requisition: caseId,
  kind: matching(/^[a-z-]{3,40}$/),
  version: numberText,
  region: z.enum(regionCodes),
  report: hash,
  item: numberText,
  format: z.enum(['xlsx', 'csv', 'sie']),
} as const;

/** The payees are nobody's year: they lie under `all`. */
export const inputYear = z.union([z.literal('all'), yearText]);

/** Giro numbers are printed with a hyphen; which digits are right is checked apart (core/inputs). */
const giro = z.union([
  z.strictObject({ bankgiro: matching(/^[0-9]{3,4}-[0-9]{4}$/) }),
  z.strictObject({ plusgiro: matching(/^[0-9]{1,7}-[0-9]$/) }),
]);

/** A requisition as in Bilaga 2 of the 2026 agreement. */
export const CreateRequisition = z.strictObject({
  year,
  kind: z.enum(['sol', 'ihsi']),
  organisation: line,
  /** Ten digits with a hyphen before the last four; the last is a check digit. */
  organisationNumber: matching(/^[0-9]{6}-[0-9]{4}$/),
  contact: line,
  address: line,
  phone: line,
  email: matching(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'an e-mail address', 200),
  agreementRegistration: line,
  decisionRegistration: line,
  agreementName: line,
  amount: z.strictObject({ currency: z.enum(['SEK', 'EUR']), value: amount }),
  period: line,
  account: giro,
  reference: line,
  signatory: line,
  wishedPaymentDay: day,
});

/** The proposal that one has read, by the hash of its bytes. */
export const ApproveProposal = z.strictObject({
  right: z.enum(['attest', 'order']),
  proposal: hash,
});
export const SignReconciliation = z.strictObject({
  right: z.enum(['sign-state', 'sign-skr']),
  proposal: hash,
});
const answer = z.strictObject({
  right: z.enum(['attest', 'order', 'sign-state', 'sign-skr']),
  proposal: hash,
  code: z.enum(rejectionCodes),
  reason,
});
export const RejectProposal = answer;
export const WithdrawApproval = answer;
export const GoWithout = z.strictObject({
  needs: z.array(line).check(z.minLength(1), z.maxLength(50)),
  reason,
});
/** For what is done with a reason and nothing else. */
export const WithReason = z.strictObject({ reason });
/** What becomes of one payment that came back. SKR's has no next month. */
export const ResolveReturn = z.strictObject({
  payee: z.enum([...regionCodes, 'SKR']),
  choice: z.enum(['reissue', 'next-month']),
  reason,
});
/** What can be said of money that moved without an order. */
export const movementChoices = ['booked-anew', 'bank-to-correct'] as const;
/** What an item of the bank's was; of money that moved without an order also what becomes of it. */
export const ResolveBankItem = z.strictObject({
  choice: z.optional(z.enum(movementChoices)),
  reason,
});
/** A report of the bank's as it was sent: pain.002, camt.053 or camt.054, as text. */
export const TakeBankReport = z.strictObject({
  /** The name that the file had at the bank. */
  file: line,
  content: z.string().check(z.minLength(1), z.maxLength(2_000_000)),
});
/** The operator's typed confirmation of what the bank did with a payment. */
export const ReportBank = z.strictObject({
  messageId: line,
  returned: z
    .array(
      z.strictObject({
        payee: z.enum([...regionCodes, 'SKR']),
        /** The bank's reason code, ISO 20022 ExternalReturnReason1Code. */
        code: matching(/^[A-Z]{2}[0-9]{2}$/),
      }),
    )
    .check(z.maxLength(22)),
  reason,
});

/** A document to be kept: a PDF or an XLSX of at most 3 000 000 bytes, as base64 (RFC 4648, section 4), and what it is called. */
const document = z.strictObject({ name: line, content: z.string().check(z.minLength(1)) });

/**
 * A new version of an input: whom it came from, the SHA-256 of the signed document, its registration number, the document itself where
 * it is to be kept here, and its content in the kind's own shape (functions/contract/inputs.ts) or as CSV in the form of local/sample-2021. A column whose name says a year
 * there goes by its name without one too: forecast_sek, final_sek, inhabitants, cost_sek.
 */
export const RegisterInput = z.strictObject({
  from: line,
  documentHash: hash,
  registration: z.optional(line),
  document: z.optional(document),
  content: z.optional(z.unknown()),
  csv: z.optional(z.string().check(z.maxLength(2_000_000))),
});
/** The version that one has read, by its hash. */
export const ConfirmInput = z.strictObject({ hash });
export const RefuseInput = z.strictObject({ hash, code: z.enum(inputRefusalCodes), reason });
/** As RegisterInput, and nothing is kept of it. */
export const TryInput = RegisterInput;
export const SignLocalDiscounts = z.strictObject({
  documentHash: hash,
  registration: z.optional(line),
  document: z.optional(document),
  /** Whole kronor per region, one amount for each discount; an empty object is a report of none. */
  discounts: z.record(z.string(), z.array(z.string().check(z.maxLength(20)))),
});

/** Which part of a list: so many, from where the last page ended. */
const page = {
  limit: z.optional(z.pipe(matching(/^[1-9][0-9]{0,2}$/, '1 to 999'), z.transform(Number))),
  cursor: z.optional(z.string().check(z.maxLength(500))),
};
export const ListRuns = z.strictObject({
  year: z.optional(yearText),
  kind: z.optional(z.enum(['payout', 'requisition', 'opening', 'reconciliation', 'reissue'])),
  state: z.optional(z.string().check(z.maxLength(40))),
  ...page,
});
export const ListRequisitions = z.strictObject({ year: z.optional(yearText), ...page });
export const ReadWorking = z.strictObject({
  /** How many levels below the node are answered with it; 2 when left out. */
  depth: z.optional(z.pipe(matching(/^[0-6]$/, '0 to 6'), z.transform(Number))),
  /** With the whole working too, as the documents print it. */
  whole: z.optional(z.literal('true')),
});
export const ReadEvents = z.strictObject({
  partition: z.optional(z.string().check(z.maxLength(100))),
  stream: z.optional(z.string().check(z.maxLength(100))),
  ...page,
});

/** For operations that take no query. */
export const NoQuery = z.strictObject({});

/** What an operation takes besides its path: its query and its body; none when left out. */
export const accepts = {
  approveProposal: { body: ApproveProposal },
  rejectProposal: { body: RejectProposal },
  withdrawApproval: { body: WithdrawApproval },
  goWithout: { body: GoWithout },
  prepareAgain: { body: WithReason },
  requestClose: { body: WithReason },
  resolveReturn: { body: ResolveReturn },
  takeBankReport: { body: TakeBankReport },
  resolveBankItem: { body: ResolveBankItem },
  reportBank: { body: ReportBank },
  createRequisition: { body: CreateRequisition },
  registerInput: { body: RegisterInput },
  tryInput: { body: TryInput },
  confirmInput: { body: ConfirmInput },
  refuseInput: { body: RefuseInput },
  signLocalDiscounts: { body: SignLocalDiscounts },
  signReconciliation: { body: SignReconciliation },
  stopReleases: { body: WithReason },
  liftStop: { body: WithReason },
  listRuns: { query: ListRuns },
  listRequisitions: { query: ListRequisitions },
  readWorking: { query: ReadWorking },
  readStatementWorking: { query: ReadWorking },
  readEvents: { query: ReadEvents },
} as const satisfies {
  readonly [Id in OperationId]?: {
    readonly query?: z.ZodMiniType;
    readonly body?: z.ZodMiniType;
  };
};
