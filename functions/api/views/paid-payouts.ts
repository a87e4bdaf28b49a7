import { hasComeBack } from '../../../core/payment/lines.ts';
import type { PaymentProposal, ProposedPayment } from '../../../core/payment/proposal.ts';
import type { Records } from '../../../core/ports.ts';
import type { ReadCase } from './cases.ts';
import { type Attempt, attemptsOf, isPaidLater } from './payment-fate.ts';

/** A released payout: what it was made of, and what has become of each of its payments. */
export interface PaidPayout {
  readonly proposal: PaymentProposal;
  readonly payments: readonly Sent[];
}

interface Sent {
  readonly payment: ProposedPayment;
  /** At least the payout's own. */
  readonly attempts: readonly Attempt[];
}

export async function paidPayout(
  records: Records,
  read: ReadCase,
  proposal: PaymentProposal,
): Promise<PaidPayout> {
  const payments = proposal.payments.map(async (payment) => ({
    payment,
    attempts: await attemptsOf(records, read, payment),
  }));
  return { proposal, payments: await Promise.all(payments) };
}

/** Whether it was sent and is not back, by itself or again. Lines that come to 0 kronor are paid with each other. */
export function hasArrived({ payment, attempts }: Sent): boolean {
  const line = attempts.at(-1)?.line;
  return line ? !hasComeBack(line) : payment.totalSek === '0';
}

/** Whether it has arrived, or what came back stands in a later payment that has. */
export function isPaid(sent: Sent, payouts: readonly PaidPayout[]): boolean {
  if (hasArrived(sent)) return true;
  const last = sent.attempts.at(-1)?.line;
  if (!isPaidLater(sent.attempts) || last?.takenBack === undefined) return false;
  const voucher = last.takenBack;
  const later = payouts.find(({ proposal }) => proposal.balancesFrom.includes(voucher));
  const carrying = later?.payments.find(({ payment }) => payment.payee === sent.payment.payee);
  return carrying !== undefined && isPaid(carrying, payouts);
}

/** The payout with only those payments that have been paid, in some way. */
export function paidOf(
  { proposal, payments }: PaidPayout,
  payouts: readonly PaidPayout[],
): PaymentProposal {
  const paid = new Set(
    payments.filter((sent) => isPaid(sent, payouts)).map(({ payment }) => payment.payee),
  );
  return {
    ...proposal,
    payments: proposal.payments.filter(({ payee }) => paid.has(payee)),
    ...(proposal.yearShares && {
      yearShares: proposal.yearShares.filter(({ payee }) => paid.has(payee)),
    }),
  };
}
