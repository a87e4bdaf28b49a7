import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/stockholm.ts';
import type { CaseId } from '../record/case-id.ts';
import { caseKind, casePart, caseYear } from '../record/case-id.ts';
import type { PaymentProposal } from './proposal.ts';

/** What is sent to the bank: nobody with zero, nothing negative; totals to check it by. */
export type BankOrder = {
  readonly type: 'bank-order';
  readonly messageId: string;
  readonly case: CaseId;
  readonly createdAt: Instant;
  readonly executionDay: Day;
  readonly debtor: { readonly name: string; readonly account: string };
  readonly transactions: readonly {
    readonly endToEndId: string;
    readonly payee: string;
    readonly organisationNumber: string;
    readonly bankgiro: string;
    readonly sek: string;
    readonly reference: string;
  }[];
  readonly numberOfTransactions: number;
  readonly controlSumSek: string;
};

/** The message id: from the case alone, so it is the same on every retry, and at most 35 characters as banks ask. */
export const messageId = (id: CaseId): string =>
  `STB-${caseKind(id).slice(0, 3).toUpperCase()}-${caseYear(id)}-${casePart(id)}`.toUpperCase();

/**
 * The order to the bank of an approved proposal. It follows from the proposal's stored bytes and the time of release alone.
 *
 * @sv betalningsuppdrag
 */
export function bankOrder(
  proposal: PaymentProposal,
  createdAt: Instant,
  executionDay: Day,
): BankOrder {
  const id = messageId(proposal.case);
  const paid = proposal.payments.filter(({ totalSek }) => totalSek !== '0');
  return {
    type: 'bank-order',
    messageId: id,
    case: proposal.case,
    createdAt,
    executionDay,
    debtor: proposal.debtor,
    transactions: paid.map(({ payee, organisationNumber, bankgiro, name, totalSek }) => ({
      endToEndId: `${id}-${payee}`,
      payee: name,
      organisationNumber,
      bankgiro,
      sek: totalSek,
      reference: `Statsbidrag ${proposal.case}`,
    })),
    numberOfTransactions: paid.length,
    controlSumSek: proposal.totalSek,
  };
}
