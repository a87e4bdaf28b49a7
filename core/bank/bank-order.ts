import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/stockholm.ts';
import { type Giro, giroOf } from '../inputs/giro.ts';
import type { Debtor } from '../payment/debtor.ts';
import type { PayeeCode, SentPayment } from '../payment/events.ts';
import type { PaymentProposal } from '../payment/proposal.ts';
import type { CaseId } from '../record/case-id.ts';
import { endToEndId, messageId } from './bank-ids.ts';

/** One payment of an order. Kronor as text, always more than zero. */
export type OrderedPayment = SentPayment & {
  readonly name: string;
  readonly organisationNumber: string;
  /** What the payee reads beside the amount. */
  readonly reference: string;
} & Giro;

/** What is sent to the bank: nobody with zero, nothing negative; totals to check it by. The payment file is this in the bank's form. */
export type BankOrder = {
  readonly type: 'bank-order';
  readonly messageId: string;
  readonly case: CaseId;
  readonly createdAt: Instant;
  readonly executionDay: Day;
  readonly debtor: Debtor;
  readonly transactions: readonly OrderedPayment[];
  readonly numberOfTransactions: number;
  readonly controlSumSek: string;
};

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
  const paid = proposal.payments.filter(({ totalSek }) => totalSek !== '0');
  return {
    type: 'bank-order',
    messageId: messageId(proposal.case),
    case: proposal.case,
    createdAt,
    executionDay,
    debtor: proposal.debtor,
    transactions: paid.map((payment) => ({
      endToEndId: endToEndId(proposal.case, payment.payee),
      payee: payment.payee,
      name: payment.name,
      organisationNumber: payment.organisationNumber,
      ...giroOf(payment),
      sek: payment.totalSek,
      reference: `Statsbidrag ${proposal.case}`,
    })),
    numberOfTransactions: paid.length,
    controlSumSek: proposal.totalSek,
  };
}

/** Who is sent what by an order, as the case notes it. */
export const sentBy = ({ transactions }: BankOrder): readonly SentPayment[] =>
  transactions.map(({ payee, endToEndId: id, sek }: OrderedPayment & { payee: PayeeCode }) => ({
    payee,
    endToEndId: id,
    sek,
  }));
