import * as z from 'zod/mini';
import { regionCodes } from '../../core/regions.ts';
import { matching } from './matching.ts';
import { caseId, day, instant, year } from './steps.ts';

/** Who acts, as the token said it. */
export const person = z.object({
  sub: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  groups: z.array(z.string()),
  signedInAt: instant,
});

const reason = z.string().check(z.minLength(3), z.maxLength(2000));
const proposal = matching(/^[0-9a-f]{64}$/);
const by = { at: instant, by: person };
const right = z.enum(['attest', 'order', 'sign-state', 'sign-skr']);

/** What people say of a case. Approvals name the hash of the proposal that they have read. */
export const AnswerCase = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approve'), case: caseId, ...by, right, proposal }),
  z.strictObject({
    kind: z.enum(['reject', 'withdraw']),
    case: caseId,
    ...by,
    right,
    proposal,
    code: matching(/^[a-z-]{3,40}$/),
    reason,
  }),
  z.strictObject({
    kind: z.literal('go-without'),
    case: caseId,
    ...by,
    needs: z.array(z.string()).check(z.minLength(1)),
    reason,
  }),
  z.strictObject({
    kind: z.enum(['prepare-again', 'request-close']),
    case: caseId,
    ...by,
    reason,
  }),
]);
export type AnswerCase = z.infer<typeof AnswerCase>;

/** What becomes of one payment that came back. */
export const ResolveReturn = z.strictObject({
  case: caseId,
  ...by,
  payee: z.enum([...regionCodes, 'SKR']),
  choice: z.enum(['reissue', 'next-month']),
  reason,
});
export type ResolveReturn = z.infer<typeof ResolveReturn>;

/** The operator's typed confirmation of what the bank did with a payment. */
export const ReportPayment = z.strictObject({
  case: caseId,
  ...by,
  messageId: z.string(),
  returned: z.array(
    z.strictObject({
      payee: z.enum([...regionCodes, 'SKR']),
      code: matching(/^[A-Z0-9]{2,4}$/),
    }),
  ),
  reason,
});
export type ReportPayment = z.infer<typeof ReportPayment>;

const text = z.string().check(z.minLength(1), z.maxLength(200));

const contents = {
  organisation: text,
  organisationNumber: text,
  contact: text,
  address: text,
  phone: text,
  email: text,
  agreementRegistration: text,
  decisionRegistration: text,
  agreementName: text,
  amount: z.strictObject({
    currency: z.enum(['SEK', 'EUR']),
    value: matching(/^[1-9][0-9]*(\.[0-9]{1,2})?$/),
  }),
  period: text,
  reference: text,
  signatory: text,
  wishedPaymentDay: day,
};

/** A requisition as in Bilaga 2 of the 2026 agreement. */
export const SubmitRequisition = z.strictObject({
  year,
  kind: z.enum(['sol', 'ihsi']),
  ...by,
  requisition: z.union([
    z.strictObject({ ...contents, bankgiro: text }),
    z.strictObject({ ...contents, plusgiro: text }),
  ]),
});
export type SubmitRequisition = z.infer<typeof SubmitRequisition>;

const judged = {
  ...by,
  year,
  kind: z.enum(['authorisation', 'year-ended', 'appropriation', 'payees']),
  version: z.int().check(z.minimum(1)),
  /** Of the version that was read. */
  hash: matching(/^[0-9a-f]{64}$/),
};

/** A second person has compared a version of an input with its document. */
export const ConfirmInput = z.strictObject(judged);
export type ConfirmInput = z.infer<typeof ConfirmInput>;

/** A second person has found that a version of an input is not what it should be. */
export const RefuseInput = z.strictObject({
  ...judged,
  code: matching(/^[a-z-]{3,40}$/),
  reason,
});
export type RefuseInput = z.infer<typeof RefuseInput>;
